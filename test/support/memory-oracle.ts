import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPairs } from './corpus-pairs.js';
import { markdownFiles } from './shared.js';

/** What is known of a translation, by the plainest scan there is: what is tested must not be what says what is right. */
interface Seen {
  isHuman: boolean;
  last: string;
  count: number;
  /** The first path and id. */
  place: readonly [path: string, id: string];
}

/** All translations of all sources of a tree, as they stand in its articles, trimmed. */
export type Seens = ReadonlyMap<string, ReadonlyMap<string, Seen>>;

const trimmed = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
const less = ([a, b]: Seen['place'], [c, d]: Seen['place']): boolean => (a === c ? b < d : a < c);

export function seenIn(root: string): Seens {
  const all = new Map<string, Map<string, Seen>>();
  for (const path of markdownFiles(root)) {
    const text = readFileSync(join(root, path), 'utf8');
    const [, month = '', day = '', year = ''] = /^ms\.lasthandoff:\s*['"]?(\d\d)\/(\d\d)\/(\d{4})/m.exec(text) ?? [];
    const isHuman = /^ms\.translationtype:\s*['"]?HT/im.test(text);
    for (const pair of readPairs(path, text)) {
      const [source, target] = [trimmed(pair.source), trimmed(pair.target)];
      if (source === '' || target === '') continue;
      const place = [path, pair.place.slice(path.length + 1)] as const;
      const targets = all.get(source) ?? new Map<string, Seen>();
      all.set(source, targets);
      const seen = targets.get(target);
      const last = year + month + day;
      if (seen === undefined) targets.set(target, { isHuman, last, count: 1, place });
      else {
        seen.isHuman ||= isHuman;
        if (last > seen.last) seen.last = last;
        seen.count++;
        if (less(place, seen.place)) seen.place = place;
      }
    }
  }
  return all;
}

/** What stays by a policy: `source \0 target`. */
export function keptOf(all: Seens, policy: 'best' | 'latest' | 'distinct'): Set<string> {
  const kept = new Set<string>();
  for (const [source, targets] of all) {
    if (policy === 'distinct') for (const target of targets.keys()) kept.add(`${source}\0${target}`);
    else kept.add(`${source}\0${[...targets].reduce((a, b) => (isBetter(b[1], a[1], policy) ? b : a))[0]}`);
  }
  return kept;
}

function isBetter(a: Seen, b: Seen, policy: 'best' | 'latest'): boolean {
  const human = Number(a.isHuman) - Number(b.isHuman);
  const later = a.last === b.last ? 0 : a.last > b.last ? 1 : -1;
  const [first, second] = policy === 'best' ? [human, later] : [later, human];
  const order = first || second || a.count - b.count;
  return order === 0 ? less(a.place, b.place) : order > 0;
}
