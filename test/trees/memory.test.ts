import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

const scans = new Map<string, ReturnType<typeof seenIn>>();

/** What a plain scan finds in a tree; each is scanned once. */
function seenOf(name: string, place: 'corpus' | 'trees'): ReturnType<typeof seenIn> {
  const seen = scans.get(name) ?? seenIn(unpack(`${name}.sxs`, place));
  scans.set(name, seen);
  return seen;
}

function sourcesWithSeveral(seen: ReturnType<typeof seenIn>): string[] {
  return [...seen].filter(([, targets]) => targets.size > 1).map(([source]) => source);
}

function expectSum({ memory }: MemoryReport): void {
  expect(memory.found).toBe(memory.entries + sum(memory.leftOut));
}

describe.skipIf(shared === undefined)('the memory of a tree', () => {
  describe.each(trees)('%s', (name, place) => {
    const root = unpack(`${name}.sxs`, place);
    const seen = seenOf(name, place);
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

  it.each(['best', 'distinct'] as const)(
    'joined: units and variants are conserved, and each language is its own memory: %s',
    async (keep) => {
      const own = trees.filter(([name]) => name.startsWith('alchemyinsights.'));
      const inputs = own.map(([name, place]) => join(unpack(`${name}.sxs`, place), '**/*.md'));
      const output = temporaryFolder();
      const joined = await memoryCorpus(inputs, { join: true, keep, inline: 'text', output, jobs: 1 });
      expectSum(joined);
      expect(joined.outputs.map((path) => basename(path))).toEqual(['en-US.tmx']);
      const units = [...readFileSync(join(output, 'en-US.tmx'), 'utf8').matchAll(/<tu [^>]*>.*?<\/tu>/gs)].map((tu) =>
        elementsOf(readXml(tu[0]), 'tuv').map(
          (tuv) => [tuv.attributes['xml:lang'], elementsOf(tuv, 'seg').map(textOf).join('')] as const,
        ),
      );
      for (const unit of units) expect(new Set(unit.map(([lang]) => lang)).size).toBe(unit.length);
      expect(joined.memory.sources).toBe(23_294);
      const unitsOfSource = new Map<string, number>();
      for (const [source] of units) {
        unitsOfSource.set(source?.[1] ?? '', (unitsOfSource.get(source?.[1] ?? '') ?? 0) + 1);
      }
      expect(unitsOfSource.size).toBe(23_294);
      // A source needs several units only where a language has several translations of it.
      const several = new Set(
        keep === 'best' ? [] : own.flatMap(([name, place]) => sourcesWithSeveral(seenOf(name, place))),
      );
      const apart = [...unitsOfSource].filter(([source, count]) => count > 1 && !several.has(source));
      expect(apart).toEqual([]);
      const sizes = own.map(([name, place]) => {
        const tag = name.split('.')[1] ?? '';
        const projected = units.flatMap(([source, ...targets]) =>
          targets.filter(([lang]) => lang === tag).map(([, text]) => `${source?.[1]}\0${text}`),
        );
        // That a memory of the tree alone is this set has been shown above.
        const wanted = keptOf(seenOf(name, place), keep);
        expect(new Set(projected)).toEqual(wanted);
        expect(projected.length).toBe(wanted.size);
        return wanted.size;
      });
      expect(sizes.reduce((all, size) => all + size, 0)).toBe(joined.memory.entries);
    },
  );
});
