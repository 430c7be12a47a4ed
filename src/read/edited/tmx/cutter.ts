import { ownText } from '../../../model/compact/own-text.js';
import { decodeReferences, type XmlTag } from '../../../xml/syntax.js';
import { attributeOf, type Cutter, type PassingElement } from '../cut.js';
import { createSourceKey, type SourceKey, targetKeyOf } from '../source-key.js';
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

/** A variant of the unit that passes. */
interface Variant {
  /** In lower case; `undefined`: none that an article may have. */
  readonly language: string | undefined;
  /** Of the source. */
  readonly key?: SourceKey;
  /** With `\0KIND DATA\0` for each native code; as much as is looked at. */
  text: string;
  hasCodes: boolean;
}

/** The unit that passes. */
interface PassingUnit {
  readonly depth: number;
  readonly variants: Variant[];
  /** What it says in properties of its own. */
  article: string | undefined;
  pair: string | undefined;
  /** Something else says where it is from. */
  isPlacedOtherwise: boolean;
}

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
  let unit: PassingUnit | undefined;
  let variant: Variant | undefined;
  let segments = 0;
  let inSegment = false;
  /** Where the pass is. */
  let place = 0;
  /** The depth of the native code that passes; 0: none. */
  let code = 0;
  /** The property of the unit that passes, of those that are looked at. */
  let property: { readonly name: 'article' | 'pair'; value: string } | undefined;

  const openVariant = (tag: XmlTag, { variants }: PassingUnit): Variant => {
    const written = attributeOf(tag, 'xml:lang') ?? attributeOf(tag, 'lang');
    const language = written === undefined || written.length > 100 ? undefined : ownText(written.toLowerCase());
    const isSource = language === sourceLanguage && !variants.some(({ key }) => key !== undefined);
    const opened = { language, ...(isSource ? { key: createSourceKey() } : {}), text: '', hasCodes: false };
    variants.push(opened);
    segments = 0;
    return opened;
  };

  const openProperty = (tag: XmlTag, passing: PassingUnit, isOwn: boolean): void => {
    const type = attributeOf(tag, 'type') ?? '';
    if (neighbours.has(type)) hasNeighbours = true;
    const name = isOwn ? places.get(type) : undefined;
    if (name !== undefined) property = { name, value: '' };
    else if (type === 'file' || places.has(type)) passing.isPlacedOtherwise = true;
  };

  /** All of a unit passed; the key of its source. */
  const take = ({ variants, article, pair, isPlacedOtherwise }: PassingUnit): number | undefined => {
    const source = variants.find(({ key }) => key !== undefined);
    const found = source?.key?.value();
    if (source === undefined || found === undefined) return undefined;
    const hasSourceCodes = variants.some(({ language, hasCodes }) => hasCodes && language === sourceLanguage);
    for (const { language, hasCodes } of variants) {
      if (language === undefined || languages.size === mostLanguages) continue;
      languages.add(language);
      if (hasCodes || hasSourceCodes) languagesWithCodes.add(language);
    }
    if (wanted !== undefined && !wanted.has(found)) return undefined;
    const [target, ...others] = variants.filter((each) => each !== source && each.language !== undefined);
    if (target?.language === undefined || others.length > 0 || target.text.length > longestText) {
      targets.add(undefined);
      return found;
    }
    const { language, text } = target;
    targets.add({ language, key: targetKeyOf(text) });
    if (article === undefined || pair === undefined || isPlacedOtherwise || source.text.length > longestText)
      return found;
    unitKeys.add(unitKeyOf({ article, pair, language, source: source.text, target: text }));
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
    open({ local, tag, depth }: PassingElement) {
      place = depth;
      if (unit === undefined) {
        unit = { depth, variants: [], article: undefined, pair: undefined, isPlacedOtherwise: false };
        variant = undefined;
        return;
      }
      const isCode = inSegment && code === 0 && nativeCodes.has(local);
      if (depth === unit.depth + 1) {
        variant = local === 'tuv' ? openVariant(tag, unit) : undefined;
        if (local === 'prop') openProperty(tag, unit, true);
      } else if (depth === unit.depth + 2) {
        inSegment = variant?.language !== undefined && local === 'seg' && ++segments === 1;
        if (local === 'prop') openProperty(tag, unit, false);
      } else if (isCode && variant !== undefined) {
        code = depth;
        variant.hasCodes = true;
        addText(variant, `\0${kindOf(local, tag)} `);
      }
    },
    text(piece, isCdata) {
      if (property !== undefined && unit !== undefined && place === unit.depth + 1) {
        property.value += isCdata ? piece : decodeReferences(piece);
      }
      // What stands in a code is its data, but for what stands in elements in it.
      if (!inSegment || variant === undefined || (code > 0 && place > code)) return;
      const read = isCdata ? piece : decodeReferences(piece);
      variant.key?.add(read);
      addText(variant, read);
    },
    close(depth) {
      place = depth - 1;
      if (depth === code) {
        code = 0;
        if (variant !== undefined) addText(variant, '\0');
      }
      if (unit === undefined) return;
      if (depth === unit.depth + 2) inSegment = false;
      if (depth !== unit.depth + 1) return;
      variant = undefined;
      if (property !== undefined) unit[property.name] = property.value;
      property = undefined;
    },
    keyOfUnit() {
      const passed = unit;
      unit = undefined;
      return passed && take(passed);
    },
  };
}

/** Longer texts are not looked at as they pass. */
const longestText = 1_000_000;

function addText(variant: Variant, text: string): void {
  if (variant.text.length <= longestText) variant.text += text;
}

/** Properties that say where a unit is from. */
const places: ReadonlyMap<string, 'article' | 'pair'> = new Map([
  ['x-article', 'article'],
  ['x-pair', 'pair'],
]);
/** Those that say what stands before or after it. */
const neighbours: ReadonlySet<string> = new Set(['prev', 'next', 'x-context-pre', 'x-context-post']);
const nativeCodes: ReadonlySet<string> = new Set(['ph', 'bpt', 'ept', 'it']);

/** As the reader of units names them. */
function kindOf(local: string, tag: XmlTag): string {
  if (local === 'ph') return 'ph';
  if (local === 'it') return attributeOf(tag, 'pos') === 'end' ? 'ec' : 'sc';
  return local === 'bpt' ? 'sc' : 'ec';
}
