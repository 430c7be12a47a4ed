import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readdirSync, readSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PageParts } from '../../../view/page-index.js';
import { beginPart, endPart } from '../../../view/part.js';
import { CorpusError } from '../../error.js';
import { createDerivedPlaces } from '../../places/derived-places.js';
import type { Piece } from '../../run/arena.js';
import { createFileWriter } from '../../sinks/committing.js';
import type { ViewedPage } from '../viewed-page.js';
import { createFilling } from './parts-filling.js';
import { createPartsInUse, type PartsSign, putSign } from './parts-in-use.js';

/** Bytes from which a part is full: one of articles is read for a few of them, those with texts for all at once. */
const fullData = 1 << 20;
const fullTexts = 3 << 20;

const ownName = /^([0-9a-f]{32})\.js$/;

/**
 * The parts of a page, in a folder beside it.
 *
 * A part is named by the digest of the name of its page and of what is in it: an older index finds its own parts until the new one takes its place, and
 * what is the same stays.
 */
export interface PartsFolder {
  readonly path: string;
  /** Adds an article to the last part. Its pieces are not looked at later. */
  add(article: ViewedPage['data']): Promise<void>;
  /** The same of what is searched of it: of all articles, in the same order. */
  addTexts(texts: readonly Piece[]): Promise<void>;
  /** Waits until all parts are written. */
  end(): Promise<PageParts>;
  /** Removes parts of earlier pages, where the page is in its place. */
  tidy(): void;
  /** Removes the parts that were not there before, when none is on its way to the disk any more. */
  discard(): Promise<void>;
  bytes(): number;
}

/** The folder for the parts of a page. */
function partsFolderOf(output: string): string {
  return join(dirname(output), `${basename(output).replace(/\.html$/i, '')}.pages`);
}

/** Begins to write parts. The folder is made with the first of them. */
export function createPartsFolder(output: string): PartsFolder {
  const path = partsFolderOf(output);
  const page = basename(output);
  const obstacleAt = createDerivedPlaces(dirname(output));
  const names = new Set<string>();
  /** Of the names, those that were not there. */
  const written: string[] = [];
  const files = createFileWriter();
  let bytes = 0;
  let sign: PartsSign | undefined;

  const writePart = async (content: Uint8Array): Promise<string> => {
    const name = createHash('sha256').update(`${page}\0`).update(content).digest('hex').slice(0, 32);
    if (names.has(name)) return name;
    names.add(name);
    const begin = beginPart(page, name);
    const file = join(path, `${name}.js`);
    const obstacle = obstacleAt(file);
    if (obstacle !== undefined) throw new CorpusError('output', obstacle.message);
    // From here on, nobody removes what is there.
    sign ??= putSign(path);
    const stats = lstatSync(file, { throwIfNoEntry: false });
    const size = Buffer.byteLength(begin) + content.length + endPart.length;
    bytes += size;
    if (stats !== undefined && !isPart(file, begin)) {
      throw new CorpusError('output', `${file} is none of the parts of ${output}, and is not replaced; remove it.`);
    }
    if (stats?.size === size) return name;
    if (stats === undefined) written.push(name);
    await files.write(file, [Buffer.from(begin), content, Buffer.from(endPart)], { isDerived: true });
    return name;
  };
  const data = createFilling(fullData, writePart);
  const texts = createFilling(fullTexts, writePart);
  return {
    path,
    add: (article) => data.add(article),
    addTexts: (searched) => texts.add(searched),
    async end() {
      const ranges = { data: await data.end(), texts: await texts.end() };
      await files.finish();
      const lost = [...names].find((name) => !isPart(join(path, `${name}.js`), beginPart(page, name)));
      if (lost !== undefined) {
        const what = `${join(path, `${lost}.js`)} was removed by something else meanwhile; run it again.`;
        throw new CorpusError('output', `${output}: ${what}`);
      }
      return { folder: basename(path), ...ranges };
    },
    tidy() {
      removeParts(output, names, sign?.name);
      sign?.takeAway();
      removeEmpty(path);
    },
    async discard() {
      await files.discard();
      removeAll(path, written, createPartsInUse(output, path, sign?.name));
      sign?.takeAway();
      removeEmpty(path);
    },
    bytes: () => bytes,
  };
}

/**
 * Removes parts of earlier pages, where a page has taken its place: regular files that are named as parts, and begin as a
 * part of this page of that name. Whatever else lies in the folder stays. What cannot be removed stays, too.
 */
export function removeParts(output: string, kept: ReadonlySet<string>, sign?: string): void {
  const folder = partsFolderOf(output);
  const page = basename(output);
  const names = filesIn(folder).flatMap((file) => {
    const name = ownName.exec(file)?.[1];
    const isOld = name !== undefined && !kept.has(name) && isPart(join(folder, file), beginPart(page, name));
    return isOld ? [name] : [];
  });
  removeAll(folder, names, createPartsInUse(output, folder, sign));
  removeEmpty(folder);
}

function removeAll(folder: string, names: readonly string[], isInUse: (name: string) => boolean): void {
  for (const name of names) {
    try {
      if (!isInUse(name)) rmSync(join(folder, `${name}.js`), { force: true });
    } catch {
      // It costs no more than space.
    }
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return lstatSync(folder).isDirectory() ? readdirSync(folder) : [];
  } catch {
    return [];
  }
}

function isPart(file: string, begin: string): boolean {
  const expected = Buffer.from(begin);
  try {
    if (!lstatSync(file).isFile()) return false;
    const descriptor = openSync(file, 'r');
    try {
      const found = Buffer.alloc(expected.length);
      return readSync(descriptor, found, 0, found.length, 0) === found.length && found.equals(expected);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}

function removeEmpty(folder: string): void {
  try {
    if (lstatSync(folder).isDirectory()) rmdirSync(folder);
  } catch {
    // Others have something in it, or there is none.
  }
}
