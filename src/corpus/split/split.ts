import { resolve, sep } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Article } from '../../model/article.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { language, namesOf, type OptionKinds, text, truth } from '../../model/options.js';
import { carrierOf } from '../../read/carriers/carriers.js';
import { type ArticleSide, articleSides, type SplitOptions, splitOptionKinds } from '../../split/split.js';
import { defaultSrcLang } from '../../write/export-options.js';
import { createPairWatch, holdPairs } from '../articles/no-pairs.js';
import { CorpusError } from '../error.js';
import { type FoundArticle, namedPathOf } from '../find/find.js';
import { findInputs, readAll } from '../find/inputs.js';
import { checkLanguages, chooseLanguage, type LanguageChoice, type LanguageRules } from '../language/choose.js';
import { createLanguageInference, type Inference } from '../language/inference.js';
import { requireFolder } from '../places/folder-name.js';
import { type FilesBeside, guardArticles, type OutputGuard } from '../places/guard.js';
import type { Progress } from '../run/run.js';
import { requireUsage, runOptionKinds } from '../usage.js';
import { openRealArticles, type RealArticles, realFiles } from './against.js';
import type { Difference } from './difference.js';
import { makeSide, readForSplit, type SplitInput } from './split-article.js';
import {
  checkNames,
  checkSides,
  createFolderOutputs,
  createStreamOutputs,
  fileNameOf,
  type SplitOutputs,
} from './split-outputs.js';
import { createSplitReport, type SplitArticleResult, type SplitReport } from './split-report.js';

