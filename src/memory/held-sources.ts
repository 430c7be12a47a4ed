import { toLine } from '../write/rows/line.js';
import { plainOrMarkdown } from '../write/rows/rows.js';
import { unpackPair } from './packed-texts.js';
import { HashTable } from './store/columns.js';
import { createTextHash, randomKey } from './store/hash.js';
import type { Store } from './store/store.js';

/**
 * Says of sources of a store whether another one has them: the same, or one that is written alike. Texts that differ in
 * nothing but a line break are two sources, and one line of Moses.
 */
export function sourcesIn(held: Store, rest: Store): (source: number) => boolean {
  const hash = createTextHash(randomKey());
  const lines = new HashTable();
  const isKnown = (packed: string): boolean => {
    hash.of(toLine(plainOrMarkdown(unpackPair(packed).source, undefined)), 0);
    return lines.find(hash.low, hash.high, always) >= 0;
  };
  for (let source = 0; source < held.sourceCount; source++) {
    for (const { packed } of held.ofSource(source)) if (!isKnown(packed())) lines.add(hash.low, hash.high);
  }
  return (source) => held.hasSourceOf(rest, source) || rest.ofSource(source).some(({ packed }) => isKnown(packed()));
}

const always = (): boolean => true;
