import type { Segment } from '../../model/article.js';
import type { EntryText } from '../../model/memory/entry.js';
import type { SourceArticle, SourceSegment } from '../../model/source-article.js';
import { markdown } from '../../read/carriers/markdown/markdown.js';
import type { Piece } from '../../read/edited/document.js';
import { encodeText } from '../encode.js';
import { identifyCodes } from '../match/identify.js';
import { createPlaces, type Place } from '../spell/place.js';
import { hasLostReference, isReferenceEnd } from '../spell/references.js';
import { spellTarget } from '../spell/spell-target.js';
import { asArticle } from './as-article.js';
import { inOneLine } from './one-line.js';
import { storedSpelling } from './stored.js';

/** A character of a text that Markdown may take for markup. */
const mayBeMarkup = /[\\`*_~[\]<>$@&]/;

/**
 * The Markdown of targets whose texts would be read as markup in their places, by the ids of their segments: TMX and XLIFF
 * documents say which characters are text, and have no escapes. So is that of references (`[Help]`) whose text was translated,
 * and of those in `unsound`, which would make other blocks as they stand. It is what `mergeSource` writes of these targets; one
 * that it would refuse is not there.
 */
export function respelledTargets(
  article: SourceArticle,
  unsound: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, string> {
  const respelled = new Map<string, string>();
  const isWanted = (part: SourceSegment): boolean => unsound.has(part.id) || isInDoubt(part);
  if (!article.units.some(({ parts }) => parts.some((part) => part.kind === 'segment' && isWanted(part)))) {
    return respelled;
  }
  const form = asArticle(article);
  const placeOf = createPlaces(form, markdown.markup);
  for (const [index, { parts }] of article.units.entries()) {
    const unit = form.units[index];
    for (const [number, part] of parts.entries()) {
      const segment = unit?.parts[number];
      if (part.kind !== 'segment' || part.target === undefined || !isWanted(part)) continue;
      if (unit === undefined || segment?.kind !== 'segment') continue;
      const text = respell(part.target, segment, placeOf(segment, unit.block), unsound.has(part.id));
      if (text !== undefined) respelled.set(part.id, text);
    }
  }
  return respelled;
}

function isInDoubt({ target }: SourceSegment): boolean {
  const { content = [] } = target ?? {};
  return content.some(
    (each) =>
      (each.kind === 'text' && each.markdown === undefined && mayBeMarkup.test(each.text)) || isReferenceEnd(each),
  );
}

/** `undefined`: it is read as what it is, or it would be refused. */
function respell({ text, content }: EntryText, segment: Segment, place: Place, isUnsound: boolean): string | undefined {
  const given = content.map((each): Piece => (each.kind === 'text' ? encodeText(each.text) : each));
  const pieces = inOneLine(identifyCodes(given, segment), 'codes');
  const isSpelled = isUnsound || hasLostReference(content, place);
  if (!isSpelled && storedSpelling({ pieces, spellings: [text] }, place, 'codes') !== undefined) return undefined;
  const { markdown: own } = spellTarget({ pieces, segment, place, inline: 'codes', offset: 0 }, false);
  return own === text ? undefined : own;
}
