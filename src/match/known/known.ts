import { HashTable } from '../../memory/store/columns.js';
import { createTextHash, randomKey } from '../../memory/store/hash.js';
import type { EntryText, MemoryEntry } from '../../model/memory/entry.js';
import { keyOf } from '../../model/memory/text-key.js';
import { type ContextHashes, contextsOf } from '../context.js';
import { Groups } from '../index/groups.js';
import { Spellings } from '../index/spellings.js';
import type { ShapeReader } from '../shape/reader.js';
import { Features } from '../shape/shape.js';
import { TextUnits } from '../shape/text-units.js';
import { Contexts } from './contexts.js';
import { Ints } from './ints.js';
import { compareOfSource, type KnownMemory, type Translation } from './translation.js';

const always = (): boolean => true;
const sourceSalt = 1;
const targetSalt = 2;
/** Of no more than these, all are looked at. */
export const fewSources = 256;

/** All that memories know: sources, each once; their translations, each once; groups of sources with the same words. */
export class Known {
  readonly groups: Groups;
  /** The shapes of sources. */
  readonly features: Features;
  private readonly reader: ShapeReader | undefined;
  private readonly keep: (translation: Translation) => Translation;
  private readonly hash = createTextHash(randomKey());
  private readonly sources: HashTable;
  /** Made when it is first asked for: who only seeks matches needs none. */
  private spellings: Spellings | undefined;
  /** By group: the first of its sources, from 1; by source: the next one. */
  private readonly firstSources: Ints;
  private readonly nextSources: Ints;
  /** The translations of sources that have several, and the number of each. */
  private readonly translations = new HashTable();
  private readonly numbers = new Ints();
  private count = 0;
  /** By source: the first of its translations, from 1; by translation: the next one. */
  private readonly firstTranslations: Ints;
  private readonly nextTranslations: Ints;
  /** By translation: its source. */
  private readonly sourceNumbers: Ints;
  private readonly entries: MemoryEntry[] = [];
  /** Which target of its entry a translation is, and of which memory. */
  private readonly targets: Ints;
  private readonly memories: KnownMemory[] = [];
  private readonly memoryNumbers: Ints;
  private readonly penalties: Ints;
  private readonly contexts: Contexts;
  /** The translations of sources that have several, and the sources of groups that have many, the best first. */
  private readonly sorted = new Map<number, readonly number[]>();
  private readonly sortedSources = new Map<number, readonly number[]>();

  /**
   * Without a reader of shapes there are no groups. `keep`: what is kept of a translation, where it is. `capacity`: so many
   * translations are expected; where it holds, no table has to grow, which makes garbage of the table before.
   */
  constructor(
    reader?: ShapeReader,
    {
      keep = (translation) => translation,
      capacity = 0,
    }: { readonly keep?: Known['keep']; readonly capacity?: number } = {},
  ) {
    this.reader = reader;
    this.keep = keep;
    const shapes = reader === undefined ? 0 : capacity;
    this.groups = new Groups(shapes);
    this.features = new Features(shapes);
    this.sources = new HashTable(capacity);
    this.firstSources = new Ints(shapes);
    this.nextSources = new Ints(shapes);
    this.firstTranslations = new Ints(capacity);
    this.nextTranslations = new Ints(capacity);
    this.sourceNumbers = new Ints(capacity);
    this.targets = new Ints(capacity);
    this.memoryNumbers = new Ints(capacity);
    this.penalties = new Ints(capacity);
    this.contexts = new Contexts(capacity);
  }

  get sourceCount(): number {
    return this.sources.size;
  }

  get translationCount(): number {
    return this.count;
  }

  /** Adds a translation, and the contexts that it was seen in. `text`: its source. */
  add(translation: Translation, text: TextUnits): void {
    const index = this.addAlone(translation, text);
    const source = this.sourceNumbers.at(index);
    contextsOf(translation.target, (bit, context) => this.contexts.add(source, index, bit, context));
  }

  /** Adds a translation without its contexts, and gives its number. */
  addAlone(translation: Translation, text: TextUnits): number {
    const { sources, hash } = this;
    let source = this.find(text);
    if (source < 0) {
      source = sources.add(hash.low, hash.high);
      this.addSource(source, text);
    }
    const known = this.findTranslation(source, translation.target);
    const index = known < 0 ? this.addTranslation(source) : known;
    if (known < 0 || compareOfSource(translation, this.at(index)) < 0) {
      this.set(index, translation);
      // What was sorted without it is sorted anew.
      this.sorted.delete(source);
    }
    return index;
  }

  /** Nothing is added any more. */
  finish(): void {
    const { sourceCount, translationCount, groups } = this;
    this.contexts.finish();
    groups.trim();
    this.features.trim(sourceCount);
    this.firstSources.trim(groups.size);
    this.nextSources.trim(sourceCount);
    this.firstTranslations.trim(sourceCount);
    const { nextTranslations, sourceNumbers, targets, memoryNumbers, penalties } = this;
    for (const column of [nextTranslations, sourceNumbers, targets, memoryNumbers, penalties]) {
      column.trim(translationCount);
    }
  }

