import { checkArticle } from '../../check/check.js';
import { withLanguage } from '../../check/language.js';
import { inSegments } from '../../check/place.js';
import type { Rule } from '../../check/rule.js';
import { needsTree, requireRules } from '../../check/rules.js';
import type { Article } from '../../model/article.js';
import type { Diagnostic, Severity } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { isSameLanguage } from '../../model/language.js';
import { longestXml } from '../../model/limits.js';
import { language, namesOf } from '../../model/options.js';
import { problemOf } from '../../validate/problem.js';
import { validateTmx, validateTmxDocument } from '../../validate/tmx/tmx.js';
import { validateXliff } from '../../validate/xliff/xliff.js';
import { defaultSrcLang } from '../../write/export-options.js';
import { wholeOf } from '../../xml/document-text.js';
import { createPairWatch } from '../articles/no-pairs.js';
import { readFoundArticle } from '../articles/read.js';
import { CorpusError, reasonOf } from '../error.js';
import type { FileText } from '../files/file-text.js';
import { openDocumentFile } from '../files/open-document.js';
import { type FoundArticle, namedPathOf } from '../find/find.js';
import type { InputOptions } from '../find/input-options.js';
import { checkLanguages } from '../language/choose.js';
import { createLanguageInference } from '../language/inference.js';
import { type FilesBeside, guardArticles } from '../places/guard.js';
import { openRun, type Run, type RunOptions } from '../run/run.js';
import { collectTreeOf } from '../tree/collect.js';
import { createTurns } from '../turns.js';
import { requireUsage, runOptionKinds } from '../usage.js';
import { type CodeRules, checkCodes, rulesForCodes, rulesKind } from './check-codes.js';
import { withTexts } from './check-texts.js';
import type { FileFinding } from './file-finding.js';

/** What was found in a file: findings and diagnostics of an article, or problems of an XLIFF or TMX document. */
export interface CheckedFile {
  /** What names it in outputs: relative to the input that was named, or to the base. */
  readonly path: string;
  /** The path by which it can be opened: as it was named. */
  readonly namedPath: string;
  /** In the order of their places. */
  readonly findings: readonly FileFinding[];
  /** The text that the places are in; not there where it could not be read. */
  readonly text?: string;
  /** The article, where the file is one. */
  readonly article?: Article;
}

