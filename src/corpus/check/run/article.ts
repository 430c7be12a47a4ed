import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { createArticleCounter } from '../../../stats/article.js';
import type { ArticleCount } from '../../../stats/stats.js';
import type { Arena } from '../../run/arena.js';
import type { Processor, Work } from '../../run/task.js';
import { createOpener, findingsOf, type OpenedCheck } from './findings-of.js';
import type { CheckGiven } from './given.js';
import { type CheckOutcome, createReporter } from './outcome.js';

/** What is to be known of an article beside its findings. Plain data. */
export interface ReadFacts {
  /** The size of the file. */
  readonly size: number;
  readonly pairs: number;
  /** Whether it could be read. */
  readonly isArticle: boolean;
  readonly trgLang?: string;
  /** Where it holds no pair: what reading it found. */
  readonly seen: readonly Pick<Diagnostic, 'code' | 'line' | 'column'>[];
  /** Only there where words are counted, and there are some. */
  readonly count?: ArticleCount;
}

/** An article that was checked. */
export interface CheckedArticle extends ReadFacts, CheckOutcome {}

/** Reads an article, checks it, and writes what is found. */
export async function start(work: Work<CheckGiven>, arena: Arena): Promise<Processor<CheckedArticle>> {
  const { given } = work;
  const open = createOpener(work);
  const facts = createFacts(given);
  const report = await createReporter(given, arena);
  return (index, most) => {
    const opened = open(index, most);
    const { path, namedPath, article } = opened;
    const findings = findingsOf(opened, given, given.tree);
    const file = { path, namedPath, findings, ...(article === undefined ? {} : { article, text: article.text }) };
    return { ...facts(opened), ...report(file) };
  };
}

/** Tells what is to be known of articles. */
export function createFacts({ counts, srcLang }: CheckGiven): (opened: OpenedCheck) => ReadFacts {
  const count = counts ? createArticleCounter(srcLang) : undefined;
  return ({ bytes, diagnostics, article }) => {
    const pairs = article?.units.length ?? 0;
    const trgLang = article?.localization.trgLang;
    const seen = pairs > 0 ? [] : diagnostics.map(({ code, line, column }) => ({ code, line, column }));
    // What is not always there is added one by one: a spread would give each object a shape of its own.
    const facts: { -readonly [Key in keyof ReadFacts]: ReadFacts[Key] } = {
      size: bytes,
      pairs,
      isArticle: article !== undefined,
      seen,
    };
    if (trgLang !== undefined) facts.trgLang = trgLang;
    if (count !== undefined && article !== undefined && pairs > 0) facts.count = count(article, trgLang ?? 'und');
    return facts;
  };
}
