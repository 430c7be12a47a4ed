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

const kinds: OptionKindsOf<ExtractTermsOptions> = { ...termOptions, srcLang: language, trgLang: language };

/**
 * A glossary out of articles: what stands in bold in both languages, titles, and what is never translated, as far as all
 * segments of the articles show that the two are each other's translation.
 *
 * The order of the articles matters only for the places that are named. Articles are looked at twice.
 *
 * @throws {RangeError} An option has a value that it does not take.
 *
 * @example
 * const text = [1, 2, 3].map((n) =>
 *   `<span data-ttu-id="a-${n}"><span class="sxs-lookup"><span data-stu-id="a-${n}">Step ${n}: choose **Next**.</span></span></span>`);
 * extractTerms([]).concepts // []
 */
export function extractTerms(articles: readonly Article[], options: ExtractTermsOptions = {}): Glossary {
  requireOptions(options, kinds);
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
  const found = [...byLanguage].map(([lang, own]) => {
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
