import { toMarkdown } from '../../model/content.js';
import type { EntryText } from '../../model/memory/entry.js';
import { isByCharacters } from '../shape/characters.js';
import { ShapeReader } from '../shape/reader.js';
import { TextUnits } from '../shape/text-units.js';
import { Vocabulary } from '../shape/vocabulary.js';
import { adaptCodes, type PlacedContent } from './codes.js';
import { adaptNumbers, type Scripts } from './numbers.js';

/** What of a target was taken from the new source. */
export type Adapted = 'numbers' | 'codes';

/** A target, and what of it was taken from the new source: nothing where the target is the stored one. */
export interface Adaptation {
  readonly target: EntryText;
  readonly adapted: readonly Adapted[];
}

/** What is adapted: a stored translation, and a new source with the same words. */
export interface AdaptationInput {
  readonly source: EntryText;
  readonly target: EntryText;
  readonly newSource: EntryText;
}

/** Adapts targets of a language pair. */
export type Adapter = (input: AdaptationInput) => Adaptation;

/**
 * Makes what puts the numbers and codes of a new source into the stored target of a source with the same words: all that
 * changed of a kind, or none of it, where there is a doubt. White space, punctuation and case stay as they are.
 *
 * @example
 * const read = (text = '') => ({ text, content: parseInline(text) });
 * const known = { source: read('Wait 10 minutes.'), target: read('Warten Sie 10 Minuten.') };
 * const adapt = createAdapter('en-US', 'de-DE');
 * adapt({ ...known, newSource: read('Wait 15 minutes.') }).target.text // 'Warten Sie 15 Minuten.'
 */
export function createAdapter(srcLang: string, trgLang: string): Adapter {
  const reader = new ShapeReader(srcLang, new Vocabulary());
  const scripts: Scripts = {
    isSourceByCharacters: isByCharacters(srcLang),
    isTargetByCharacters: isByCharacters(trgLang),
  };
  const units = new TextUnits();
  const placed = (text: EntryText): PlacedContent => {
    reader.read(units.load(text.content), false);
    return { content: text.content, places: reader.places(units) };
  };
  return ({ source, target, newSource }) => {
    const adapted: Adapted[] = [];
    let { content } = target;
    const withNumbers = adaptNumbers(source.content, content, newSource.content, scripts);
    if (withNumbers !== undefined) {
      adapted.push('numbers');
      content = withNumbers;
    }
    const withCodes = adaptCodes(placed(source), content, placed(newSource));
    if (withCodes !== undefined) {
      adapted.push('codes');
      content = withCodes;
    }
    if (adapted.length === 0) return { target, adapted };
    return { target: { text: toMarkdown(content), content }, adapted };
  };
}
