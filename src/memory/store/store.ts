import type { TranslationType } from '../../model/article.js';
import type { EntryProp, ReplacedTarget } from '../../model/memory/entry.js';
import type { Facts, Neighbours, Origin } from '../facts.js';
import { type Candidate, compareCodePoints, type Policy } from '../policy.js';
import { Column, HashTable, Names } from './columns.js';
import { Contexts } from './contexts.js';
import { PropLists } from './prop-lists.js';
import type { Texts } from './texts.js';

/** A pair on its way into the store, by the hashes of its texts. */
export interface StoredPair {
  /** The number of its source. */
  readonly source: number;
  readonly targetLow: number;
  readonly targetHigh: number;
  /** Tells writings of it apart that count as one. */
  readonly writing: number;
  /** Hashes of the sources before and after; 0: none. */
  readonly before: number;
  readonly after: number;
  /** Its id: the number of a name, and the number after that; 0: none. */
  readonly idName: number;
  readonly idNumber: number;
  /** 0: not known. */
  readonly line: number;
  readonly findings: readonly string[] | undefined;
  /** The number of the packed texts; called only where they are not known yet. */
  readonly text: () => number;
}

/** What is said of pairs, with the language of their targets. */
type SharedFacts = Omit<Facts, 'id' | 'line' | 'findings' | 'neighbours'> & {
  readonly trgLang: string;
  readonly neighbours?: Neighbours | undefined;
};

/** What the pairs of an article have in common, or what a document says of one: as it was given, and in numbers. */
export interface Sharing {
  readonly origin: Origin;
  /** The number of its path. */
  readonly path: number;
  readonly trgLang: number;
  readonly type: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly service: number;
  readonly topic: number;
  readonly props: readonly EntryProp[] | undefined;
  readonly replaced: ReplacedTarget | undefined;
  readonly neighbours: Neighbours | undefined;
}

/** A translation that is in the store. */
export interface Stored extends Candidate {
  readonly index: number;
  readonly source: number;
  readonly trgLang: string;
  readonly first: number;
  readonly line: number;
  readonly origin: Origin | undefined;
  readonly service: string;
  readonly topic: string;
}

/** What a column holds: documents say any number. */
const mostTold = 0x7fff_ffff;

const types: readonly (TranslationType | undefined)[] = [undefined, 'mt', 'ht'];

/** What is in a memory: sources, and each translation of them once, in columns of numbers. */
export class Store {
  private readonly sources = new HashTable();
  private readonly targets = new HashTable();
  /** The first translation of a source, counted from 1. */
  private readonly heads = new Column();
  /** Of translations. */
  private readonly next = new Column();
  private readonly sourceOf = new Column();
  private readonly languages = new Column();
  private readonly types = new Column();
  private readonly firsts = new Column();
  private readonly lasts = new Column();
  private readonly read = new Column();
  private readonly told = new Column();
  private readonly origins = new Column();
  private readonly idNames = new Column();
  private readonly idNumbers = new Column();
  private readonly lines = new Column();
  private readonly services = new Column();
  private readonly topics = new Column();
  private readonly writings = new Column();
  private readonly textsOf = new Column();
  private readonly befores = new Column();
  private readonly afters = new Column();
  private readonly findings = new Column();
  private readonly props = new PropLists();
  private readonly replaced = new Column();
  private readonly neighbours = new Column();
  private readonly contexts = new Contexts();
  private readonly names = new Names();
  private readonly pathNames = new Names();
  /** Whether paths have their numbers in the order of their characters, as articles come. */
  private arePathsInOrder = true;
  private readonly known: Origin[] = [];
  /** The numbers of their paths. */
  private readonly paths: number[] = [];
  /** Places that were counted, where articles may come in several versions. */
  private readonly places: HashTable | undefined;

  private readonly texts: Texts;
  private readonly policy: Policy;

  /** `hasVersions`: articles may come in several versions, and a place of several counts once. */
  constructor(texts: Texts, policy: Policy, hasVersions: boolean) {
    this.texts = texts;
    this.policy = policy;
    if (hasVersions) this.places = new HashTable();
  }

