import type { TranslationType } from '../../model/article.js';
import { keyOfPacked } from '../packed-texts.js';
import type { Policy } from '../policy.js';
import { Column, HashTable, Names } from './columns.js';
import { CountedPlaces } from './counted-places.js';
import { Extras } from './extras.js';
import { firstSeed, mix } from './mix.js';
import { Places } from './places.js';
import { Records } from './records.js';
import { field, recordWidth, type SharedFacts, type Sharing, type Stored, type StoredPair } from './stored.js';
import type { Texts } from './texts.js';

/** What a record holds: documents say any number. */
const mostTold = 0x7fff_ffff;

const types: readonly (TranslationType | undefined)[] = [undefined, 'mt', 'ht'];

/** What is in a memory: sources, and each translation of them once, in records of numbers. */
export class Store {
  private readonly sources = new HashTable();
  private readonly targets = new HashTable();
  /** Other hashes of the same texts: no two texts are taken for one because their keyed hashes are the same by chance. */
  private readonly sourceChecks = new Column();
  private readonly targetChecks = new Column();
  /** The first translation of a source, counted from 1. */
  private readonly heads = new Column();
  /** Of translations. */
  private readonly records = new Records(recordWidth);
  private readonly names = new Names();
  /** What else is known of translations. */
  readonly extras: Extras = new Extras(this.names);
  private readonly places = new Places(this.names);
  /** Places that were counted, where articles may come in several versions. */
  private readonly counted: CountedPlaces | undefined;
  /** The translation that a text was of last, by the number of the text; counted from 1. */
  private readonly ofTexts = new Column();

  private readonly texts: Texts;
  private readonly policy: Policy;

  /** `hasVersions`: articles may come in several versions, and a place of several counts once. */
  constructor(texts: Texts, policy: Policy, hasVersions: boolean) {
    this.texts = texts;
    this.policy = policy;
    if (hasVersions) this.counted = new CountedPlaces();
  }

  get sourceCount(): number {
    return this.sources.size;
  }

  get targetCount(): number {
    return this.targets.size;
  }

  /** The number of a source, by the hashes of its text. */
  source(low: number, high: number, check: number): number {
    const found = this.findSource(low, high, check);
    if (found >= 0) return found;
    const added = this.sources.add(low, high);
    this.sourceChecks.set(added, check);
    return added;
  }

  /** Whether a source of another store is in this one. */
  hasSourceOf(other: Store, source: number): boolean {
    return (
      this.findSource(other.sources.lowOf(source), other.sources.highOf(source), other.sourceChecks.at(source)) >= 0
    );
  }

  private findSource(low: number, high: number, check: number): number {
    this.soughtCheck = check | 0;
    return this.sources.find(low, high, this.isSoughtSource);
  }

  private soughtCheck = 0;
  private readonly isSoughtSource = (index: number): boolean => this.sourceChecks.at(index) === this.soughtCheck;

  /** The number of a name: what ids begin with. */
  nameNumber(name: string): number {
    return this.names.numberOf(name);
  }

  /** What pairs have in common, to be given with each of them. */
  share({
    origin,
    trgLang,
    type,
    first,
    last,
    count,
    service,
    topic,
    props,
    replaced,
    neighbours,
  }: SharedFacts): Sharing {
    return {
      origin,
      path: this.places.numberOf(origin.path),
      trgLang: this.names.numberOf(trgLang),
      type: types.indexOf(type),
      first,
      last,
      count,
      service: this.names.numberOf(service),
      topic: this.names.numberOf(topic),
      props,
      replaced,
      neighbours,
    };
  }

  /** Adds a pair, and gives the number of its translation. The numbers of the sources before and after come later. */
  add(pair: StoredPair, sharing: Sharing): number {
    const isOwn = this.policy === 'all';
    const low = isOwn ? pair.targetLow ^ mix(firstSeed, sharing.path, pair.idName, pair.idNumber, 0) : pair.targetLow;
    // A translation is one of its source only.
    const high = Math.imul(pair.targetHigh ^ pair.source, 0x01000193);
    this.sought = pair;
    this.soughtIn = sharing;
    const found = this.targets.find(low, high, this.isSought);
    const index = found < 0 ? this.targets.add(low, high) : found;
    const block = this.records.blockOf(index);
    const at = this.records.startOf(index);
    if (found < 0) {
      this.targetChecks.set(index, pair.targetCheck);
      this.begin(index, block, at, pair, sharing);
    } else this.join(index, block, at, pair, sharing);
    this.count(index, block, at, pair, sharing);
    this.extras.addContext(index, pair.before, pair.after);
    return index;
  }

