import type { Range } from '../../../model/position.js';
import { isInHeader, type SourceArticle, type SourceUnit } from '../../../model/source-article.js';
import type { Translations } from '../../../read/source/translation-edits.js';
import { isRead, startOf } from './read-again.js';
import { keepsBlocks } from './same-blocks.js';

/** So many times the article is read to find what breaks it; what is undecided then is taken to. */
const mostReads = 32;

/** Of a block with more, none is written where one of them breaks it. */
const mostTried = 32;

/**
 * The ids of those translations with which the article has the blocks that it had, and no other key in its front matter: one
 * that starts a comment, a table or a list would take what is around it with it.
 */
export function soundTranslations(article: SourceArticle, translations: Translations): ReadonlySet<string> {
  if (keepsBlocks(article, translations) || isSound(article, translations)) return new Set(translations.keys());
  // Reading a block costs less than reading the article.
  const candidates = article.units.flatMap((unit) => soundAlone(article, unit, translations));
  let reads = 0;
  const sound = (ids: readonly string[]): readonly string[] => {
    if (reads++ >= mostReads) return [];
    if (isSound(article, only(translations, ids))) return ids;
    if (ids.length === 1) return [];
    const middle = ids.length >> 1;
    return [...sound(ids.slice(0, middle)), ...sound(ids.slice(middle))];
  };
  const found = sound(candidates);
  return new Set(found.length === candidates.length || isSound(article, only(translations, found)) ? found : []);
}

/** The ids of those translations of a block with which it is still that block when it is read alone. One that cannot be read alone is taken to be. */
function soundAlone(article: SourceArticle, unit: SourceUnit, translations: Translations): readonly string[] {
  const ids = unit.parts.flatMap((part) => (part.kind === 'segment' && translations.has(part.id) ? [part.id] : []));
  if (ids.length === 0 || isInHeader(unit)) return ids;
  const alone = cutOut(article, unit);
  const own = only(translations, ids);
  if (!isRead(alone, new Map()) || isRead(alone, own)) return ids;
  return ids.length > mostTried ? [] : ids.filter((id) => isRead(alone, only(translations, [id])));
}

/** A block, with the whole lines that it stands in, as an article. */
function cutOut({ text }: SourceArticle, unit: SourceUnit): SourceArticle {
  const first = startOf(unit);
  const from = Math.max(text.lastIndexOf('\n', first - 1), text.lastIndexOf('\r', first - 1)) + 1;
  const last = unit.lines.at(-1)?.end ?? first;
  const rest = /[\r\n]/.exec(text.slice(last, last + mostOfLine));
  const to = last + (rest?.index ?? mostOfLine);
  const move = ({ start, end }: Range): Range => ({ start: start - from, end: end - from });
  const parts = unit.parts.map((part) => ({ ...part, range: move(part.range) }));
  const own = { ...unit, lines: unit.lines.map(move), atoms: [], parts };
  return { kind: 'source-article', text: text.slice(from, to), units: [own] };
}

/** What stands after a block in its line: closing marks, and cells. */
const mostOfLine = 1000;

function only(translations: Translations, ids: readonly string[]): Translations {
  return new Map(ids.flatMap((id) => [[id, translations.get(id) ?? ''] as const]));
}

function isSound(article: SourceArticle, translations: Translations): boolean {
  return translations.size === 0 || isRead(article, translations);
}