  /** The number of a source; -1: it is not known. */
  find({ key, keyStart, keyEnd }: TextUnits): number {
    this.hash.ofUnits(key, keyStart, keyEnd, sourceSalt);
    return this.sources.find(this.hash.low, this.hash.high, always);
  }

  /** Whether a source may have this Markdown. Only to be asked when all are there. */
  mayHave(markdown: string): boolean {
    this.spellings ??= new Spellings(this.sourceCount, this.texts());
    return this.spellings.mayHave(markdown);
  }

  /** The first source of a group, and the one after a source; -1: there is none. */
  firstOf(group: number): number {
    return this.firstSources.at(group) - 1;
  }

  nextOf(source: number): number {
    return this.nextSources.at(source) - 1;
  }

  /** The sources of a group. Where they are many, those with the best translations come first. */
  sourcesOf(group: number): readonly number[] {
    const known = this.sortedSources.get(group);
    if (known !== undefined) return known;
    const sources: number[] = [];
    for (let source = this.firstOf(group); source >= 0; source = this.nextOf(source)) sources.push(source);
    if (sources.length <= fewSources) return sources;
    const all = sources.map((source) => ({ source, best: this.at(this.translationsOf(source)[0] ?? -1) }));
    const sorted = all.sort((a, b) => compareOfSource(a.best, b.best)).map(({ source }) => source);
    this.sortedSources.set(group, sorted);
    return sorted;
  }

  /** The translations of a source that were seen in a context. */
  inContext(source: number, context: ContextHashes): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    for (const [index, bits] of this.contexts.find(source, context)) {
      // Contexts of two sources may have one hash.
      if (this.sourceNumbers.at(index) === source) found.set(index, bits);
    }
    return found;
  }

  /** The translations of a source, the best first. */
  translationsOf(source: number): readonly number[] {
    const first = this.firstTranslations.at(source) - 1;
    if (this.nextTranslations.at(first) === 0) return [first];
    const known = this.sorted.get(source);
    if (known !== undefined) return known;
    const all: { readonly index: number; readonly translation: Translation }[] = [];
    for (let index = first; index >= 0; index = this.nextTranslations.at(index) - 1) {
      all.push({ index, translation: this.at(index) });
    }
    const found = all.sort((a, b) => compareOfSource(a.translation, b.translation)).map(({ index }) => index);
    this.sorted.set(source, found);
    return found;
  }

  at(index: number): Translation {
    const entry = this.entries[index];
    const target = entry?.targets[this.targets.at(index)];
    const memory = this.memories[this.memoryNumbers.at(index)];
    if (entry === undefined || target === undefined || memory === undefined) {
      throw new RangeError(`There is no translation ${index}.`);
    }
    return { entry, target, memory, penalty: this.penalties.at(index) };
  }

  /**
   * The number of a translation of a source; -1: there is none. It is noted for the next time, unless it is the first of its
   * source: nearly all sources have one only, whose hash nobody needs.
   */
  private findTranslation(source: number, target: EntryText): number {
    const first = this.firstTranslations.at(source) - 1;
    if (first < 0) return -1;
    const targetKey = keyOf(target);
    if (this.nextTranslations.at(first) === 0) {
      const firstKey = keyOf(this.at(first).target);
      if (firstKey === targetKey) return first;
      this.note(source, firstKey, first);
    }
    this.hashOf(source, targetKey);
    const found = this.translations.find(this.hash.low, this.hash.high, always);
    if (found >= 0) return this.numbers.at(found);
    this.note(source, targetKey, this.count);
    return -1;
  }

  private note(source: number, targetKey: string, index: number): void {
    this.hashOf(source, targetKey);
    this.numbers.set(this.translations.add(this.hash.low, this.hash.high), index);
  }

  /** A translation is one of its source only. */
  private hashOf(source: number, targetKey: string): void {
    this.hash.of(targetKey, targetSalt);
    this.hash.high = Math.imul(this.hash.high ^ source, 0x01000193);
  }

  private addTranslation(source: number): number {
    const index = this.count++;
    this.nextTranslations.set(index, this.firstTranslations.at(source));
    this.firstTranslations.set(source, index + 1);
    this.sourceNumbers.set(index, source);
    return index;
  }

  /** All sources, each until the next is asked for. */
  private *texts(): Generator<TextUnits, void, undefined> {
    const text = new TextUnits();
    for (let source = 0; source < this.sourceCount; source++) {
      const content = this.entries[this.firstTranslations.at(source) - 1]?.source.content;
      if (content !== undefined) yield text.load(content);
    }
  }

  private addSource(source: number, text: TextUnits): void {
    const shape = this.reader?.read(text, true);
    if (shape === undefined) return;
    this.features.set(source, shape);
    if (shape.count === 0) return;
    const group = this.groups.add(shape.words, shape.count);
    this.nextSources.set(source, this.firstSources.at(group));
    this.firstSources.set(group, source + 1);
  }

  private set(index: number, translation: Translation): void {
    const { entry, target, memory, penalty } = this.keep(translation);
    this.entries[index] = entry;
    this.targets.set(index, entry.targets.indexOf(target));
    this.memories[memory.number] = memory;
    this.memoryNumbers.set(index, memory.number);
    this.penalties.set(index, penalty);
  }
}
