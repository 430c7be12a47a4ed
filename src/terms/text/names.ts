/** What opens an alert or a step in many articles, and is no name. */
const labels =
  /^(?:notes?|important|tips?|warning|caution|examples?|or|and|not|do|don't|step \d+|question|answer|q|a|see also)$/i;

/** A caption or a step with its number. */
const numbered =
  /^(?:figure|fig\.|table|step|method|option|phase|part|section|chapter|listing|example|scenario|task|exercise|lesson|q)\s?[\dIVX][\w.-]*$/i;
/** What begins a sentence, and no name of three words or more. */
const sentence = /^(?:to|how|why|what|when|where|who|if|before|after|while|because|since|although|for) [a-z]\S* /i;

/** More characters, or more words, are no name of a button. */
const mostCharacters = 60;
const mostWords = 7;

/** Whether a source text that stands out may be a name in a user interface: emphasis is in lower case, sentences end. */
export function isName(term: string): boolean {
  if (term.length > mostCharacters || !/\p{L}/u.test(term)) return false;
  if (labels.test(term) || numbered.test(term) || sentence.test(`${term} `) || /:\/\//.test(term)) return false;
  if (/[?!]$/.test(term) || /[.!?] /.test(term)) return false;
  if (term.split(' ').length > mostWords) return false;
  return !isEmphasis(term);
}

/** Words without a capital, a digit, or a sign of a name in them are emphasized, not named. */
function isEmphasis(term: string): boolean {
  return term === term.toLowerCase() && /\p{Ll}/u.test(term) && !/[\p{N}_./\\:@-]/u.test(term);
}

/** Whether a title may be a term: it is no sentence of its own. */
export function isTitle(text: string): boolean {
  return text.length <= 100 && /\p{L}/u.test(text) && text.split(' ').length <= 12;
}
