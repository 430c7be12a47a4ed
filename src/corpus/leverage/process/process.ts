import { leverage } from '../../../leverage/leverage.js';
import type { LeveragedArticle } from '../../../leverage/leveraged.js';
import type { LeverageMatcher } from '../../../leverage/look-up.js';
import type { LeverageOptions } from '../../../leverage/options.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import type { EntryText } from '../../../model/memory/entry.js';
import type { Glossary } from '../../../model/terms/glossary.js';
import type { ExportOptions } from '../../../write/export-options.js';
import type { FoundArticle } from '../../find/find.js';
import { exportersOf, ofFormat, prepareExporters } from '../../places/exporters.js';
import type { Arena, Piece } from '../../run/arena.js';
import type { Processor, Work } from '../../run/task.js';
import { formatsOf, type LeverageFormat } from '../formats.js';
import { type KnownMemoriesOptions, openMemories } from '../memories/known-memories.js';
import { readSentences } from '../sentences.js';
import { requireUnchanged, type SharedMemories } from './several-threads.js';
import { soundArticle } from './sound.js';
import { createSourceReader, type ReadSource } from './source-reader.js';
import { type LeverageTools, toolsOfRun } from './tools.js';

/** What is the same for all articles of a run. Plain data. */
export interface LeverageGiven extends SharedMemories {
  /** The number of the run in the caller's thread, which has its memories and exporters. */
  readonly run: number;
  readonly memories: Omit<KnownMemoriesOptions, 'penaltyOf' | 'signal' | 'onProgress' | 'outputs' | 'stdin'>;
  /** What is taken off the scores of each memory. */
  readonly penalties: readonly number[];
  readonly formats: readonly string[];
  readonly srcLang: string;
  /** How it is written, but for the glossary. */
  readonly writing: ExportOptions & { readonly trgLang: string };
  readonly srx?: string;
  readonly glossary?: Glossary;
  readonly options: Pick<LeverageOptions, 'fill' | 'show'>;
  /** Whether articles are wanted, too: these go to no other thread. */
  readonly withArticles: boolean;
}

/** What became of an article. Plain data, and bytes. */
export interface ProcessedSource {
  readonly path: string;
  /** The size of the file; 0 where it could not be read. */
  readonly bytes: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Not there where it could not be read. */
  readonly segments?: readonly ProcessedSegment[];
  readonly filled: number;
  /** By the name of the format; without the begin and the end of a document. Nothing where there is nothing to write. */
  readonly output: Readonly<Record<string, readonly Piece[]>>;
  /** Where it is wanted. */
  readonly article?: LeveragedArticle | undefined;
}

/** A segment, as far as it is counted. */
interface ProcessedSegment {
  readonly source: EntryText;
  readonly score: number | undefined;
}

/** Makes ready for filling articles, in memory. Their bytes are pieces of the arena. */
export async function start(
  { articles, stdin, given }: Work<LeverageGiven>,
  arena: Arena,
): Promise<Processor<ProcessedSource>> {
  const { matcher, originals, exporters, sentences } = await (toolsOfRun(given.run) ?? openTools(given));
  const read = createSourceReader(stdin, sentences, originals);
  const { glossary, options, withArticles } = given;
  const { trgLang } = given.writing;
  const writing = { ...given.writing, ...(glossary === undefined ? {} : { glossary }) };
  return (index, most) => {
    const found = articles.at(index);
    if (found === undefined) throw new RangeError(`There is no article ${index}.`);
    const { path, bytes, diagnostics, article } = leverageFound(read, matcher, options, found, most);
    if (article === undefined) return { path, bytes, diagnostics, filled: 0, output: {} };
    const sound = soundArticle(article);
    const segments = sound.article.units.flatMap(({ parts }) => parts.filter((part) => part.kind === 'segment'));
    const output: Record<string, readonly Piece[]> = {};
    for (const exporter of exporters) {
      let chunks = 0;
      const item = { article: sound.article, path, trgLang };
      const pieces = ofFormat(exporter, () => arena.encode(exporter.source?.(item, writing) ?? [], () => chunks++));
      if (chunks > 0) output[exporter.name] = pieces;
    }
    return {
      path,
      bytes,
      diagnostics: [...diagnostics, ...sound.diagnostics].sort((a, b) => a.offset - b.offset),
      segments: segments.map(({ source: { text, content }, match }) => ({
        source: { text, content },
        score: match?.score,
      })),
      filled: segments.filter(({ target }) => target !== undefined).length,
      output,
      article: withArticles ? sound.article : undefined,
    };
  };
}

/** What a thread of its own works with. */
async function openTools(given: LeverageGiven): Promise<LeverageTools> {
  const { named, memories, penalties, formats, srx, srcLang } = given;
  const { matcher, originals } = await openMemories(named, { ...memories, penaltyOf: (number) => penalties[number] });
  requireUnchanged(given);
  const exporters = exportersOf(formatsOf(formats as readonly LeverageFormat[], ''));
  await prepareExporters(exporters);
  return {
    matcher,
    originals,
    exporters,
    sentences: srx === undefined ? undefined : (await readSentences(srx, srcLang)).rules,
  };
}

/** An article with what memories have for it. */
interface LeveragedSource extends Omit<ReadSource, 'article' | 'sourceHash'> {
  readonly article?: LeveragedArticle;
}

/** Reads an article, and asks the matcher all that there is to ask. */
export function leverageFound(
  read: (found: FoundArticle, most?: number) => ReadSource,
  matcher: LeverageMatcher,
  options: Pick<LeverageOptions, 'fill' | 'show'>,
  found: FoundArticle,
  most?: number,
): LeveragedSource {
  const { path, bytes, diagnostics, article, sourceHash } = read(found, most);
  if (article === undefined) return { path, bytes, diagnostics };
  const { fill, show } = options;
  return { path, bytes, diagnostics, article: leverage(article, matcher, { fill, show, sourceHash }) };
}
