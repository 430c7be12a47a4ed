import { afterEach, expect, it } from 'vitest';
import { bytesOf } from '../../../src/corpus/memory/entry-bytes.js';
import { createSpool, type Spool } from '../../../src/corpus/memory/texts/spool.js';
import { type BuiltSet, createBuilder } from '../../../src/memory/builder.js';
import { allSteps } from '../../../src/memory/entries/steps.js';
import { createPairHasher } from '../../../src/memory/pairs/pair-hashes.js';
import { rowsOf } from '../../../src/memory/pairs/rows.js';
import { sharedOf } from '../../../src/memory/pairs/shared.js';
import { createTextHash } from '../../../src/memory/store/hash.js';
import { writeEntry } from '../../../src/write/formats/tmx/entry.js';
import { writeSide } from '../../../src/write/formats/tmx/side.js';
import { formats } from '../../../src/write/formats.js';
import { articleOf, pair } from '../../support/pairs.js';

let texts: Spool | undefined;
afterEach(() => texts?.close());

/** Headers of articles one after the other: days that come, stay, go and come again, and other things that are not said. */
const headers = [
  'ms.lasthandoff: 02/03/2020\nms.openlocfilehash: 0123456789abcdef0123456789abcdef01234567',
  'ms.lasthandoff: 02/03/2020\nms.translationtype: HT\nms.service: a&b',
  'ms.topic: "<x>"',
  'ms.lasthandoff: 02/03/2020\nms.translationtype: MT',
  'ms.lasthandoff: 12/31/2021',
  'title: x',
];

function memoryOf(target: (article: number) => string): BuiltSet {
  texts = createSpool({ blockLength: 1 << 16, mostBlocks: 2 });
  const builder = createBuilder({
    policy: 'best',
    srcLang: 'en-US',
    join: false,
    hasNeighbours: false,
    hasVersions: false,
    texts,
  });
  const hashesOf = createPairHasher({ hash: createTextHash([1, 2]), inline: undefined, write: writeSide });
  for (const [at, header] of headers.entries()) {
    const own = [pair('1a2b3-101', target(at), `Only *here* ${at}`), pair('1a2b3-102', `In all & ${at}`, 'In all')];
    const article = articleOf(`---\n${header}\n---\n${own.join('\n\n')}`, `${at}.md`);
    const lang = at % 2 === 0 ? 'de-DE' : 'ja-JP';
    builder.addArticle(rowsOf(article, hashesOf, undefined), sharedOf(article, `${at}.md`, lang));
  }
  return allSteps(builder.build()).memory;
}

it.each([
  ['short', () => 'Nur *hier*'],
  ['longer than what is written at once', (at: number) => `${'日本'.repeat(60_000)} *${at}*`],
  ['as long as what is written at once, or nearly', (at: number) => 'ab'.repeat((1 << 17) - 400 + 150 * at)],
])('bytes of texts that are kept as they are written are those of the entries: %s', (_, target) => {
  const set = memoryOf(target);
  const languages = { srcLang: 'en-US', trgLang: 'de-DE' };
  const options = { join: false, metadata: true };
  for (const trgLang of [undefined, 'de-DE', 'ja-JP']) {
    const content = { exporter: formats.tmx, file: formats.tmx, languages, set, trgLang };
    const written = Buffer.concat(Array.from(bytesOf(content, options), (bytes) => Buffer.from(bytes))).toString();
    const entries = [...set.entries(trgLang)].flatMap((entry) => writeEntry(entry, options));
    expect(entries.length).toBeGreaterThan(2);
    expect(written).toBe(
      `${formats.tmx.begin(languages, options)}${entries.join('')}${formats.tmx.end(languages, options)}`,
    );
  }
});
