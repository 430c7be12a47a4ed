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
  const { length } = article.text;
  const mode = length > longestArticle ? undefined : modeOf(article, file, inline);
  const text = mode === undefined ? undefined : file.unitsText(mostGrowth * length);
  if (mode === undefined || text === undefined) return false;
  let written = '';
  // Units name neither a language nor a path.
  for (const chunk of xliff.article({ article, path: '', stem: '', trgLang: 'und' }, { units: mode, inline })) {
    if (typeof chunk === 'string') written += chunk;
  }
  const start = written.indexOf('<unit ');
  const end = written.lastIndexOf('</unit>');
  return start >= 0 && written.slice(start, end + '</unit>'.length) === text;
}

/** What has a unit of its own in the file, as far as their number shows it. */
function modeOf({ units }: Article, { unitCount }: EditedFile, inline: InlineMode): UnitMode | undefined {
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
