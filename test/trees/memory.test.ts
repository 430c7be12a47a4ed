import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type MemoryReport, memoryCorpus } from '../../src/node.js';
import { sspr, temporaryFolder } from '../support/cli.js';
import { keptOf, seenIn } from '../support/memory-oracle.js';
import { shared, unpack } from '../support/shared.js';
import { elementsOf, readXml, textOf } from '../support/xml.js';

const trees = [
  ['alchemyinsights.ja-JP', 'corpus'],
  ['dotnet-sample.ja-JP', 'corpus'],
  ['quantum.ja-JP', 'corpus'],
  ['quantum.de-DE', 'corpus'],
  ['alchemyinsights.zh-CN', 'trees'],
  ['alchemyinsights.th-TH', 'trees'],
] as const;
const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

/** The texts of all units of a TMX. */
function unitsOf(path: string): string[] {
  const found: string[] = [];
  for (const tu of readFileSync(path, 'utf8').matchAll(/<tu [^>]*>.*?<\/tu>/gs)) {
    found.push(elementsOf(readXml(tu[0]), 'seg').map(textOf).join('\0'));
  }
  return found;
}

function expectSum({ memory }: MemoryReport): void {
  expect(memory.found).toBe(memory.entries + sum(memory.leftOut));
}

describe.skipIf(shared === undefined)('the memory of a tree', () => {
  describe.each(trees)('%s', (name, place) => {
    const root = unpack(`${name}.sxs`, place);
    const seen = seenIn(root);
    // Markdown only: the articles of other carriers are none of the plain scan.
    const inputs = [join(root, '**/*.md')];

    it.each(['distinct', 'best', 'latest'] as const)('%s: is what a plain scan chooses', async (keep) => {
      const file = join(temporaryFolder(), 'm.tmx');
      const report = await memoryCorpus(inputs, { keep, inline: 'text', output: file, jobs: 1 });
      const units = unitsOf(file);
      expect(units.length).toBe(report.memory.entries);
      expectSum(report);
      const wanted = keptOf(seen, keep);
      expect(new Set(units)).toEqual(wanted);
      expect(units.length).toBe(wanted.size);
    });

    it('with codes never has two entries that are written alike', async () => {
      const file = join(temporaryFolder(), 'm.tmx');
      const report = await memoryCorpus(inputs, { keep: 'distinct', output: file, jobs: 1 });
      expectSum(report);
      const segments = [...readFileSync(file, 'utf8').matchAll(/<tu [^>]*>.*?<\/tu>/gs)].map((tu) =>
        [...tu[0].matchAll(/<seg>.*?<\/seg>/gs)].join('\0'),
      );
      expect(new Set(segments).size).toBe(segments.length);
      expect(segments.length).toBe(report.memory.entries);
    });
  });

  it('is the same for any number of threads and any order of inputs', () => {
    const root = unpack('quantum.ja-JP.sxs');
    const other = unpack('quantum.de-DE.sxs');
    const outputs = [
      ['--jobs', '1', root, other],
      ['--jobs', '2', other, root],
      ['--jobs', '3', root, other],
    ].map((args) => {
      const cwd = temporaryFolder();
      expect(sspr(['memory', ...args, '-o', 'out', '-q', '--report', 'r.json'], { cwd }).status).toBe(0);
      const { outputs: _, ...report } = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'));
      const bytes = ['ja-JP', 'de-DE'].map((tag) => readFileSync(join(cwd, `out/en-US_${tag}.tmx`), 'utf8'));
      return { report, bytes };
    });
    expect(outputs[1]).toEqual(outputs[0]);
    expect(outputs[2]).toEqual(outputs[0]);
  });

  it('joined: units and variants are conserved, and each language is its own memory', async () => {
    const roots = ['ja-JP', 'zh-CN', 'th-TH'].map((tag) =>
      unpack(`alchemyinsights.${tag}.sxs`, tag === 'ja-JP' ? 'corpus' : 'trees'),
    );
    const folder = temporaryFolder();
    const joined = await memoryCorpus(roots, { join: true, inline: 'text', output: folder, jobs: 1 });
    expect(joined.outputs.map((path) => basename(path))).toEqual(['en-US.tmx']);
    const units = [...readFileSync(join(folder, 'en-US.tmx'), 'utf8').matchAll(/<tu [^>]*>.*?<\/tu>/gs)].map((tu) =>
      elementsOf(readXml(tu[0]), 'tuv').map(
        (tuv) => [tuv.attributes['xml:lang'], elementsOf(tuv, 'seg').map(textOf).join('')] as const,
      ),
    );
    expect(units.length).toBe(23_294);
    expect(joined.memory.sources).toBe(23_294);
    for (const root of roots) {
      const tag = basename(dirname(join(root, 'x'))).split('.')[1] ?? '';
      const own = await memoryCorpus([root], { inline: 'text', output: folder, jobs: 1 });
      const projected = units.flatMap((unit) => {
        const [source, ...targets] = unit;
        return targets.filter(([lang]) => lang === tag).map(([, text]) => `${source?.[1]}\0${text}`);
      });
      expect(new Set(projected)).toEqual(new Set(unitsOf(join(folder, `en-US_${tag}.tmx`))));
      expect(projected.length).toBe(own.memory.entries);
    }
  });
});