/** What is checked, and how. */
export interface CheckFilesOptions extends FilesBeside, InputOptions, Pick<RunOptions, 'onLeftOut'> {
  /** Severities that differ from the usual ones, for all codes, those of the XLIFF and TMX problems included. */
  readonly rules?: CodeRules;
  /** Rules of your own, run beside the others. Default: none. */
  readonly custom?: readonly Rule[];
  /**
   * Codes of what is reported, and nothing else but that an input could not be checked (`input/unreadable`,
   * `input/too-large`, `input/binary`, `input/utf-16`, `input/no-pairs`). Default: all.
   */
  readonly codes?: readonly string[];
  /** The language of the sources, a BCP 47 tag. Default: `en-US`. */
  readonly srcLang?: string;
  /** The target language of articles that name none. Default: that of their path, or of their tree. */
  readonly trgLang?: string;
  /** What there is to read for `-`, the input or the list. */
  readonly stdin?: Uint8Array;
  /** Threads that read articles, the caller's own among them; 1: no other. Default: the cores that the process may use. */
  readonly jobs?: number;
  /** Stops the run: the iteration rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/**
 * Checks what inputs name: side-by-side articles, and XLIFF (`.xlf`, `.xliff`) and TMX (`.tmx`) documents, which are
 * looked at where they are named or matched by a glob. In the order of the bytes of the paths; lazy, but for the rules
 * over the whole tree: where they are wanted, all articles are read once before.
 *
 * Where articles were read and none holds a pair, the
 * folder that was named comes last, with `input/no-pairs`; a single article has that itself.
 *
 * @throws {CorpusError} `usage`: an option has a value that it does not take, or a file of `alsoWrites` is an input; `input`: an input does not exist, or there is nothing to check in it.
 */
export async function* checkFiles(
  inputs: readonly string[],
  options: CheckFilesOptions = {},
): AsyncGenerator<CheckedFile, void, undefined> {
  requireCustom(options.custom);
  requireUsage(options, {
    ...runOptionKinds,
    srcLang: language,
    trgLang: language,
    rules: rulesKind,
    codes: namesOf([...checkCodes, ...(options.custom ?? []).map(({ code }) => code)]),
  });
  const { srcLang = defaultSrcLang } = options;
  const rules = rulesForCodes(options.rules ?? {}, options.codes);
  checkLanguages(srcLang, options.trgLang);
  const run = await openRun(inputs, { ...options, advice: documentAdvice });
  try {
    yield* checkRun(run, run.named, rules, options);
  } finally {
    await run.close();
  }
}

async function* checkRun(
  run: Run,
  inputs: readonly string[],
  rules: CodeRules,
  options: CheckFilesOptions,
): AsyncGenerator<CheckedFile, void, undefined> {
  const { srcLang = defaultSrcLang, trgLang } = options;
  const { articles, others, trees } = run;
  const { alsoReads = [], alsoWrites = [] } = options;
  guardArticles(articles, { alsoReads, alsoWrites, filesFrom: options.filesFrom });
  const watch = createPairWatch();
  const texts = articles.filter((found) => !isDocument(found));
  for (const { path, namedPath, diagnostics } of others) {
    watch.add(path, 0, diagnostics);
    yield { path, namedPath, findings: adjust(diagnostics, rules) };
  }
  // Of a single article it is said with all else that there is to say of it.
  const noPairsIn = (path: string): Diagnostic[] => {
    const noPairs = texts.length === 1 ? watch.finding(inputs, texts) : undefined;
    return noPairs?.path === path ? [noPairs.diagnostic] : [];
  };
  const inference = createLanguageInference({ articles: texts, trees, srcLang });
  const languageOf = (index: number, article: Article): string | undefined =>
    options.trgLang ?? inference.of(index, article).trgLang;
  await run.readStdin();
  const asked = options.custom === undefined ? rules : { ...rules, custom: customFor(options.custom, options.codes) };
  const tree = needsTree(asked)
    ? await collectTreeOf(run, { srcLang, ...(trgLang === undefined ? {} : { trgLang }) }, texts)
    : undefined;
  const turn = createTurns(options.signal);
  let index = -1;
  for (const found of articles) {
    await turn();
    if (isDocument(found)) {
      yield await checkDocument(found, rules, options.signal);
      continue;
    }
    index++;
    const { path, diagnostics: own, article: read } = readFoundArticle(found, { stdin: options.stdin });
    const namedPath = namedPathOf(found);
    watch.add(path, read?.units.length ?? 0, own);
    const diagnostics = [...noPairsIn(path), ...own];
    if (read === undefined) {
      yield { path, namedPath, findings: adjust(diagnostics, rules) };
      continue;
    }
    const at = index;
    const article = withLanguage(read, () => languageOf(at, read));
    const findings = [
      ...adjust(languageFindings(article, srcLang), rules),
      ...inSegments(adjust(diagnostics, rules), article),
      ...checkArticle<string>(article, asked, tree),
    ];
    const inOrder = withTexts(
      findings.sort((a, b) => a.offset - b.offset),
      article,
    );
    yield { path, namedPath, findings: inOrder, text: article.text, article };
  }
  const noPairs =
    texts.length === 1 || (texts.length === 0 && inputs.length > 0) ? undefined : watch.finding(inputs, texts);
  const findings = noPairs === undefined ? [] : adjust([noPairs.diagnostic], rules);
  if (noPairs !== undefined && findings.length > 0) {
    const { path, namedPath } = noPairs;
    yield { path, namedPath, findings };
  }
}

/** An article in the language of the source has no translation. */
function languageFindings({ localization: { trgLang }, units }: Article, srcLang: string): readonly Diagnostic[] {
  if (units.length === 0 || trgLang === undefined || !isSameLanguage(trgLang, srcLang)) return [];
  return [diagnosticForFile('language/source', trgLang)];
}

/** Findings with the severities that were asked for. */
export function adjust<T extends FileFinding>(
  findings: readonly T[],
  rules: Readonly<Record<string, 'off' | Severity | undefined>>,
): T[] {
  return findings.flatMap((found) => {
    const severity = rules[found.code] ?? found.severity;
    return severity === 'off' ? [] : [severity === found.severity ? found : { ...found, severity }];
  });
}

/** Where a folder has no articles, its documents may be meant. */
const documentAdvice =
  ' XLIFF and TMX documents are checked where they are named or matched by a glob: "FOLDER/**/*.{xlf,xliff,tmx}".';

/** A memory of more characters is not shown with what is wrong in it. */
const longestShown = 16_000_000;

/** Of several codes, rules of one's own are run where they are asked for, too. */
function customFor(custom: readonly Rule[], codes: readonly string[] | undefined): readonly Rule[] {
  return codes === undefined ? custom : custom.filter(({ code }) => codes.includes(code));
}

function requireCustom(custom: readonly Rule[] | undefined): void {
  if (custom === undefined) return;
  try {
    requireRules({ custom });
  } catch (error) {
    throw new CorpusError('usage', reasonOf(error));
  }
}

async function checkDocument(
  found: FoundArticle,
  rules: CodeRules,
  signal: AbortSignal | undefined,
): Promise<CheckedFile> {
  const { path, file = path } = found;
  const namedPath = namedPathOf(found);
  let document: FileText | undefined;
  try {
    document = await openDocumentFile(file, signal);
    const isTmx = /\.tmx$/i.test(path);
    const { text, fault } = wholeOf(document, isTmx ? longestShown : longestXml);
    // A memory is read unit by unit, however long it is.
    if (isTmx && fault?.code === 'xml/too-large') {
      return { path, namedPath, findings: adjust(validateTmxDocument(document), rules) };
    }
    if (fault !== undefined) return { path, namedPath, findings: adjust([problemOf(fault, text)], rules), text };
    return { path, namedPath, findings: adjust(isTmx ? validateTmx(text) : validateXliff(text), rules), text };
  } catch (error) {
    signal?.throwIfAborted();
    const cause = error instanceof CorpusError ? error.cause : error;
    return { path, namedPath, findings: adjust([diagnosticForFile('input/unreadable', reasonOf(cause))], rules) };
  } finally {
    document?.close();
  }
}

function isDocument({ path, file }: FoundArticle): boolean {
  return file !== undefined && /\.(?:xl(?:f|iff)|tmx)$/i.test(path);
}
