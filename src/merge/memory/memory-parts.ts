import { mostUnits } from '../../model/limits.js';
import { chainKeys } from '../../read/edited/chains.js';
import { createCutting } from '../../read/edited/cut.js';
import { mostLanguages } from '../../read/edited/tmx/cutter.js';
import { createTargets, type TargetsData } from '../../read/edited/tmx/targets.js';
import { createUnitKeys, type UnitKeysData } from '../../read/edited/tmx/unit-keys.js';
import type { DocumentText } from '../../xml/document-text.js';
import { knownOf, type MemoryIndex, memoryCutterOf, toMemoryIndex } from './memory-index.js';

/** What is known of a part of a memory. Plain data: places are those in its head and itself. */
export interface MemoryPart {
  readonly index: MemoryIndex;
  /** UTF-16 code units of the head, and of the part without it. */
  readonly headLength: number;
  readonly length: number;
}

/**
 * Passes over a part of a memory, from the start of a unit to that of another one, or to the end of the document. `head`:
 * what stands before the first unit of the document; one that has units itself is none. `undefined` says nothing: the memory has to pass as a whole.
 *
 * The pass comes from the head to where a unit starts in the document. Where it stands at the same place in it after the
 * part, all of the document is right if the next part is, and so on: as if they had passed one after the other.
 */
export function passMemoryPart(
  head: DocumentText,
  part: DocumentText,
  srcLang: string,
  isLast: boolean,
): MemoryPart | undefined {
  let cutter: ReturnType<typeof memoryCutterOf> | undefined;
  const cutting = createCutting((root) => {
    cutter = memoryCutterOf(root, srcLang);
    return typeof cutter === 'string' ? undefined : cutter;
  });
  const write = ({ pieces }: DocumentText): number | undefined => {
    let length = 0;
    const all = pieces();
    for (;;) {
      const next = all.next();
      if (next.done === true) return next.value === undefined ? length : undefined;
      length += next.value.length;
      if (cutting.write(next.value) !== undefined) return undefined;
    }
  };
  const headLength = write(head);
  const place = cutting.place();
  const before = cutting.cut();
  // Units of the head would be in every part.
  if (headLength === undefined || place === undefined || 'code' in before || before.units.count > 0) return undefined;
  const length = write(part);
  if (length === undefined || (!isLast && cutting.place() !== place)) return undefined;
  const cut = isLast ? cutting.end() : cutting.cut();
  if (cutter === undefined || typeof cutter === 'string' || 'code' in cut) return undefined;
  return { index: toMemoryIndex({ cut, ...knownOf(cutter) }), headLength, length };
}

/** What is known of a memory whose parts passed, all with the same head; `undefined` as above. */
export function joinMemoryParts(parts: readonly MemoryPart[]): MemoryIndex | undefined {
  const indexes = parts.map(({ index }) => index);
  const count = indexes.reduce((sum, { units }) => sum + units.starts.length, 0);
  const languages = new Set(indexes.flatMap((index) => [...index.languages]));
  const [surroundings = [], ...others] = indexes.map((index) => index.surroundings).filter(({ length }) => length > 0);
  const [around, ...more] = surroundings;
  const isAlike =
    others.every((each) => each.length === 1 && each[0]?.whole === around?.whole) &&
    parts.every(({ headLength }) => headLength === parts[0]?.headLength);
  // What is in them by its number is the same in all; limits are those of a document.
  if (more.length > 0 || !isAlike || count > mostUnits || languages.size >= mostLanguages) return undefined;
  const starts = new Float64Array(count);
  const keys = new Float64Array(count);
  const lengths = new Uint32Array(count);
  let at = 0;
  let before = 0;
  for (const { index, length } of parts) {
    for (const [unit, start] of index.units.starts.entries()) starts[at + unit] = before + start;
    keys.set(index.units.keys, at);
    lengths.set(index.units.lengths, at);
    at += index.units.starts.length;
    before += length;
  }
  return {
    units: { starts, keys, lengths, surroundings: new Uint16Array(count), ...chainKeys(keys) },
    surroundings,
    targets: joinTargets(indexes.map(({ targets }) => targets)),
    unitKeys: joinUnitKeys(indexes.map(({ unitKeys }) => unitKeys)),
    hasNeighbours: indexes.some(({ hasNeighbours }) => hasNeighbours),
    languages,
    languagesWithCodes: new Set(indexes.flatMap((index) => [...index.languagesWithCodes])),
  };
}

function joinTargets(parts: readonly TargetsData[]): TargetsData {
  const joined = createTargets();
  for (const part of parts) {
    const targets = createTargets(part);
    for (let index = 0; index < part.keys.length; index++) joined.add(targets.at(index));
  }
  return joined.toData();
}

function joinUnitKeys(parts: readonly UnitKeysData[]): UnitKeysData {
  const joined = createUnitKeys();
  for (const { keys } of parts) for (const key of keys) joined.add(key);
  return joined.toData();
}
