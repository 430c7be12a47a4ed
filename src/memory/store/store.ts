import type { TranslationType } from '../../model/article.js';
import type { EntryProp, ReplacedTarget } from '../../model/memory/entry.js';
import type { Facts, Origin } from '../facts.js';
import { type Candidate, compareCodePoints, type Policy } from '../policy.js';
import { Column, HashTable, Names } from './columns.js';
import { Contexts } from './contexts.js';
import { stableHash } from './hash.js';
import type { Texts } from './texts.js';

/** A pair on its way into the store, by the hashes of its texts. */
export interface StoredPair {
  /** The number of its source. */
  readonly source: number;
  readonly targetLow: number;
  readonly targetHigh: number;
  readonly trgLang: string;
  /** Tells writings of it apart that count as one. */
  readonly writing: number;
  /** Hashes of the sources before and after; 0: none. */
  readonly before: number;
  readonly after: number;
  readonly facts: Facts;
  /** The packed texts; called only where they are not known yet. */
  readonly text: () => string | Uint8Array;
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
  private readonly props = new Column();
  private readonly replaced = new Column();
  private readonly contexts = new Contexts();
  private readonly names = new Names();
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

  /** Adds a pair, and gives the number of its translation. The numbers of the sources before and after come later. */
  add(pair: StoredPair): number {
    const { source, facts } = pair;
    const place = stableHash(`${facts.origin.path}\0${facts.id}`);
    const isOwn = this.policy === 'all';
    const low = isOwn ? Math.imul(pair.targetLow ^ place, 0x5bd1e995) : pair.targetLow;
    // A translation is one of its source only.
    const high = Math.imul(pair.targetHigh ^ source, 0x01000193);
    const isSame = (index: number): boolean =>
      this.sourceOf.at(index) === source &&
      this.names.at(this.languages.at(index)) === pair.trgLang &&
      (!isOwn || this.isAt(index, facts));
    const found = this.targets.find(low, high, isSame);
    const index = found < 0 ? this.targets.add(low, high) : found;
    if (found < 0) this.begin(index, pair);
    else this.join(index, pair);
    this.count(index, facts, place);
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
  isFirstAt(index: number, { origin, id }: Pick<Facts, 'origin' | 'id'>): boolean {
    return this.originOf(index) === origin && this.idOf(index) === id;
  }

  private isAt(index: number, { origin, id }: Pick<Facts, 'origin' | 'id'>): boolean {
    return this.originOf(index)?.path === origin.path && this.idOf(index) === id;
  }

  /** The translations of a source. */
  ofSource(source: number): Stored[] {
    const found: Stored[] = [];
    for (let at = this.heads.at(source); at > 0; at = this.next.at(at - 1)) found.push(this.at(at - 1));
    return found;
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
    const numbers = [...new Set(this.paths)].sort((a, b) => compareCodePoints(this.names.at(a), this.names.at(b)));
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
    const number = this.props.at(index);
    return number === 0 ? [] : (JSON.parse(this.names.at(number)) as EntryProp[]);
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

  private begin(index: number, { source, trgLang, text, writing, facts }: StoredPair): void {
    this.next.set(index, this.heads.at(source));
    this.heads.set(source, index + 1);
    this.sourceOf.set(index, source);
    this.languages.set(index, this.names.numberOf(trgLang));
    this.textsOf.set(index, this.texts.add(text()));
    this.writings.set(index, writing);
    this.types.set(index, types.indexOf(facts.type));
    this.firsts.set(index, facts.first);
    this.lasts.set(index, facts.last);
    this.services.set(index, this.names.numberOf(facts.service));
    this.topics.set(index, this.names.numberOf(facts.topic));
    this.addProps(index, facts.props);
    this.setReplaced(index, facts.replaced);
    this.setPlace(index, facts);
  }

  private join(index: number, { facts, writing, text }: StoredPair): void {
    const type = types.indexOf(facts.type);
    if (type > this.types.at(index)) this.types.set(index, type);
    if (facts.last > this.lasts.at(index)) this.lasts.set(index, facts.last);
    const first = this.firsts.at(index);
    if (facts.first > 0 && (first === 0 || facts.first < first)) this.firsts.set(index, facts.first);
    if (this.names.at(this.services.at(index)) !== (facts.service ?? '')) this.services.set(index, 0);
    if (this.names.at(this.topics.at(index)) !== (facts.topic ?? '')) this.topics.set(index, 0);
    if (facts.props !== undefined) this.addProps(index, facts.props);
    if (facts.replaced !== undefined) this.setReplaced(index, facts.replaced);
    if (!this.comesBefore(facts, index)) return;
    this.setPlace(index, facts);
    if (this.writings.at(index) === writing) return;
    this.writings.set(index, writing);
    this.textsOf.set(index, this.texts.add(text()));
  }

  private count(index: number, { origin, id, count }: Facts, place: number): void {
    if (!origin.isRead) {
      this.told.set(index, this.told.at(index) + count);
      return;
    }
    if (this.places !== undefined) {
      // Another hash of the place, so that both tell 64 bits of it.
      const other = stableHash(`${id}\0${origin.path}`) ^ Math.imul(index, 0x9e3779b1);
      const one = place ^ Math.imul(index, 0x85ebca6b);
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
  private comesBefore({ origin, id, line }: Facts, index: number): boolean {
    const known = this.originOf(index);
    if (known === undefined || known.path === '') return origin.path !== '';
    if (origin.path !== known.path) return origin.path !== '' && compareCodePoints(origin.path, known.path) < 0;
    const byId = compareCodePoints(id, this.idOf(index));
    if (byId !== 0) return byId < 0;
    if (origin === known) return false;
    if (origin.date !== known.date) return origin.date > known.date;
    if (origin.isRead !== known.isRead) return origin.isRead;
    const byHash = compareCodePoints(versionOf(origin), versionOf(known));
    return byHash !== 0 ? byHash > 0 : line > this.lines.at(index);
  }

  private setPlace(index: number, { origin, id, line, findings }: Facts): void {
    if (this.known.at(-1) !== origin) {
      this.known.push(origin);
      this.paths.push(this.names.numberOf(origin.path));
    }
    this.origins.set(index, this.known.length);
    // Ids are a prefix that all of an article have, and a number.
    const digits = /(?:^|\D)([1-9]\d{0,8})$/.exec(id)?.[1] ?? '';
    this.idNames.set(index, this.names.numberOf(id.slice(0, id.length - digits.length)));
    this.idNumbers.set(index, Number(digits));
    this.lines.set(index, line);
    this.setNeighbours(index, -1, -1);
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

  private addProps(index: number, props: readonly EntryProp[] | undefined): void {
    if (props === undefined || props.length === 0) return;
    const all = new Map([...this.propsOf(index), ...props].map((prop) => [`${prop.type}\0${prop.value}`, prop]));
    const sorted = [...all].sort(([a], [b]) => compareCodePoints(a, b)).map(([, prop]) => prop);
    this.props.set(index, this.names.numberOf(JSON.stringify(sorted)));
  }

  private originOf(index: number): Origin | undefined {
    return this.known[this.origins.at(index) - 1];
  }

  private idOf(index: number): string {
    const number = this.idNumbers.at(index);
    return `${this.names.at(this.idNames.at(index))}${number === 0 ? '' : number}`;
  }
}

const always = (): boolean => true;

/** What tells versions of one day apart. */
function versionOf({ sourceHash = '', sourceCommit = '', commit = '' }: Origin): string {
  return `${sourceHash}\0${sourceCommit}\0${commit}`;
}
