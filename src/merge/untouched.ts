import type { Article } from '../model/article.js';
import type { EditedFile } from '../read/edited/document.js';
import type { InlineMode, UnitMode } from '../write/export-options.js';
import { xliff } from '../write/formats/xliff.js';
import { skipReason } from '../write/selection.js';

/** What an export has more than the article, at most. */
const mostGrowth = 20;
const longestArticle = 4_000_000;

/**
 * Whether the units of an XLIFF 2 file are to the letter those that the export would write of the article now. Then nothing
 * in it was edited, nothing is stale, and none of it need be read. `false` says nothing: tools write XML in other ways.
 */
export function isUntouched(article: Article, file: EditedFile, inline: InlineMode = 'codes'): boolean {
  const text = file.unitsText(mostGrowth * article.text.length);
  const written = text === undefined ? undefined : writtenNow(article, '', file.unitCount, inline);
  return written !== undefined && unitsIn(written) === text;
}

/**
 * The `<file>` that the export would write of the article now, under a path, where it has so many units; `undefined` where it
 * cannot have them, or is too long.
 */
export function writtenNow(
  article: Article,
  path: string,
  unitCount: number,
  inline: InlineMode = 'codes',
): string | undefined {
  const mode = article.text.length > longestArticle ? undefined : modeOf(article, unitCount, inline);
  if (mode === undefined) return undefined;
  let written = '';
  // A file names no language.
  for (const chunk of xliff.article({ article, path, stem: '', trgLang: 'und' }, { units: mode, inline })) {
    if (typeof chunk === 'string') written += chunk;
  }
  return written;
}

const unitEnd = '</unit>';

/** From the start of the first unit to the end of the last; `undefined`: there is none. */
export function unitsIn(written: string): string | undefined {
  const start = written.indexOf('<unit ');
  return start < 0 ? undefined : written.slice(start, written.lastIndexOf(unitEnd) + unitEnd.length);
}

/** What has a unit of its own in the file, as far as their number shows it. */
function modeOf({ units }: Article, unitCount: number, inline: InlineMode): UnitMode | undefined {
  let blocks = 0;
  let pairs = 0;
  for (const { parts } of units) {
    let own = 0;
    for (const part of parts) if (part.kind === 'segment' && skipReason(part, inline) === undefined) own++;
    if (own > 0) blocks++;
    pairs += own;
  }
  if (unitCount === blocks) return 'block';
  return unitCount === pairs ? 'pair' : undefined;
}