/** What a run makes, and of what. */
export interface SplitCorpusOptions extends SplitOptions, FilesBeside {
  /** Default: both. */
  readonly sides?: readonly ArticleSide[];
  /**
   * A folder: each side at `LANGUAGE/relative/path.md` below it. `-`: the only side of the only article, on `stdout`.
   * Default: nothing is written.
   */
  readonly output?: string;
  /** The folder that paths in outputs start from; all inputs are below it. Default: each input, by its name where there are several. */
  readonly base?: string;
  /** Default: `en-US`. */
  readonly srcLang?: string;
  /** The language of articles that name none. Default: that of their path, or of their tree. */
  readonly trgLang?: string;
  /** `trgLang` overrides what articles say of themselves; else those of another language are left out. Default: `false`. */
  readonly forceLang?: boolean;
  /** Say of each article whether its source is proven by its hash, and write such a source with the line ends that were hashed. Default: `false`. */
  readonly verify?: boolean;
  /** A folder of real articles to hold the sides against. Default: none. */
  readonly against?: string;
  /** Where the input `-` is read from. Default: the standard input of the process. */
  readonly stdin?: Readable;
  /** Where the output `-` is written to. Default: the standard output of the process. */
  readonly stdout?: Writable;
  /** Stops the run: temporary files are removed, and the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/** Milliseconds of work after which signals and timers get their turn. */
const longestTurn = 50;

/**
 * Splits the articles that inputs name (files, folders, globs, `-`) into articles of one language each.
 *
 * Articles are read one after the other. Every output file is written beside its place and moved there when it is whole.
 * A source that the hash of the article proves is written as the original was; any other as `splitArticle` gives it.
 * Where no article holds a pair, nothing is written, and the report has the diagnostic `input/no-pairs`. `onProgress` is
 * called after each article.
 *
 * @throws {CorpusError} `usage`: an option has a value that it does not take, options contradict each other, two articles have one output path, or an output is
 * the same file as an input; `input`: an input does not exist, or there are no articles; `output`: a file cannot be written.
 */
export async function splitCorpus(
  inputs: readonly string[],
  options: SplitCorpusOptions = {},
  onProgress?: (progress: Progress) => void,
): Promise<SplitReport> {
  requireUsage(options, splitCorpusOptionKinds);
  const sides = options.sides ?? ['source', 'target'];
  const srcLang = options.srcLang ?? defaultSrcLang;
  checkLanguages(srcLang, options.trgLang);
  const found = await findInputs(inputs, {
    signal: options.signal,
    ...(options.base === undefined ? {} : { base: options.base }),
  });
  const articles = withoutOutputs(found.articles, inputs, options.output);
  const report = createSplitReport({ verify: options.verify === true, against: options.against !== undefined });
  const watch = createPairWatch();
  for (const other of found.others) {
    report.addOther(other);
    watch.add(other.path, 0, other.diagnostics);
  }
  const real = options.against === undefined ? undefined : openRealArticles(options.against, sides, srcLang);
  const guard = guardArticles(articles, options, realFiles(options.against, articles.map(fileNameOf)));
  const outputs = openOutputs(articles, sides, srcLang, options, guard, report.addOutput);
  const readsStdin = articles.some(({ file }) => file === undefined);
  const stdin = readsStdin ? await readAll(options.stdin ?? process.stdin, options.signal) : undefined;
  const hasPairs = await holdPairs(articles, stdin, options.signal);
  const inference = createLanguageInference({ articles, trees: found.trees, srcLang });
  const runOf = (index: number): Run => ({
    sides,
    srcLang,
    options,
    real,
    outputs,
    infer: (article) => inference.of(index, article),
  });
  if (hasPairs && options.output !== undefined && options.output !== '-') {
    checkSides(articles, options.output, options.alsoWrites ?? [], guard, (index) => {
      const found = articles[index];
      return found === undefined ? [] : languagesOf(readForSplit(found, stdin), runOf(index));
    });
  }
  const progress = { articles: 0, bytes: 0, pairs: 0 };
  let turn = performance.now();
  try {
    for (const [index, article] of articles.entries()) {
      if (performance.now() - turn > longestTurn) {
        await setImmediate();
        turn = performance.now();
      }
      options.signal?.throwIfAborted();
      const input = readForSplit(article, stdin);
      watch.add(input.path, input.pairs, input.diagnostics);
      report.addArticle(hasPairs ? await splitOne(article, input, runOf(index)) : unsplit(article, input));
      progress.articles++;
      progress.bytes += input.bytes;
      progress.pairs += input.pairs;
      onProgress?.({ ...progress, total: articles.length });
    }
    await outputs?.commit();
  } catch (error) {
    await outputs?.discard();
    throw error;
  }
  const noPairs = watch.finding(inputs, articles);
  if (noPairs !== undefined) report.addTo(noPairs, noPairs.diagnostic);
  const { against: folder = '' } = options;
  const unfound = real?.finding();
  if (unfound !== undefined) report.addTo({ path: folder, namedPath: folder }, unfound);
  return report.build();
}

/** Of a run in which no article holds a pair, not even the articles are taken for those of a side-by-side tree. */
function unsplit(found: FoundArticle, { path, bytes, pairs, diagnostics }: SplitInput): SplitArticleResult {
  return { path, namedPath: namedPathOf(found), bytes, pairs, sides: [], diagnostics };
}

const splitCorpusOptionKinds: OptionKinds = {
  ...runOptionKinds,
  ...splitOptionKinds,
  sides: namesOf(articleSides),
  srcLang: language,
  trgLang: language,
  verify: truth,
  against: text,
};

interface Run {
  readonly sides: readonly ArticleSide[];
  readonly srcLang: string;
  readonly options: SplitCorpusOptions;
  readonly real: RealArticles | undefined;
  readonly outputs: SplitOutputs | undefined;
  readonly infer: (article: Article) => Inference;
}

async function splitOne(found: FoundArticle, input: SplitInput, run: Run): Promise<SplitArticleResult> {
  const { article, encoding } = input;
  const { options } = run;
  const verify = options.verify === true;
  const nothing = unsplit(found, input);
  if (article === undefined) return nothing;
  if (!isOfTree(article, input, run)) return verify ? { ...nothing, verify: 'no hash' } : nothing;
  const language = chooseLanguage(article, languageRules(run), run.infer);
  const isNeeded = run.sides.includes('target') && options.output !== '-';
  const told = isOther(language) || isNeeded ? language.diagnostic : undefined;
  const diagnostics = [
    ...(told === undefined ? [] : [diagnosticForFile(told, ...language.args)]),
    ...input.diagnostics,
  ];
  const { trgLang } = language;
  const tags = tagsOf(language, run);
  const made: ArticleSide[] = [];
  const against: Partial<Record<ArticleSide, Difference>> = {};
  let verdict: SplitArticleResult['verify'];
  for (const side of ['source', 'target'] as const) {
    const tag = tags[side];
    if (tag === undefined && !(side === 'source' && verify)) continue;
    const split = makeSide(article, encoding, side, {
      ...anchorsOf(options),
      verify,
      ...(trgLang === undefined ? {} : { trgLang }),
    });
    verdict ??= split.verdict;
    if (tag === undefined) continue;
    made.push(side);
    if (split.untranslated !== undefined) diagnostics.push(split.untranslated);
    const difference = run.real?.compare(side, tag, fileNameOf(found), split.bytes);
    if (typeof difference === 'string') against[side] = difference;
    else if (difference !== undefined) diagnostics.push(difference);
    const unwritten = await run.outputs?.write(found, tag, split.bytes);
    if (unwritten !== undefined) diagnostics.push(unwritten);
  }
  return {
    ...nothing,
    sides: made,
    ...(verify && verdict !== undefined ? { verify: verdict } : {}),
    ...(Object.keys(against).length > 0 ? { against } : {}),
    diagnostics: diagnostics.sort((a, b) => a.offset - b.offset),
    ...(made.includes('source') && hasTitle(article) ? { title: true } : {}),
  };
}

function hasTitle({ frontMatter }: Article): boolean {
  return frontMatter?.entries.some(({ key }) => key === 'title') === true;
}

/** A text of which nothing says that it was translated is no article of the tree, such as a README; nor is YAML without pairs. */
function isOfTree(article: Article, { pairs }: SplitInput, { options }: Run): boolean {
  if (pairs > 0 || options.output === '-') return true;
  return Object.keys(article.localization).length > 0 && carrierOf(article)?.pairsOnly !== true;
}

/** The language of each side that is asked for, as far as it is known. */
function tagsOf(language: LanguageChoice, { sides, srcLang, options }: Run): Partial<Record<ArticleSide, string>> {
  if (isOther(language)) return {};
  const trgLang = options.output === '-' ? '' : language.trgLang;
  return {
    ...(sides.includes('source') ? { source: srcLang } : {}),
    ...(sides.includes('target') && trgLang !== undefined ? { target: trgLang } : {}),
  };
}

/** The languages that an article is written in. */
function languagesOf(input: SplitInput, run: Run): readonly string[] {
  const { article } = input;
  if (article === undefined || !isOfTree(article, input, run)) return [];
  return Object.values(tagsOf(chooseLanguage(article, languageRules(run), run.infer), run));
}

/** Whether an article is left out because of its language. */
function isOther({ diagnostic }: LanguageChoice): boolean {
  return diagnostic === 'language/conflict' || diagnostic === 'language/source';
}

function languageRules({ srcLang, options: { trgLang, forceLang } }: Run): LanguageRules {
  return { srcLang, ...(trgLang === undefined ? {} : { trgLang }), forceLang: forceLang === true };
}

function anchorsOf({ anchors }: SplitCorpusOptions): SplitOptions {
  return anchors === undefined ? {} : { anchors };
}

function openOutputs(
  articles: readonly FoundArticle[],
  sides: readonly ArticleSide[],
  srcLang: string,
  { output, stdout, signal }: SplitCorpusOptions,
  guard: OutputGuard,
  onWritten: (path: string) => void,
): SplitOutputs | undefined {
  if (output === undefined) return undefined;
  if (output !== '-') {
    requireFolder(output, 'a folder, or - for standard output');
    const isInput = guard.conflictOf(output);
    if (isInput !== undefined) throw isInput;
    if (sides.includes('source')) checkNames(articles, output, srcLang);
    return createFolderOutputs(output, guard, onWritten);
  }
  if (sides.length !== 1) {
    throw new CorpusError('usage', 'Standard output takes one side; add --side source or --side target.');
  }
  if (articles.length !== 1) {
    throw new CorpusError(
      'usage',
      `Standard output takes one article, and there are ${articles.length}; name a folder.`,
    );
  }
  return createStreamOutputs(stdout ?? process.stdout, signal);
}

/** What an earlier run wrote to a folder within an input is no input. */
function withoutOutputs(
  articles: readonly FoundArticle[],
  inputs: readonly string[],
  output: string | undefined,
): readonly FoundArticle[] {
  if (output === undefined || output === '-') return articles;
  const folder = resolve(output) + sep;
  if (!inputs.some((input) => folder.startsWith(resolve(input) + sep) && folder !== resolve(input) + sep)) {
    return articles;
  }
  return articles.filter(({ file }) => typeof file !== 'string' || !resolve(file).startsWith(folder));
}
