/** The scripts that languages are written in, for all languages that are not written in Latin letters. */
const scriptsByLanguage: Readonly<Record<string, string>> = {
  am: '\\p{sc=Ethi}',
  ar: '\\p{sc=Arab}',
  as: '\\p{sc=Beng}',
  be: '\\p{sc=Cyrl}',
  bg: '\\p{sc=Cyrl}',
  bn: '\\p{sc=Beng}',
  el: '\\p{sc=Grek}',
  fa: '\\p{sc=Arab}',
  gu: '\\p{sc=Gujr}',
  he: '\\p{sc=Hebr}',
  hi: '\\p{sc=Deva}',
  hy: '\\p{sc=Armn}',
  ja: '\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hani}ー',
  ka: '\\p{sc=Geor}',
  kk: '\\p{sc=Cyrl}',
  km: '\\p{sc=Khmr}',
  kn: '\\p{sc=Knda}',
  ko: '\\p{sc=Hang}\\p{sc=Hani}',
  lo: '\\p{sc=Laoo}',
  mk: '\\p{sc=Cyrl}',
  ml: '\\p{sc=Mlym}',
  mn: '\\p{sc=Cyrl}\\p{sc=Mong}',
  mr: '\\p{sc=Deva}',
  my: '\\p{sc=Mymr}',
  ne: '\\p{sc=Deva}',
  or: '\\p{sc=Orya}',
  pa: '\\p{sc=Guru}\\p{sc=Arab}',
  ru: '\\p{sc=Cyrl}',
  si: '\\p{sc=Sinh}',
  ta: '\\p{sc=Taml}',
  te: '\\p{sc=Telu}',
  th: '\\p{sc=Thai}',
  tt: '\\p{sc=Cyrl}',
  uk: '\\p{sc=Cyrl}',
  ur: '\\p{sc=Arab}',
  yi: '\\p{sc=Hebr}',
  zh: '\\p{sc=Hani}',
};
const scriptsBySubtag: Readonly<Record<string, string>> = {
  arab: '\\p{sc=Arab}',
  cyrl: '\\p{sc=Cyrl}',
  deva: '\\p{sc=Deva}',
  hans: '\\p{sc=Hani}',
  hant: '\\p{sc=Hani}',
  hebr: '\\p{sc=Hebr}',
};

const compiled = new Map<string, RegExp | undefined>();

/** Finds a letter of the script that a language is written in; `undefined` for Latin letters, or where it is not known. */
export function letterOf(language: string): RegExp | undefined {
  const known = compiled.get(language);
  if (known !== undefined || compiled.has(language)) return known;
  const [name = '', ...subtags] = language.toLowerCase().split('-');
  const script = subtags.find((subtag) => subtag.length === 4 && /^[a-z]/.test(subtag));
  const letters = script === undefined ? scriptsByLanguage[name] : scriptsBySubtag[script];
  const pattern = letters === undefined ? undefined : new RegExp(`[${letters}]`, 'u');
  compiled.set(language, pattern);
  return pattern;
}

/** A letter that English does not write, nor a formula: Greek letters are symbols in many texts. */
export const foreignLetter: RegExp = /[^\p{sc=Latn}\p{sc=Grek}\p{sc=Zyyy}\p{sc=Zinh}\P{L}]/u;
/** The same, all of them. */
export const foreignLetters: RegExp = new RegExp(foreignLetter.source, 'gu');
