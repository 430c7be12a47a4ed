import type { Origin } from '../facts.js';
import { compareCodePoints } from '../policy.js';
import { Names } from './columns.js';
import { field, type Sharing, type StoredPair } from './stored.js';

/** Versions of an article that are known again. */
const mostTold = 1000;

/** The first places of translations: which of two comes first, and what is known of the articles that they are in. */
export class Places {
  /** What ids begin with. */
  private readonly names: Names;
  private readonly pathNames = new Names();
  /** Whether paths have their numbers in the order of their characters, as articles come. */
  private arePathsInOrder = true;
  private readonly known: Origin[] = [];
  /** The numbers of their paths. */
  private readonly paths: number[] = [];
  /** The versions of one article that documents tell of, one unit after the other. */
  private readonly told = new Map<string, number>();
  private toldPath = -1;

  constructor(names: Names) {
    this.names = names;
  }

  /** Paths that are new are compared with the last one that was. */
  numberOf(path: string): number {
    const { pathNames } = this;
    const last = pathNames.size - 1;
    const number = pathNames.numberOf(path);
    if (number > last && last > 0 && compareCodePoints(path, pathNames.at(last)) < 0) this.arePathsInOrder = false;
    return number;
  }

  /** Of the article with a number, as records have it: the same number for the same path; 0: none is known. */
  pathOf(origin: number): number {
    return this.paths[origin - 1] ?? 0;
  }

  originAt(origin: number): Origin | undefined {
    return this.known[origin - 1];
  }

  /** The place of each path by its number, in the order of their characters. */
  ranks(): Float64Array {
    const numbers = [...new Set(this.paths)].sort((a, b) =>
      compareCodePoints(this.pathNames.at(a), this.pathNames.at(b)),
    );
    const ranks = new Float64Array(numbers.reduce((most, number) => Math.max(most, number), 0) + 1);
    for (const [rank, number] of numbers.entries()) ranks[number] = rank;
    return ranks;
  }

  idWith(name: number, number: number): string {
    return number === 0 ? this.names.at(name) : `${this.names.at(name)}${number}`;
  }

  /** The number of an article's version, counted from 1. Of one that documents tell of, there is an object for each unit. */
  private originNumber(origin: Origin, path: number): number {
    const { known } = this;
    if (known[known.length - 1] === origin) return known.length;
    if (origin.isRead) return this.addOrigin(origin, path);
    if (path !== this.toldPath || this.told.size >= mostTold) {
      this.toldPath = path;
      this.told.clear();
    }
    const key = `${origin.date} ${versionOf(origin)}`;
    const number = this.told.get(key) ?? this.addOrigin(origin, path);
    this.told.set(key, number);
    return number;
  }

  private addOrigin(origin: Origin, path: number): number {
    this.paths.push(path);
    return this.known.push(origin);
  }

  private compareIds(name: number, number: number, otherName: number, otherNumber: number): number {
    const [one, other] = [this.names.at(name), this.names.at(otherName)];
    // Other hand-offs have other digits in front: ids need not be put together.
    if (one.length === other.length && one !== other) return compareCodePoints(one, other);
    return compareCodePoints(this.idWith(name, number), this.idWith(otherName, otherNumber));
  }

  /** Puts a place into the record of a translation that starts at `at`. */
  set(block: Int32Array, at: number, { idName, idNumber, line }: StoredPair, { origin, path }: Sharing): void {
    block[at + field.origin] = this.originNumber(origin, path);
    block[at + field.idName] = idName;
    block[at + field.idNumber] = idNumber;
    block[at + field.line] = line;
  }

  /**
   * Whether a place comes before that of a record; of one place, what an article says that is read, then the later version.
   * The day of a memory is that of all its places.
   */
  comesBefore(pair: StoredPair, { origin, path }: Sharing, block: Int32Array, at: number): boolean {
    const number = block[at + field.origin] ?? 0;
    const known = this.originAt(number);
    const knownPath = this.pathOf(number);
    if (known === undefined || knownPath === 0) return path !== 0;
    if (path !== knownPath) {
      if (path === 0) return false;
      return this.arePathsInOrder ? path < knownPath : compareCodePoints(origin.path, known.path) < 0;
    }
    const idName = block[at + field.idName] ?? 0;
    const idNumber = block[at + field.idNumber] ?? 0;
    if (pair.idName !== idName || pair.idNumber !== idNumber) {
      const byId = this.compareIds(pair.idName, pair.idNumber, idName, idNumber);
      if (byId !== 0) return byId < 0;
    }
    if (origin === known) return false;
    if (origin.isRead !== known.isRead) return origin.isRead;
    if (origin.date !== known.date) return origin.date > known.date;
    const byHash = compareCodePoints(versionOf(origin), versionOf(known));
    return byHash !== 0 ? byHash > 0 : pair.line > (block[at + field.line] ?? 0);
  }
}

/** What tells versions of one day apart. */
function versionOf({ sourceHash = '', sourceCommit = '', commit = '' }: Origin): string {
  return `${sourceHash}\0${sourceCommit}\0${commit}`;
}
