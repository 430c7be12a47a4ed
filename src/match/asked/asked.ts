import { HashTable } from '../../memory/store/columns.js';
import { createTextHash, randomKey } from '../../memory/store/hash.js';
import { type ContextHashes, evidence } from '../context.js';
import { Groups } from '../index/groups.js';
import { Ints } from '../known/ints.js';
import type { ShapeReader } from '../shape/reader.js';
import { Features } from '../shape/shape.js';
import type { TextUnits } from '../shape/text-units.js';

const always = (): boolean => true;

/** All segments that are asked for: sources, each once, the contexts that they have, and groups of those with one words. */
export class Asked {
  readonly groups: Groups = new Groups();
  readonly features: Features = new Features();
  private readonly reader: ShapeReader;
  private readonly hash = createTextHash(randomKey());
  private readonly sources = new HashTable();
  private readonly firstSources = new Ints();
  private readonly nextSources = new Ints();
  /** Translations by what a context is of that they were seen in: the source, what of it, and its hash. */
  private readonly contexts = new Map<string, Set<number>>();

  constructor(reader: ShapeReader) {
    this.reader = reader;
  }

  get sourceCount(): number {
    return this.sources.size;
  }

  /** The number of a source, a new one where it is not there yet. */
  add(text: TextUnits): number {
    const known = this.find(text);
    if (known >= 0) return known;
    const source = this.sources.add(this.hash.low, this.hash.high);
    const shape = this.reader.read(text, true);
    this.features.set(source, shape);
    if (shape.count > 0) {
      const group = this.groups.add(shape.words, shape.count);
      this.nextSources.set(source, this.firstSources.at(group));
      this.firstSources.set(group, source + 1);
    }
    return source;
  }

  /** The number of a source; -1: nobody asks for it. */
  find({ key, keyStart, keyEnd }: TextUnits): number {
    this.hash.ofUnits(key, keyStart, keyEnd, 0);
    return this.sources.find(this.hash.low, this.hash.high, always);
  }

  firstOf(group: number): number {
    return this.firstSources.at(group) - 1;
  }

  nextOf(source: number): number {
    return this.nextSources.at(source) - 1;
  }

  /** A source is asked for in a context. */
  addContext(source: number, hashes: ContextHashes): void {
    for (const name of namesOf(source, hashes)) if (!this.contexts.has(name)) this.contexts.set(name, new Set());
  }

  /** A translation of a source was seen in a context: that is noted where the source is asked for in it. */
  noteContext(source: number, translation: number, bit: number, hash: number): void {
    this.contexts.get(nameOf(source, bit, hash))?.add(translation);
  }

  /** The translations of a source that were seen in a context that it is asked for in, each with what of it is the same. */
  inContext(source: number, hashes: ContextHashes): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    for (const [bit, hash] of bitsOf(hashes)) {
      for (const translation of this.contexts.get(nameOf(source, bit, hash)) ?? []) {
        found.set(translation, (found.get(translation) ?? 0) | bit);
      }
    }
    return found;
  }
}

function nameOf(source: number, bit: number, hash: number): string {
  return `${source} ${bit} ${hash}`;
}

function namesOf(source: number, hashes: ContextHashes): readonly string[] {
  return bitsOf(hashes).map(([bit, hash]) => nameOf(source, bit, hash));
}

/** What is known of a context: each bit with its hash. */
function bitsOf({ before, after, key }: ContextHashes): readonly (readonly [bit: number, hash: number])[] {
  const all = [
    [evidence.before, before],
    [evidence.after, after],
    [evidence.key, key],
  ] as const;
  return all.filter(([, hash]) => hash !== 0);
}
