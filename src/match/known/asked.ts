import { HashTable } from '../../memory/store/columns.js';
import { createTextHash, randomKey } from '../../memory/store/hash.js';
import { type ContextHashes, evidence } from '../context.js';
import { Groups } from '../index/groups.js';
import type { ShapeReader } from '../shape/reader.js';
import { Features } from '../shape/shape.js';
import type { TextUnits } from '../shape/text-units.js';
import { Ints } from './ints.js';

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
  /** By what a context is of: the source, what of it, and its hash. */
  private readonly contexts = new Map<string, number[]>();

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

  /** A segment with a source asks in a context. */
  addContext(segment: number, source: number, { before, after, key }: ContextHashes): void {
    this.addHash(segment, source, evidence.before, before);
    this.addHash(segment, source, evidence.after, after);
    this.addHash(segment, source, evidence.key, key);
  }

  /** The segments that ask for a source in a context. */
  inContext(source: number, bit: number, hash: number): readonly number[] {
    return this.contexts.get(`${source} ${bit} ${hash}`) ?? none;
  }

  private addHash(segment: number, source: number, bit: number, hash: number): void {
    if (hash === 0) return;
    const name = `${source} ${bit} ${hash}`;
    const known = this.contexts.get(name);
    if (known === undefined) this.contexts.set(name, [segment]);
    else known.push(segment);
  }
}

const none: readonly number[] = [];
