import type { CutDocument, PassingElement } from '../../read/edited/cut.js';
import { createRanges, type RangesData } from '../../read/edited/ranges.js';
import { createSurroundings, type SurroundingsData } from '../../read/edited/surroundings.js';
import { createTmxCutter, type PassedMemory } from '../../read/edited/tmx/cutter.js';
import { createTargets, type TargetsData } from '../../read/edited/tmx/targets.js';
import { createUnitKeys, type UnitKeysData } from '../../read/edited/tmx/unit-keys.js';
import type { DocumentText } from '../../xml/document-text.js';
import type { MergeFinding } from '../finding.js';
import { passDocument } from '../open.js';

/** What is known of a memory when it has passed once: some eighty bytes for a unit. Plain data, for any number of threads. */
export interface MemoryIndex {
  readonly units: RangesData;
  readonly surroundings: SurroundingsData;
  readonly targets: TargetsData;
  readonly unitKeys: UnitKeysData;
  /** As `PassedMemory` has them. */
  readonly languages: ReadonlySet<string>;
  readonly languagesWithCodes: ReadonlySet<string>;
  readonly hasNeighbours: boolean;
}

/** A memory that passed. */
export interface IndexedMemory extends PassedMemory {
  readonly cut: CutDocument;
}

/** Passes over a memory, or says why it is refused. `wanted` as for {@link createTmxCutter}. */
export function passMemory(
  text: DocumentText,
  srcLang: string,
  wanted?: ReadonlySet<number>,
): IndexedMemory | MergeFinding {
  const opened = passDocument(text, (root) => memoryCutterOf(root, srcLang, wanted));
  if ('code' in opened) return opened;
  const { cut, cutter } = opened;
  return { cut, ...knownOf(cutter) };
}

/** What is known besides the places of units, when all has passed. */
export function knownOf(cutter: PassedMemory): PassedMemory {
  const { languages, languagesWithCodes, targets, unitKeys, hasNeighbours } = cutter;
  return { languages, languagesWithCodes, targets, unitKeys, hasNeighbours };
}

/** What finds the units of a memory; or why its root element is that of none. */
export function memoryCutterOf(
  { local, tag }: PassingElement,
  srcLang: string,
  wanted?: ReadonlySet<number>,
): ReturnType<typeof createTmxCutter> | string {
  return local === 'tmx' ? createTmxCutter(srcLang, wanted) : `<${tag.name}> is no TMX; its root element is <tmx>`;
}

export function toMemoryIndex({ cut, targets, unitKeys, hasNeighbours, ...languages }: IndexedMemory): MemoryIndex {
  const { units, surroundings } = cut;
  return {
    units: units.toData(),
    surroundings: surroundings.toData(),
    targets: targets.toData(),
    unitKeys: unitKeys.toData(),
    hasNeighbours: hasNeighbours(),
    ...languages,
  };
}

/** The memory that an index was made of. */
export function indexedMemory(index: MemoryIndex): IndexedMemory {
  const { units, surroundings, targets, unitKeys, hasNeighbours, ...languages } = index;
  const cut = { units: createRanges(units), surroundings: createSurroundings(surroundings) };
  const known = { targets: createTargets(targets), unitKeys: createUnitKeys(unitKeys) };
  return { cut, ...known, hasNeighbours: () => hasNeighbours, ...languages };
}
