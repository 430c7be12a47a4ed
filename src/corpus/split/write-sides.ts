import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import type { ArticleSide } from '../../split/split.js';
import { type FoundArticle, namedPathOf } from '../find/find.js';
import type { Difference } from './difference.js';
import type { ProcessedSplit } from './process.js';
import type { SplitOutputs } from './split-outputs.js';
import type { SplitArticleResult } from './split-report.js';

/** Writes the sides of an article, where there are outputs, and says what became of it. */
export async function writeSides(
  { path, bytes, pairs, sides, diagnostics, verify, title }: ProcessedSplit,
  found: FoundArticle,
  outputs: SplitOutputs | undefined,
): Promise<SplitArticleResult> {
  const all: Diagnostic[] = [...diagnostics];
  const against: Partial<Record<ArticleSide, Difference>> = {};
  for (const { side, tag, bytes: written, untranslated, compared } of sides) {
    if (untranslated !== undefined) all.push(untranslated);
    if (typeof compared === 'string') against[side] = compared;
    else if (compared !== undefined) all.push(compared);
    const unwritten = await outputs?.write(found, tag, written);
    if (unwritten !== undefined) all.push(unwritten);
  }
  return {
    path,
    namedPath: namedPathOf(found),
    bytes,
    pairs,
    sides: sides.map(({ side }) => side),
    diagnostics: all.sort((a, b) => a.offset - b.offset),
    ...(verify === undefined ? {} : { verify }),
    ...(Object.keys(against).length > 0 ? { against } : {}),
    ...(title === undefined ? {} : { title }),
  };
}
