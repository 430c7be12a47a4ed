import { checkArticle } from '../../../check/check.js';
import { withLanguage } from '../../../check/language.js';
import { inSegments } from '../../../check/place.js';
import type { TreeContext } from '../../../check/tree/tree.js';
import type { Article } from '../../../model/article.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { isSameLanguage } from '../../../model/language.js';
import { createPairWatch } from '../../articles/no-pairs.js';
import { type ReadArticle, readFoundArticle } from '../../articles/read.js';
import type { ArticleList } from '../../articles/shared-articles.js';
import { namedPathOf } from '../../find/find.js';
import { createLanguageInference } from '../../language/inference.js';
import type { Work } from '../../run/task.js';
import { adjust } from '../adjust.js';
import type { FileFinding } from '../file-finding.js';
import { rulesOf } from '../rules-of.js';
import type { CheckGiven } from './given.js';

/** An article that is there to be checked. */
export interface OpenedCheck {
  readonly path: string;
  readonly namedPath: string;
  /** The size of the file. */
  readonly bytes: number;
  /** Of reading it. */
  readonly diagnostics: readonly Diagnostic[];
  /** In its language. Not there where it could not be read. */
  readonly article?: Article;
}

/**
 * Opens the article with an index.
 *
 * @throws {TooLargeError} It has more than `most` bytes, where that is given.
 */
export function createOpener({
  articles,
  trees,
  stdin,
  given,
}: Work<CheckGiven>): (index: number, most?: number) => OpenedCheck {
  const { srcLang, trgLang, languages } = given;
  const inference = languages === undefined ? createLanguageInference({ articles, trees, srcLang }) : undefined;
  return (index, most) => {
    const found = foundAt(articles, index);
    const read = readFoundArticle(found, { stdin, most });
    const { path, bytes, article } = read;
    const namedPath = namedPathOf(found);
    const diagnostics = diagnosticsOf(read, found, given);
    if (article === undefined) return { path, namedPath, bytes, diagnostics };
    const languageOf = (): string | undefined => trgLang ?? languages?.[index] ?? inference?.of(index, article).trgLang;
    return { path, namedPath, bytes, diagnostics, article: withLanguage(article, languageOf) };
  };
}

function foundAt(articles: ArticleList, index: number): NonNullable<ReturnType<ArticleList['at']>> {
  const found = articles.at(index);
  if (found === undefined) throw new RangeError(`There is no article ${index}.`);
  return found;
}

/** Of a single article it is said with all else that there is to say of it that it holds no pair. */
function diagnosticsOf(
  { path, article, diagnostics }: ReadArticle,
  found: NonNullable<ReturnType<ArticleList['at']>>,
  { alone }: CheckGiven,
): readonly Diagnostic[] {
  if (alone === undefined) return diagnostics;
  const watch = createPairWatch();
  for (const other of alone.others) watch.add(other.path, 0, other.diagnostics);
  watch.add(path, article?.units.length ?? 0, diagnostics);
  const noPairs = watch.finding(alone.inputs, [found]);
  return noPairs?.path === path ? [noPairs.diagnostic, ...diagnostics] : diagnostics;
}

/** What is found in an article, in the order of its places. Without a tree, rules over the whole tree find nothing. */
export function findingsOf(
  { article, diagnostics }: OpenedCheck,
  given: Pick<CheckGiven, 'rules' | 'custom' | 'glossary' | 'srcLang'>,
  tree: TreeContext | undefined,
): readonly FileFinding[] {
  const { rules, srcLang } = given;
  if (article === undefined) return adjust(diagnostics, rules);
  const findings: FileFinding[] = [
    ...adjust(languageFindings(article, srcLang), rules),
    ...inSegments(adjust(diagnostics, rules), article),
    ...checkArticle<string>(article, rulesOf(given), tree),
  ];
  return findings.sort((a, b) => a.offset - b.offset);
}

/** An article in the language of the source has no translation. */
function languageFindings({ localization: { trgLang }, units }: Article, srcLang: string): readonly Diagnostic[] {
  if (units.length === 0 || trgLang === undefined || !isSameLanguage(trgLang, srcLang)) return [];
  return [diagnosticForFile('language/source', trgLang)];
}