  /**
   * The translation that a pair with these texts was added to last, which one more in that language is added to again; -1: it has
   * to be looked for. `text`: the number of the texts, which no other ones have.
   */
  ofText(text: number, { trgLang }: Sharing): number {
    // Each pair is one of its own.
    if (this.policy === 'all') return -1;
    const index = this.ofTexts.at(text) - 1;
    return index >= 0 && this.records.at(index, field.language) === trgLang ? index : -1;
  }

  /** Says which translation {@link Store.ofText} is to give. */
  setOfText(text: number, index: number): void {
    this.ofTexts.set(text, index + 1);
  }

  sourceOf(index: number): number {
    return this.records.at(index, field.source);
  }

  /** Adds a pair to the translation that it is known to be one of. */
  addTo(index: number, pair: StoredPair, sharing: Sharing): void {
    const block = this.records.blockOf(index);
    const at = this.records.startOf(index);
    this.join(index, block, at, pair, sharing);
    this.count(index, block, at, pair, sharing);
    this.extras.addContext(index, pair.before, pair.after);
  }

  private sought: StoredPair | undefined;
  private soughtIn: Sharing | undefined;
  /** Whether a translation is that of the pair which is sought: no function is made for each pair. */
  private readonly isSought = (index: number): boolean => {
    const { sought: pair, soughtIn: sharing } = this;
    if (pair === undefined || sharing === undefined) return false;
    const block = this.records.blockOf(index);
    const at = this.records.startOf(index);
    return (
      block[at + field.source] === pair.source &&
      block[at + field.language] === sharing.trgLang &&
      this.targetChecks.at(index) === (pair.targetCheck | 0) &&
      (this.policy !== 'all' || (this.pathNumberOf(index) === sharing.path && isAt(block, at, pair)))
    );
  };

  /** Whether the first place of a translation is this one, in this version. */
  isFirstAt(index: number, pair: StoredPair, { origin }: Sharing): boolean {
    const block = this.records.blockOf(index);
    const at = this.records.startOf(index);
    return this.places.originAt(block[at + field.origin] ?? 0) === origin && isAt(block, at, pair);
  }

  /** The translations of a source. */
  ofSource(source: number): Stored[] {
    const found: Stored[] = [];
    for (let at = this.heads.at(source); at > 0; at = this.records.at(at - 1, field.next)) found.push(this.at(at - 1));
    return found;
  }

  /** The translation of a source that has only one; -1: it has none, or several. */
  onlyOf(source: number): number {
    const index = this.heads.at(source) - 1;
    return index >= 0 && this.records.at(index, field.next) === 0 ? index : -1;
  }

  languageOf(index: number): string {
    return this.names.at(this.records.at(index, field.language));
  }

  typeOf(index: number): TranslationType | undefined {
    return types[this.records.at(index, field.type)];
  }

  /** Its last hand-off, YYYYMMDD; 0: not known. */
  lastOf(index: number): number {
    return this.records.at(index, field.last);
  }

  at(index: number): Stored {
    const { texts, names, places } = this;
    const block = this.records.blockOf(index);
    const at = this.records.startOf(index);
    const origin = places.originAt(block[at + field.origin] ?? 0);
    const text = block[at + field.text] ?? 0;
    return {
      index,
      source: block[at + field.source] ?? 0,
      trgLang: names.at(block[at + field.language] ?? 0),
      type: types[block[at + field.type] ?? 0],
      first: block[at + field.first] ?? 0,
      last: block[at + field.last] ?? 0,
      count: this.countOf(block, at),
      path: origin?.path ?? '',
      id: places.idWith(block[at + field.idName] ?? 0, block[at + field.idNumber] ?? 0),
      line: block[at + field.line] ?? 0,
      origin,
      service: names.at(block[at + field.service] ?? 0),
      topic: names.at(block[at + field.topic] ?? 0),
      text: () => keyOfPacked(texts.at(text)),
      packed: () => texts.at(text),
    };
  }

