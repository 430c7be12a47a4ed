/** As much of an article as shows which script it is in. */
export interface ArticleTexts {
  readonly units: Iterable<{ readonly parts: Iterable<Part> }>;
}

type Part = { readonly kind: 'ignorable' } | { readonly kind: 'segment'; readonly source: Text; readonly target: Text };

interface Text {
  readonly text: string;
}

/** Scripts that are written with several, by their codes (ISO 15924). */
const parts: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
  Hrkt: ['Hira', 'Kana'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang'],
};

/** Scripts besides the usual one that languages are written in, where the tag does not say which. */
const others: Readonly<Record<string, readonly string[]>> = {
  az: ['Cyrl', 'Arab'],
  bs: ['Cyrl'],
  cv: ['Latn'],
  ha: ['Arab'],
  iu: ['Cans'],
  kk: ['Arab'],
  kok: ['Knda'],
  ks: ['Deva'],
  ku: ['Arab', 'Cyrl'],
  ky: ['Arab'],
  mn: ['Mong'],
  mni: ['Mtei'],
  ms: ['Arab'],
  pa: ['Arab'],
  ro: ['Cyrl'],
  sat: ['Deva'],
  sd: ['Deva'],
  sh: ['Cyrl'],
  so: ['Arab'],
  tg: ['Arab'],
  tk: ['Cyrl', 'Arab'],
  tt: ['Arab'],
  ug: ['Cyrl'],
  uz: ['Cyrl', 'Arab'],
  zgh: ['Arab'],
};

/** Letters of the scripts of a language, and of all others. Latin letters are in texts of any language, and say nothing. */
interface Letters {
  readonly own: RegExp | undefined;
  /** Greek ones are symbols where they stand alone. */
  readonly foreign: RegExp;
  readonly isJapanese: boolean;
}

const known = new Map<string, Letters | undefined>();

function lettersOf(language: string): Letters | undefined {
  if (!known.has(language)) known.set(language, findLetters(language));
  return known.get(language);
}

function findLetters(language: string): Letters | undefined {
  try {
    const tag = new Intl.Locale(language);
    const { script } = tag.maximize();
    if (script === undefined) return undefined;
    const more = tag.script === undefined ? (others[tag.language] ?? []) : [];
    const own = [...(parts[script] ?? [script]), ...more].filter((each) => each !== 'Latn');
    const classes = own.map((each) => `\\p{sc=${each}}`).join('');
    const greek = own.includes('Grek') ? '' : '|\\p{sc=Grek}{2,}';
    return {
      own: classes === '' ? undefined : new RegExp(`[${classes}]`, 'gu'),
      foreign: new RegExp(`[^\\P{L}\\p{sc=Latn}\\p{sc=Grek}\\p{sc=Zyyy}\\p{sc=Zinh}${classes}]${greek}`, 'gu'),
      isJapanese: script === 'Jpan',
    };
  } catch {
    // A tag that names no language, or a script that the engine does not know: nothing can be known.
    return undefined;
  }
}

/** Japanese has no text of so many Chinese characters without any kana. */
const mostWithoutKana = 60;
const kana = /[\p{sc=Hira}\p{sc=Kana}]/u;

/**
 * Whether the targets of articles are in another script than a language is written in, so that they cannot be in it.
 *
 * Only letters of another script tell: technical texts may well be all Latin. Targets that are their source tell
 * nothing, nor do those whose source has such letters itself. One in five is enough: the others may be short.
 */
export function isRefuted(articles: Iterable<ArticleTexts>, language: string): boolean {
  const letters = lettersOf(language);
  if (letters === undefined) return false;
  const { own, foreign, isJapanese } = letters;
  let against = 0;
  let inFavour = 0;
  let ownLetters = 0;
  let hasKana = false;
  for (const article of articles) {
    for (const { source, target } of segmentsOf(article)) {
      if (target.text === source.text || countIn(source.text, foreign) > 0) continue;
      const others = countIn(target.text, foreign);
      const owns = own === undefined ? 0 : countIn(target.text, own);
      ownLetters += owns;
      hasKana ||= isJapanese && kana.test(target.text);
      if (others * 4 > owns && (others > 1 || owns === 0)) against++;
      else if (own === undefined ? /\p{L}/u.test(target.text) : owns > 0) inFavour++;
    }
  }
  return against * 4 > inFavour || (isJapanese && !hasKana && ownLetters > mostWithoutKana);
}

/** How many characters of a text a pattern matches. */
function countIn(text: string, pattern: RegExp): number {
  let count = 0;
  for (const [found] of text.matchAll(pattern)) count += found.length;
  return count;
}

function* segmentsOf({ units }: ArticleTexts): Generator<{ readonly source: Text; readonly target: Text }> {
  for (const { parts } of units) for (const part of parts) if (part.kind === 'segment') yield part;
}
