import type { Article } from '../model/article.js';
import { language, type OptionKindsOf, requireOptions } from '../model/options.js';
import type { Glossary } from '../model/terms/glossary.js';
import { candidatesOf } from './candidates.js';
import { createEvidence } from './evidence.js';
import { toGlossary } from './glossary.js';
import { judgeTerms } from './judge.js';
import { type TermOptions, termLimits, termOptions } from './options.js';
import { createTermFinder } from './rows.js';
import { createTermTable } from './table.js';

/** What {@link extractTerms} takes. */
export interface ExtractTermsOptions extends TermOptions {
  /** The language of the sources, a BCP 47 tag. Default: `en-US`. */
  readonly srcLang?: string;
  /** The target language of articles that name none. Default: these are left out. */
  readonly trgLang?: string;
}

/** A function: a table that is made when the module is loaded would stay in bundles without this. */
const kindsOf = (): OptionKindsOf<ExtractTermsOptions> => ({ ...termOptions, srcLang: language, trgLang: language });

/**
 * A glossary out of articles: what stands in bold in both languages, titles, and what is never translated, as far as all
 * segments of the articles show that the two are translations of each other. Concepts are in the order of their sources,
 * languages in that of their tags.
 *
 * Articles are looked at twice. Their order matters for the places that are named, and where a text stands in more than 256
 * segments: what is beside it is counted in the first of them.
 *
 * @throws {RangeError} An option has a value that it does not take.
 *
 * @example
 * const articles = [['Wählen Sie **Weiter**.', 'Select **Next**.'], ['Dann **Weiter**.', 'Then **Next**.']].flatMap(
 *   ([target, source]) => {
 *     const english = `<span class="sxs-lookup"><span data-stu-id="1a2b3-101">${source}</span></span>`;
 *     return articleOf(parseArticle(`<span data-ttu-id="1a2b3-101">${target}</span>${english}`)) ?? [];
 *   },
 * );
 * const [concept] = extractTerms(articles, { trgLang: 'de-DE' }).concepts;
 * concept?.languages.map(({ lang, terms: [term] }) => `${lang} ${term?.text}`) // ['en-US Next', 'de-DE Weiter']
 */
export function extractTerms(articles: readonly Article[], options: ExtractTermsOptions = {}): Glossary {
  requireOptions(options, kindsOf());
  const { srcLang = 'en-US', trgLang } = options;
  const limits = termLimits(options);
  const byLanguage = new Map<string, Article[]>();
  for (const article of articles) {
    const lang = article.localization.trgLang ?? trgLang;
    if (lang === undefined) continue;
    const others = byLanguage.get(lang);
    if (others === undefined) byLanguage.set(lang, [article]);
    else others.push(article);
  }
  const inOrder = [...byLanguage].sort(([one], [other]) => (one < other ? -1 : 1));
  const found = inOrder.map(([lang, own]) => {
    const builder = createTermTable();
    for (const article of own) builder.add(article.path ?? '', candidatesOf(article));
    const table = builder.build();
    const find = createTermFinder(table.texts);
    const evidence = createEvidence(table.texts);
    for (const article of own) evidence.add(find(article));
    return { lang, judged: judgeTerms(table, evidence, limits) };
  });
  return toGlossary(srcLang, found);
}
