import { decodeReferences } from '../../../xml/syntax.js';
import { attributeOf, type Cutter, type PassingElement } from '../cut.js';
import { targetKeyOf } from '../source-key.js';
import { createPassingUnit, longestText, type Variant } from './passing-unit.js';
import { kindOf, readPlainUnit } from './plain-unit.js';
import { createTargets, type Targets } from './targets.js';
import { createUnitKeys, type UnitKeys, unitKeyOf } from './unit-keys.js';

/** What is known of a memory when it has passed. Languages are in lower case. */
export interface PassedMemory {
  /** The languages of variants beside a source in the language that was asked for, that of the source included. */
  readonly languages: ReadonlySet<string>;
  /** Those of them in which a source or a target has inline codes. */
  readonly languagesWithCodes: ReadonlySet<string>;
  /** The targets of the units that were found. */
  readonly targets: Targets;
  /** Of the units that say which pair they are of, in properties of their own, and have one target. */
  readonly unitKeys: UnitKeys;
  /** Whether a unit says what stands before or after it. */
  readonly hasNeighbours: () => boolean;
}

/** More languages, or longer names of one, are none of an article. */
export const mostLanguages = 10_000;

/**
 * Finds the units of a TMX document with a source in a language, by what stands in it. `wanted`: only those with one of
 * these keys need be found.
 */
export function createTmxCutter(srcLang: string, wanted?: ReadonlySet<number>): Cutter & PassedMemory {
  const sourceLanguage = srcLang.toLowerCase();
  const languages = new Set<string>();
  const languagesWithCodes = new Set<string>();
  const targets = createTargets();
  const unitKeys = createUnitKeys();
  let hasNeighbours = false;
  const unit = createPassingUnit(sourceLanguage);
  /** The depth of the unit that passes; 0: none. */
  let top = 0;
  let segments = 0;
  let inSegment = false;
  /** Where the pass is. */
  let place = 0;
  /** The depth of the native code that passes; 0: none. */
  let code = 0;
  /** The property of the unit that passes. */
  let property: { readonly type: string; value: string } | undefined;

  const hasCodesOfSource = ({ language, hasCodes }: Variant): boolean => hasCodes && language === sourceLanguage;
  const addLanguage = ({ language, hasCodes }: Variant, hasSourceCodes: boolean): void => {
    if (languages.size === mostLanguages) return;
    languages.add(language);
    if (hasCodes || hasSourceCodes) languagesWithCodes.add(language);
  };
  /** All of a unit passed; the key of its source. */
  const keyOfUnit = (): number | undefined => {
    top = 0;
    if (unit.hasNeighbours()) hasNeighbours = true;
    const source = unit.source();
    if (source === undefined) return undefined;
    const found = unit.sourceKey();
    const others = unit.others();
    const hasSourceCodes = others.some(hasCodesOfSource) || source.hasCodes;
    addLanguage(source, hasSourceCodes);
    for (const each of others) addLanguage(each, hasSourceCodes);
    if (wanted !== undefined && !wanted.has(found)) return undefined;
    const target = others.length === 1 ? others[0] : undefined;
    if (target === undefined || target.text.length > longestText) {
      targets.add(undefined);
      return found;
    }
    const { language, text } = target;
    targets.add({ language, key: targetKeyOf(text) });
    const own = unit.place();
    if (own !== undefined && source.text.length <= longestText) {
      // Written out: an object that is spread has a hidden class of its own, and this is one for each unit.
      const { article, pair } = own;
      unitKeys.add(unitKeyOf({ article, pair, language, source: source.text, target: text }));
    }
    return found;
  };

  return {
    languages,
    languagesWithCodes,
    targets,
    unitKeys,
    hasNeighbours: () => hasNeighbours,
    kindOf({ local, depth }) {
      if (depth === 2) return local === 'body' ? 'holder' : undefined;
      return local === 'tu' ? 'unit' : undefined;
    },
    take(text, at, depth) {
      if (depth !== unitDepth) return undefined;
      unit.start();
      return readPlainUnit(text, at, unit);
    },
    open({ local, tag, depth }: PassingElement) {
      place = depth;
      if (top === 0) {
        top = depth;
        unit.start();
      } else if (depth === top + 1) {
        unit.endVariant();
        segments = 0;
        if (local === 'tuv') unit.variant(attributeOf(tag, 'xml:lang') ?? attributeOf(tag, 'lang'));
        else if (local === 'prop') property = { type: attributeOf(tag, 'type') ?? '', value: '' };
      } else if (depth === top + 2) {
        inSegment = unit.isKnown() && local === 'seg' && ++segments === 1;
        if (local === 'prop') unit.ofVariant(attributeOf(tag, 'type') ?? '');
      } else if (inSegment && code === 0 && nativeCodes.has(local)) {
        code = depth;
        unit.startCode(kindOf(local, attributeOf(tag, 'pos')));
      }
    },
    text(piece, isCdata) {
      const isOfProperty = property !== undefined && place === top + 1;
      // What stands in a code is its data, but for what stands in elements in it.
      const isOfSegment = inSegment && (code === 0 || place <= code);
      if (!isOfProperty && !isOfSegment) return;
      const read = isCdata ? piece : decodeReferences(piece);
      if (isOfSegment) unit.text(read);
      else if (property !== undefined) property.value += read;
    },
    close(depth) {
      place = depth - 1;
      if (depth === code) {
        code = 0;
        unit.endCode();
      }
      if (depth === top + 2) inSegment = false;
      if (depth !== top + 1) return;
      unit.endVariant();
      if (property !== undefined) unit.property(property.type, property.value);
      property = undefined;
    },
    keyOfUnit,
  };
}

/** Units stand in `<body>`, which stands in `<tmx>`. */
const unitDepth = 3;
const nativeCodes: ReadonlySet<string> = new Set(['ph', 'bpt', 'ept', 'it']);
