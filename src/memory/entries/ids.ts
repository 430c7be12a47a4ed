import type { UniformTarget } from '../../model/memory/entry.js';
import { stableHash } from '../../model/memory/text-key.js';
import { toldOf } from '../../write/formats/tmx/told.js';
import { idOfPath, suffixOf } from '../../write/identity.js';
import { HashTable } from '../store/columns.js';
import { createTextHash } from '../store/hash.js';
import type { Stored } from '../store/stored.js';

/** Digits of a source hash that an id has, as in `export`. */
const hashLength = 12;

/** Two hexadecimal digits for each byte. */
const bytes: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Eight hexadecimal digits. */
export function hexadecimal(number: number): string {
  const digits = (shift: number): string => bytes[(number >>> shift) & 0xff] ?? '';
  return digits(24) + digits(16) + digits(8) + digits(0);
}

/** The same in each run: names depend on it where two have one hash. */
const namesKey = [0x6e616d65, 0x73736e61] as const;

/**
 * Names that were given, by 64 bits of each: there may be millions. Says whether one is new, and keeps it; one that only
 * seems to be given gets a longer name.
 */
function createClaims(): (name: string) => boolean {
  const hash = createTextHash(namesKey);
  const table = new HashTable();
  const always = (): boolean => true;
  return (name) => {
    hash.of(name, 0);
    if (table.find(hash.low, hash.high, always) >= 0) return false;
    table.add(hash.low, hash.high);
    return true;
  };
}

/** The name that a memory has for a translation. */
export function toldName(target: Pick<UniformTarget, 'props'> | undefined): string | undefined {
  return toldOf(target, 'tuid') ?? toldOf(target, 'x-tuid');
}

/**
 * Names entries, which come in the order of their places: as `export` names the pair of the first place, which is the
 * same in all languages. Of several entries with one place, as histories have them, the later ones have the hash of their
 * texts, too; an entry without a place has only that. A memory that is written again has the names that it had. No name is given twice, whatever documents say of places and ids.
 */
export function createIds(): (
  stored: Pick<Stored, 'path' | 'id' | 'origin' | 'trgLang' | 'text'>,
  target?: Pick<UniformTarget, 'props'>,
) => string {
  /** The paths that names of articles stand for. */
  const stems = new Map<string, string>();
  const stemOf = (path: string, sourceHash: string | undefined): string => {
    const stem = sourceHash?.slice(0, hashLength) ?? idOfPath(path);
    const known = stems.get(stem);
    if (known === undefined) stems.set(stem, path);
    return known === undefined || known === path ? stem : idOfPath(path);
  };
  /** The last article that was asked for: entries of one follow each other. */
  let last = { path: '', sourceHash: undefined as string | undefined, stem: '' };
  const lastStemOf = (path: string, sourceHash: string | undefined): string => {
    if (path !== last.path || sourceHash !== last.sourceHash) {
      last = { path, sourceHash, stem: stemOf(path, sourceHash) };
    }
    return last.stem;
  };
  const claim = createClaims();
  /** Where the numbers of names go on that are not enough by themselves. */
  const numbers = new Map<string, number>();
  const numbered = (name: string): string => {
    for (let number = numbers.get(name) ?? 2; ; number++) {
      numbers.set(name, number + 1);
      if (claim(`${name}.${number}`)) return `${name}.${number}`;
    }
  };
  return ({ path, id, origin, trgLang, text: textOf }, target) => {
    const told = toldName(target);
    if (told !== undefined) return claim(told) ? told : numbered(told);
    if (path === '') {
      const text = textOf();
      const name = `entry-${hexadecimal(stableHash(text))}${hexadecimal(stableHash(`${text.length} ${text}`))}`;
      if (claim(name)) return name;
      // Languages may have one text.
      const ofLanguage = `${name}.${trgLang}`;
      return claim(ofLanguage) ? ofLanguage : numbered(ofLanguage);
    }
    const suffix = suffixOf(id);
    const stem = lastStemOf(path, origin?.sourceHash);
    const own = `${stem}-${suffix}`;
    if (claim(own)) return own;
    const hash = hexadecimal(stableHash(textOf()));
    const longest = `${stem}-${id}.${hash}`;
    return [`${stem}-${id}`, `${stem}-${suffix}.${hash}`, longest].find(claim) ?? numbered(longest);
  };
}
