import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { memoryCorpus } from '../../../../src/node.js';
import { formats } from '../../../../src/write/formats.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'written-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** An exporter of one's own, which is given whole entries. */
const own: typeof formats.tmx = {
  ...formats.tmx,
  entry: (entry, options) => formats.tmx.entry?.(entry, options) ?? [],
};

const pairs: readonly (readonly [source: string, target: string])[] = [
  ['One', 'Eins'],
  [' One ', 'Eins'],
  ['One', 'Uno'],
  ['a &amp; b &lt; c', 'x & y > "z"'],
  ['**Two** `a<b>`', '**Zwei** `a<b>`'],
  ['[one](a.md) and [two](b.md)', '[zwei](b.md) und [eins](a.md)'],
  ['<b>bold</b> <br> &nbsp;', '<b>fett</b> <br>&nbsp;'],
  ['&#5; a&#3;', '&#5; \u0004'],
  ['\u{1f600} &#x1f600;', '日本 ]]>'],
  ['**half', 'halb**'],
];

function articleOf(number: number, language: string, date: string): string {
  const head = `---\nms.contentlocale: ${language}\nms.openlocfilehash: ${String(number).repeat(40)}\nms.lasthandoff: ${date}\nms.service: a&"b\nms.translationtype: HT\n---\n`;
  const lines = pairs.map(([source, target], at) => {
    const id = `1a2b3-${at % 3 === 0 ? 'p' : ''}${101 + at}`;
    const end = at % 2 === 0 ? '' : number;
    return `<span data-ttu-id="${id}">${target}${end}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>\n`;
  });
  return `${head}${lines.join('\n')}`;
}

it.each([
  {},
  { inline: 'text' },
  { inline: 'strip' },
  { metadata: false },
  { keep: 'all' },
  { keep: 'distinct' },
  { context: 'omegat' },
  { context: 'memoq' },
  { join: true },
] as const)('a TMX is the same whether texts are kept as they are written or not: %j', async (options) => {
  for (const [folder, date] of [
    ['de-DE', '06/01/2020'],
    ['ja-JP', '07/02/2021'],
  ] as const) {
    mkdirSync(join(root, 'in', folder), { recursive: true });
    for (const number of [1, 2, 3])
      writeFileSync(join(root, 'in', folder, `${number}.md`), articleOf(number, folder, date));
  }
  const write = async (name: string, tmx: typeof formats.tmx, inputs: readonly string[]): Promise<string> => {
    const output = join(root, name);
    await memoryCorpus(inputs, { ...options, output, formats: [tmx] });
    return readFileSync(output, 'utf8');
  };
  const made = await write('kept.tmx', formats.tmx, [join(root, 'in')]);
  expect(made.split('<tu').length).toBeGreaterThan(10);
  expect(made).toBe(await write('read.tmx', own, [join(root, 'in')]));
  const again = await write('again.tmx', formats.tmx, [join(root, 'kept.tmx')]);
  expect(again).toBe(await write('again-read.tmx', own, [join(root, 'kept.tmx')]));
});