  get sourceCount(): number {
    return this.sources.size;
  }

  get targetCount(): number {
    return this.targets.size;
  }

  /** The number of a source, by the hash of its text. */
  source(low: number, high: number): number {
    const found = this.sources.find(low, high, always);
    return found < 0 ? this.sources.add(low, high) : found;
  }

  /** Whether a source of another store is in this one. */
  hasSourceOf(other: Store, source: number): boolean {
    return this.sources.find(other.sources.lowOf(source), other.sources.highOf(source), always) >= 0;
  }

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
      path: this.pathNumber(origin.path),
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
    const { source } = pair;
    const isOwn = this.policy === 'all';
    const low = isOwn ? pair.targetLow ^ mix(firstSeed, sharing.path, pair.idName, pair.idNumber, 0) : pair.targetLow;
    // A translation is one of its source only.
    const high = Math.imul(pair.targetHigh ^ source, 0x01000193);
    const isSame = (index: number): boolean =>
      this.sourceOf.at(index) === source &&
      this.languages.at(index) === sharing.trgLang &&
      (!isOwn || (this.pathNumberOf(index) === sharing.path && this.hasId(index, pair)));
    const found = this.targets.find(low, high, isSame);
    const index = found < 0 ? this.targets.add(low, high) : found;
    if (found < 0) this.begin(index, pair, sharing);
    else this.join(index, pair, sharing);
    this.count(index, pair, sharing);
    this.contexts.add(index, pair.before, pair.after);
    return index;
  }

  /** One more context of a translation. */
  addContext(index: number, before: number, after: number): void {
    this.contexts.add(index, before, after);
  }

  /** The sources before and after a translation at its first place: -1 where there is none. */
  setNeighbours(index: number, before: number, after: number): void {
    this.befores.set(index, before + 1);
    this.afters.set(index, after + 1);
  }

  /** Whether the first place of a translation is this one, in this version. */
  isFirstAt(index: number, pair: StoredPair, { origin }: Sharing): boolean {
    return this.originOf(index) === origin && this.hasId(index, pair);
  }

  private hasId(index: number, { idName, idNumber }: StoredPair): boolean {
    return this.idNumbers.at(index) === idNumber && this.idNames.at(index) === idName;
  }

  /** Paths that are new are compared with the last one that was. */
  private pathNumber(path: string): number {
    const { pathNames } = this;
    const last = pathNames.size - 1;
    const number = pathNames.numberOf(path);
    if (number > last && last > 0 && compareCodePoints(path, pathNames.at(last)) < 0) this.arePathsInOrder = false;
    return number;
  }

  /** The translations of a source. */
  ofSource(source: number): Stored[] {
    const found: Stored[] = [];
    for (let at = this.heads.at(source); at > 0; at = this.next.at(at - 1)) found.push(this.at(at - 1));
    return found;
  }

  /** The translation of a source that has only one; -1: it has none, or several. */
  onlyOf(source: number): number {
    const index = this.heads.at(source) - 1;
    return index >= 0 && this.next.at(index) === 0 ? index : -1;
  }

  languageOf(index: number): string {
    return this.names.at(this.languages.at(index));
  }

  typeOf(index: number): TranslationType | undefined {
    return types[this.types.at(index)];
  }

  /** Its last hand-off, YYYYMMDD; 0: not known. */
  lastOf(index: number): number {
    return this.lasts.at(index);
  }

  at(index: number): Stored {
    const origin = this.originOf(index);
    const { texts, textsOf } = this;
    return {
      index,
      source: this.sourceOf.at(index),
      trgLang: this.names.at(this.languages.at(index)),
      type: types[this.types.at(index)],
      first: this.firsts.at(index),
      last: this.lasts.at(index),
      count: this.countOf(index),
      path: origin?.path ?? '',
      id: this.idOf(index),
      line: this.lines.at(index),
      origin,
      service: this.names.at(this.services.at(index)),
      topic: this.names.at(this.topics.at(index)),
      text: () => texts.at(textsOf.at(index)),
    };
  }

  /** Of the path of its first place: the same number for the same path; 0: none is known. */
  pathNumberOf(index: number): number {
    return this.paths[this.origins.at(index) - 1] ?? 0;
  }

  /** The place of each path by its number, in the order of their characters. */
  rankPaths(): Float64Array {
    const numbers = [...new Set(this.paths)].sort((a, b) =>
      compareCodePoints(this.pathNames.at(a), this.pathNames.at(b)),
    );
    const ranks = new Float64Array(numbers.reduce((most, number) => Math.max(most, number), 0) + 1);
    for (const [rank, number] of numbers.entries()) ranks[number] = rank;
    return ranks;
  }

  /** The number at the end of its id; 0: there is none. */
  idNumberOf(index: number): number {
    return this.idNumbers.at(index);
  }

  /** Its packed texts. */
  textAt(index: number): string {
    return this.texts.at(this.textsOf.at(index));
  }

  findingsOf(index: number): readonly string[] | undefined {
    const number = this.findings.at(index);
    return number === 0 ? undefined : (JSON.parse(this.names.at(number)) as string[]);
  }

  propsOf(index: number): readonly EntryProp[] {
    return this.props.of(index);
  }

  /** What a memory says that it replaced. */
  replacedOf(index: number): ReplacedTarget | undefined {
    const number = this.replaced.at(index);
    return number === 0 ? undefined : (JSON.parse(this.names.at(number)) as ReplacedTarget);
  }

  contextsOf(index: number): readonly (readonly [number, number])[] {
    return this.contexts.of(index);
  }

  /** A text of the source before (-1) or after (1) a translation at its first place: that of a translation of it. */
  neighbourOf(index: number, side: -1 | 1): string | undefined {
    const source = (side < 0 ? this.befores : this.afters).at(index) - 1;
    const head = source < 0 ? 0 : this.heads.at(source);
    return head === 0 ? undefined : this.texts.at(this.textsOf.at(head - 1));
  }

  /** The texts of the sources before and after at its first place, where a memory says them. */
  toldNeighboursOf(index: number): Neighbours {
    const number = this.neighbours.at(index);
    return number === 0 ? {} : (JSON.parse(this.names.at(number)) as Neighbours);
  }

  private begin(index: number, pair: StoredPair, sharing: Sharing): void {
    const { source } = pair;
    this.next.set(index, this.heads.at(source));
    this.heads.set(source, index + 1);
    this.sourceOf.set(index, source);
    this.languages.set(index, sharing.trgLang);
    this.textsOf.set(index, pair.text());
    this.writings.set(index, pair.writing);
    this.types.set(index, sharing.type);
    this.firsts.set(index, sharing.first);
    this.lasts.set(index, sharing.last);
    this.services.set(index, sharing.service);
    this.topics.set(index, sharing.topic);
    this.props.add(index, sharing.props);
    this.setReplaced(index, sharing.replaced);
    this.setPlace(index, pair, sharing);
  }

  private join(index: number, pair: StoredPair, sharing: Sharing): void {
    const { type, first, last } = sharing;
    if (type > this.types.at(index)) this.types.set(index, type);
    if (last > this.lasts.at(index)) this.lasts.set(index, last);
    const known = this.firsts.at(index);
    if (first > 0 && (known === 0 || first < known)) this.firsts.set(index, first);
    if (this.services.at(index) !== sharing.service) this.services.set(index, 0);
    if (this.topics.at(index) !== sharing.topic) this.topics.set(index, 0);
    this.props.add(index, sharing.props);
    if (sharing.replaced !== undefined) this.setReplaced(index, sharing.replaced);
    if (!this.comesBefore(pair, sharing, index)) return;
    this.setPlace(index, pair, sharing);
    if (this.writings.at(index) === pair.writing) return;
    this.writings.set(index, pair.writing);
    this.textsOf.set(index, pair.text());
  }

  private count(index: number, { idName, idNumber }: StoredPair, { origin, path, count }: Sharing): void {
    if (!origin.isRead) {
      this.told.set(index, Math.min(this.told.at(index) + count, mostTold));
      return;
    }
    if (this.places !== undefined) {
      const one = mix(firstSeed, index, path, idName, idNumber);
      const other = mix(secondSeed, index, path, idName, idNumber);
      if (this.places.find(one, other, always) >= 0) return;
      this.places.add(one, other);
    }
    this.read.set(index, this.read.at(index) + 1);
  }

  private countOf(index: number): number {
    if (this.policy === 'all') return 1;
    // What a memory says of places that were read is known better now.
    return this.read.at(index) || this.told.at(index);
  }

  /** Whether a place comes before the first one of a translation; of one place, the later version does. */
  private comesBefore(pair: StoredPair, { origin, path }: Sharing, index: number): boolean {
    const known = this.originOf(index);
    const knownPath = this.pathNumberOf(index);
    if (known === undefined || knownPath === 0) return path !== 0;
    if (path !== knownPath) {
      if (path === 0) return false;
      return this.arePathsInOrder ? path < knownPath : compareCodePoints(origin.path, known.path) < 0;
    }
    const byId = this.hasId(index, pair)
      ? 0
      : compareCodePoints(this.idWith(pair.idName, pair.idNumber), this.idOf(index));
    if (byId !== 0) return byId < 0;
    if (origin === known) return false;
    if (origin.date !== known.date) return origin.date > known.date;
    if (origin.isRead !== known.isRead) return origin.isRead;
    const byHash = compareCodePoints(versionOf(origin), versionOf(known));
    return byHash !== 0 ? byHash > 0 : pair.line > this.lines.at(index);
  }

  private setPlace(
    index: number,
    { idName, idNumber, line, findings }: StoredPair,
    { origin, path, neighbours }: Sharing,
  ): void {
    if (this.known[this.known.length - 1] !== origin) {
      this.known.push(origin);
      this.paths.push(path);
    }
    this.origins.set(index, this.known.length);
    this.idNames.set(index, idName);
    this.idNumbers.set(index, idNumber);
    this.lines.set(index, line);
    this.setNeighbours(index, -1, -1);
    this.neighbours.set(index, neighbours === undefined ? 0 : this.names.numberOf(JSON.stringify(neighbours)));
    this.findings.set(index, findings === undefined ? 0 : this.names.numberOf(JSON.stringify(findings)));
  }

  /** Of several, the later one; of one day, that whose text comes first. */
  private setReplaced(index: number, replaced: ReplacedTarget | undefined): void {
    if (replaced === undefined) return;
    const known = this.replacedOf(index);
    const byDate = compareCodePoints(replaced.lastHandoff ?? '', known?.lastHandoff ?? '');
    if (known !== undefined && (byDate < 0 || (byDate === 0 && compareCodePoints(replaced.text, known.text) > 0)))
      return;
    this.replaced.set(index, this.names.numberOf(JSON.stringify(replaced)));
  }

  private originOf(index: number): Origin | undefined {
    return this.known[this.origins.at(index) - 1];
  }

  private idOf(index: number): string {
    return this.idWith(this.idNames.at(index), this.idNumbers.at(index));
  }

  private idWith(name: number, number: number): string {
    return number === 0 ? this.names.at(name) : `${this.names.at(name)}${number}`;
  }
}

const always = (): boolean => true;

const firstSeed = 0x2f0b4c47;
const secondSeed = 0x7a3d8e15;

/** A hash of four numbers (MurmurHash3). */
function mix(seed: number, a: number, b: number, c: number, d: number): number {
  let hash = stir(stir(stir(stir(seed, a), b), c), d);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function stir(hash: number, value: number): number {
  let word = Math.imul(value, 0xcc9e2d51);
  word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
  const mixed = hash ^ word;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** What tells versions of one day apart. */
function versionOf({ sourceHash = '', sourceCommit = '', commit = '' }: Origin): string {
  return `${sourceHash}\0${sourceCommit}\0${commit}`;
}
