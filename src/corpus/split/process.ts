import type { Article } from '../../model/article.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import type { ArticleSide } from '../../split/split.js';
import { createLanguageInference } from '../language/inference.js';
import type { Arena, Piece } from '../run/arena.js';
import type { Processor, Work } from '../run/task.js';
import { openRealArticles } from './against.js';
import type { Difference } from './difference.js';
import { createOriginalFinder, type Verdict } from './proof/original.js';
import { chooseSides, type SplitSettings } from './sides.js';
import { makeSide, readForSplit } from './split-article.js';
import { fileNameOf } from './split-outputs.js';

/** What is the same for all articles of a run. Plain data. */
export interface SplitGiven {
  readonly settings: SplitSettings;
  readonly verify: boolean;
  /** A folder of real articles to hold the sides against. */
  readonly against?: string;
  /** Where no article of the run holds a pair, none is split: not even the articles are taken for those of a side-by-side tree. */
  readonly hasPairs: boolean;
}

/** What became of an article. Plain data, and bytes. */
export interface ProcessedSplit {
  readonly path: string;
  /** The size of the file; 0 where it could not be read. */
  readonly bytes: number;
  readonly pairs: number;
  /** Of the article as it was read, and of its language. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sides: readonly ProcessedSide[];
  /** Only there where it was asked for. */
  readonly verify?: Verdict;
  /** Its source side was made, and has a title. */
  readonly title?: true;
}

/** A side of an article, to be written. */
export interface ProcessedSide {
  readonly side: ArticleSide;
  /** The language that it is written as. */
  readonly tag: string;
  readonly bytes: Piece;
  /** The title of the source, where it stays in the target language. */
  readonly untranslated?: Diagnostic;
  /** How it differs from the real article, or why that cannot be read. */
  readonly compared?: Difference | Diagnostic;
}

/** Makes ready for splitting articles, in memory. Their bytes are pieces of the arena. */
export async function start(
  { articles, trees, stdin, given: { settings, verify, against, hasPairs } }: Work<SplitGiven>,
  arena: Arena,
): Promise<Processor<ProcessedSplit>> {
  const { sides: asked, srcLang, anchors } = settings;
  const inference = createLanguageInference({ articles, trees, srcLang });
  const real = against === undefined ? undefined : openRealArticles(against, asked, srcLang);
  const find = createOriginalFinder();
  return (index) => {
    const found = articles.at(index);
    if (found === undefined) throw new RangeError(`There is no article ${index}.`);
    const input = readForSplit(found, stdin);
    const { path, bytes, pairs, article, encoding } = input;
    const nothing: ProcessedSplit = { path, bytes, pairs, diagnostics: input.diagnostics, sides: [] };
    if (article === undefined || !hasPairs) return nothing;
    const choice = chooseSides(input, settings, (each) => inference.of(index, each));
    if (choice === undefined) return verify ? { ...nothing, verify: 'no hash' } : nothing;
    const { language, tags, isReported } = choice;
    const { trgLang, diagnostic } = language;
    const options = {
      ...(anchors === undefined ? {} : { anchors }),
      ...(trgLang === undefined ? {} : { trgLang }),
      verify,
      find,
    };
    const sides: ProcessedSide[] = [];
    let verdict: Verdict | undefined;
    for (const side of ['source', 'target'] as const) {
      const tag = tags[side];
      if (tag === undefined && !(side === 'source' && verify)) continue;
      const made = makeSide(article, encoding, side, options);
      verdict ??= made.verdict;
      if (tag === undefined) continue;
      const compared = real?.compare(side, tag, fileNameOf(found), made.bytes);
      sides.push({
        side,
        tag,
        bytes: arena.concat([made.bytes]),
        ...(made.untranslated === undefined ? {} : { untranslated: made.untranslated }),
        ...(compared === undefined ? {} : { compared }),
      });
    }
    return {
      ...nothing,
      sides,
      diagnostics:
        diagnostic === undefined || !isReported
          ? input.diagnostics
          : [diagnosticForFile(diagnostic, ...language.args), ...input.diagnostics],
      ...(verify && verdict !== undefined ? { verify: verdict } : {}),
      ...(tags.source !== undefined && hasTitle(article) ? { title: true } : {}),
    };
  };
}

function hasTitle({ frontMatter }: Article): boolean {
  return frontMatter?.entries.some(({ key }) => key === 'title') === true;
}