  /** Of the path of its first place: the same number for the same path; 0: none is known. */
  pathNumberOf(index: number): number {
    return this.places.pathOf(this.records.at(index, field.origin));
  }

  /** The place of each path by its number, in the order of their characters. */
  rankPaths(): Float64Array {
    return this.places.ranks();
  }

  /** The number at the end of its id; 0: there is none. */
  idNumberOf(index: number): number {
    return this.records.at(index, field.idNumber);
  }

  /** Its packed texts. */
  textAt(index: number): string {
    return this.texts.at(this.records.at(index, field.text));
  }

  /** The bytes of its texts, with all that is kept with them; valid until the next are asked for. */
  bytesOf(index: number): Uint8Array | undefined {
    return this.texts.bytesAt?.(this.records.at(index, field.text));
  }

  /** A text of the source before (-1) or after (1) a translation at its first place: that of a translation of it. */
  neighbourOf(index: number, side: -1 | 1): string | undefined {
    const source = this.extras.neighbourOf(index, side);
    const head = source < 0 ? 0 : this.heads.at(source);
    return head === 0 ? undefined : this.textAt(head - 1);
  }

  private begin(index: number, block: Int32Array, at: number, pair: StoredPair, sharing: Sharing): void {
    const { source } = pair;
    block[at + field.next] = this.heads.at(source);
    this.heads.set(source, index + 1);
    block[at + field.source] = source;
    block[at + field.language] = sharing.trgLang;
    block[at + field.text] = pair.text();
    block[at + field.writing] = pair.writing;
    block[at + field.type] = sharing.type;
    block[at + field.first] = sharing.first;
    block[at + field.last] = sharing.last;
    block[at + field.service] = sharing.service;
    block[at + field.topic] = sharing.topic;
    this.extras.addProps(index, sharing.props, sharing.origin.isRead || sharing.origin.path !== '');
    if (sharing.replaced !== undefined) this.extras.setReplaced(index, sharing.replaced, this.policy);
    this.setPlace(index, block, at, pair, sharing);
  }

  private join(index: number, block: Int32Array, at: number, pair: StoredPair, sharing: Sharing): void {
    const { type, first, last } = sharing;
    if (type > (block[at + field.type] ?? 0)) block[at + field.type] = type;
    if (last > (block[at + field.last] ?? 0)) block[at + field.last] = last;
    const known = block[at + field.first] ?? 0;
    if (first > 0 && (known === 0 || first < known)) block[at + field.first] = first;
    if (block[at + field.service] !== sharing.service) block[at + field.service] = 0;
    if (block[at + field.topic] !== sharing.topic) block[at + field.topic] = 0;
    this.extras.addProps(index, sharing.props, sharing.origin.isRead || sharing.origin.path !== '');
    if (sharing.replaced !== undefined) this.extras.setReplaced(index, sharing.replaced, this.policy);
    if (!this.places.comesBefore(pair, sharing, block, at)) return;
    this.setPlace(index, block, at, pair, sharing);
    if (block[at + field.writing] === pair.writing) return;
    block[at + field.writing] = pair.writing;
    block[at + field.text] = pair.text();
  }

  private count(
    index: number,
    block: Int32Array,
    at: number,
    { idName, idNumber }: StoredPair,
    { origin, path, count }: Sharing,
  ): void {
    if (!origin.isRead) {
      block[at + field.told] = Math.min((block[at + field.told] ?? 0) + count, mostTold);
      return;
    }
    if (this.counted !== undefined && !this.counted.add(index, path, idName, idNumber)) return;
    block[at + field.read] = (block[at + field.read] ?? 0) + 1;
  }

  private countOf(block: Int32Array, at: number): number {
    const read = block[at + field.read] ?? 0;
    // What a memory says of places that were read is known better now.
    if (read === 0) return block[at + field.told] ?? 0;
    return this.policy === 'all' ? 1 : read;
  }

  private setPlace(index: number, block: Int32Array, at: number, pair: StoredPair, sharing: Sharing): void {
    this.places.set(block, at, pair, sharing);
    this.extras.setPlace(index, pair.findings, sharing.neighbours);
  }
}

function isAt(block: Int32Array, at: number, { idName, idNumber }: StoredPair): boolean {
  return block[at + field.idNumber] === idNumber && block[at + field.idName] === idName;
}
