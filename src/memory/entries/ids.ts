import { idOfPath, suffixOf } from '../../write/identity.js';
import { stableHash } from '../store/hash.js';
import type { Stored } from '../store/store.js';

/** Digits of a source hash that an id has, as in `export`. */
const hashLength = 12;

/** Two hexadecimal digits for each byte. */
const bytes: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Eight hexadecimal digits. */
export function hexadecimal(number: number): string {
  const digits = (shift: number): string => bytes[(number >>> shift) & 0xff] ?? '';
  return digits(24) + digits(16) + digits(8) + digits(0);
}

/**
 * Names entries, which come in the order of their places: as `export` names the pair of the first place, which is the
 * same in all languages. Of several entries with one place, as histories have them, the later ones have the hash of their
 * texts, too; an entry without a place has only that.
 */
export function createIds(): (stored: Pick<Stored, 'path' | 'id' | 'origin'>, text: string) => string {
  /** The paths that names of articles stand for. */
  const stems = new Map<string, string>();
  const stemOf = (path: string, sourceHash: string | undefined): string => {
    const stem = sourceHash?.slice(0, hashLength) ?? idOfPath(path);
    const known = stems.get(stem);
    if (known === undefined) stems.set(stem, path);
    return known === undefined || known === path ? stem : idOfPath(path);
  };
  let lastPath = '';
  let lastSuffix = '';
  let lastName: string | undefined;
  /** Of the entries with one path and number: only they could have one name. Most are alone. */
  let given: Set<string> | undefined;
  return ({ path, id, origin }, text) => {
    if (path === '')
      return `entry-${hexadecimal(stableHash(text))}${hexadecimal(stableHash(`${text.length} ${text}`))}`;
    const suffix = suffixOf(id);
    const stem = stemOf(path, origin?.sourceHash);
    const own = `${stem}-${suffix}`;
    if (path !== lastPath || suffix !== lastSuffix) {
      lastPath = path;
      lastSuffix = suffix;
      lastName = own;
      given = undefined;
      return own;
    }
    given ??= new Set(lastName === undefined ? [] : [lastName]);
    if (!given.has(own)) {
      given.add(own);
      return own;
    }
    const used = given;
    const hash = hexadecimal(stableHash(text));
    const names = [`${stem}-${id}`, `${stem}-${suffix}.${hash}`, `${stem}-${id}.${hash}`];
    let name = names.find((each) => !used.has(each));
    for (let number = 2; name === undefined; number++) {
      const next = `${stem}-${id}.${hash}.${number}`;
      if (!used.has(next)) name = next;
    }
    used.add(name);
    return name;
  };
}
