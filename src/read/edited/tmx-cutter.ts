import { ownText } from '../../model/compact/own-text.js';
import { decodeReferences, type XmlTag } from '../../xml/syntax.js';
import { attributeOf, type Cutter, type PassingElement } from './cut.js';
import { createSourceKey, type SourceKey, targetKeyOf } from './source-key.js';

/** What is known of a memory when it has passed. Languages are in lower case. */
export interface PassedMemory {
  /** The languages of variants beside a source in the language that was asked for, that of the source included. */
  readonly languages: ReadonlySet<string>;
  /** Those of them in which a source or a target has inline codes. */
  readonly languagesWithCodes: ReadonlySet<string>;
  /** The targets of the units that were found. */
  readonly targets: Targets;
}

/** The targets of units, by their places. */
export interface Targets {
  /** `undefined` where a unit has none, or several, or a very long one. */
  at(index: number): PassedTarget | undefined;
  /** What they are made of, for another thread. */
  toData(): TargetsData;
}

/** Plain data. */
export interface TargetsData {
  readonly languages: readonly string[];
  readonly keys: Float64Array;
  /** The places of their languages; -1: of none. */
  readonly spoken: Int32Array;
}

/** The only target of a unit. */
export interface PassedTarget {
  /** In lower case. */
  readonly language: string;
  /** As `targetKeyOf` makes it. */
  readonly key: number;
}

/** More languages, or longer names of one, are none of an article. */
export const mostLanguages = 10_000;

/**
 * Finds the units of a TMX document with a source in a language, by what stands in it. `wanted`: only those with one of
 * these keys need be found.
 */
export function createTmxCutter(srcLang: string, wanted?: ReadonlySet<number>): Cutter & PassedMemory {
  const languages = new Set<string>();
  const languagesWithCodes = new Set<string>();
  /** Of the unit that passes. */
  let unit = 0;
  let own: Set<string> = new Set();
  let withCodes: Set<string> = new Set();
  let key: SourceKey | undefined;
  /** Of the variant that passes. */
  let language: string | undefined;
  let isSource = false;
  let segments = 0;
  let inSegment = false;
  /** Where the pass is. */
  let place = 0;
  /** The depth of the native code that passes; 0: none. */
  let code = 0;
  /** The target that passes, and those of the unit that passed. */
  let target: string | undefined;
  let targets: PassedTarget[] = [];
  const passed = createTargets();

  const openVariant = (tag: XmlTag): void => {
    const written = attributeOf(tag, 'xml:lang') ?? attributeOf(tag, 'lang');
    language = written === undefined || written.length > 100 ? undefined : ownText(written.toLowerCase());
    isSource = key === undefined && language === srcLang.toLowerCase();
    if (isSource) key = createSourceKey();
    target = isSource ? undefined : '';
    if (language !== undefined) own.add(language);
    segments = 0;
  };

  return {
    languages,
    languagesWithCodes,
    targets: passed,
    kindOf({ local, depth }) {
      if (depth === 2) return local === 'body' ? 'holder' : undefined;
      return local === 'tu' ? 'unit' : undefined;
    },
    open({ local, tag, depth }: PassingElement) {
      place = depth;
      if (inSegment && code === 0 && target !== undefined && nativeCodes.has(local))
        target += `\0${kindOf(local, tag)} `;
      if (unit === 0) {
        unit = depth;
        own = new Set();
        withCodes = new Set();
        key = undefined;
        language = undefined;
        target = undefined;
        targets = [];
      } else if (depth === unit + 1) {
        language = undefined;
        isSource = false;
        if (local === 'tuv') openVariant(tag);
      } else if (depth === unit + 2) {
        inSegment = language !== undefined && local === 'seg' && ++segments === 1;
      } else if (inSegment && code === 0 && nativeCodes.has(local)) {
        code = depth;
        withCodes.add(language ?? '');
      }
    },
    text(piece, isCdata) {
      // What stands in a code is its data, but for what stands in elements in it.
      if (!inSegment || (code > 0 && place > code)) return;
      const read = isCdata ? piece : decodeReferences(piece);
      if (isSource) key?.add(read);
      else if (target !== undefined && target.length <= longestTarget) target += read;
    },
    close(depth) {
      place = depth - 1;
      if (depth === code) {
        code = 0;
        if (target !== undefined) target += '\0';
      }
      if (depth === unit + 2) inSegment = false;
      if (depth === unit + 1 && target !== undefined && language !== undefined) {
        const isKnown = target.length <= longestTarget;
        targets.push({ language, key: isKnown ? targetKeyOf(target) : Number.NaN });
        target = undefined;
      }
    },
    keyOfUnit() {
      unit = 0;
      const found = key?.value();
      if (found === undefined) return undefined;
      const source = srcLang.toLowerCase();
      for (const each of own) {
        if (languages.size === mostLanguages) break;
        languages.add(each);
        if (withCodes.has(each) || withCodes.has(source)) languagesWithCodes.add(each);
      }
      if (wanted !== undefined && !wanted.has(found)) return undefined;
      const [only, ...others] = targets;
      passed.add(others.length === 0 ? only : undefined);
      return found;
    },
  };
}

const nativeCodes: ReadonlySet<string> = new Set(['ph', 'bpt', 'ept', 'it']);

/** Longer ones are not looked at as they pass. */
const longestTarget = 1_000_000;

/** As the reader of units names them. */
function kindOf(local: string, tag: XmlTag): string {
  if (local === 'ph') return 'ph';
  if (local === 'it') return attributeOf(tag, 'pos') === 'end' ? 'ec' : 'sc';
  return local === 'bpt' ? 'sc' : 'ec';
}

/** A dozen bytes for each. `known`: what others are made of; none are added to these. */
export function createTargets(known?: TargetsData): Targets & { add(target: PassedTarget | undefined): void } {
  const languages: string[] = [...(known?.languages ?? [])];
  const places = new Map<string, number>();
  let count = known?.keys.length ?? 0;
  let keys = known?.keys ?? new Float64Array(64);
  let spoken = known?.spoken ?? new Int32Array(64);
  return {
    add(target) {
      if (count === keys.length) {
        const [more, longer] = [new Float64Array(count * 2), new Int32Array(count * 2)];
        more.set(keys);
        longer.set(spoken);
        keys = more;
        spoken = longer;
      }
      let place = -1;
      if (target !== undefined && !Number.isNaN(target.key)) {
        place = places.get(target.language) ?? languages.length;
        if (place === languages.length) languages.push(target.language);
        places.set(target.language, place);
        keys[count] = target.key;
      }
      spoken[count++] = place;
    },
    toData: () => ({ languages, keys: keys.subarray(0, count), spoken: spoken.subarray(0, count) }),
    at(index) {
      const language = languages[spoken[index] ?? -1];
      return language === undefined ? undefined : { language, key: keys[index] ?? 0 };
    },
  };
}
