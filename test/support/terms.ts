import { type Article, extractTerms, type Glossary } from '../../src/index.js';
import { articleOf, pair } from './pairs.js';

/** A pair of texts, target first, as the localization system writes them. */
export type Texts = readonly [target: string, source: string];

/** An article with these pairs, each a paragraph. */
export function articleWith(pairs: readonly Texts[], lang = 'de-DE', path = 'a.md'): Article {
  const blocks = pairs.map(([target, source], index) => pair(`1a2b3-${index + 100}`, target, source));
  return articleOf(`---\nms.contentlocale: ${lang}\n---\n\n${blocks.join('\n\n')}\n`, path);
}

/** What a glossary says, a line for each term: `source = target (status)`, variants after it. */
export function linesOf({ concepts }: Glossary): string[] {
  return concepts.flatMap(({ kind, languages: [source, ...targets] }) =>
    targets.flatMap(({ lang, terms }) =>
      terms.map(({ text, status, variants = [] }) =>
        [
          `${kind} ${lang}: ${source?.terms[0]?.text} = ${text}`,
          ...(status === 'preferred' ? [] : [`(${status})`]),
          ...variants.map((variant) => `| ${variant}`),
        ].join(' '),
      ),
    ),
  );
}

/** The lines of the glossary of one article. */
export function termsIn(pairs: readonly Texts[], lang = 'de-DE'): string[] {
  return linesOf(extractTerms([articleWith(pairs, lang)]));
}
