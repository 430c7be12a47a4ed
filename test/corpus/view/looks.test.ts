import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openRun, type Run } from '../../../src/corpus/run/run.js';
import { type LookOptions, viewArticles } from '../../../src/corpus/view/looks.js';
import type { ViewGiven } from '../../../src/corpus/view/process.js';
import type { ViewedPage } from '../../../src/corpus/view/viewed-page.js';
import { viewCorpus } from '../../../src/node.js';
import { temporaryFolder, tree } from '../../support/cli.js';

function pair(id: number, target: string, source: string): string {
  const stu = `<span class="sxs-lookup"><span data-stu-id="1a2b3-${id}">${source}</span></span>`;
  return `<span data-ttu-id="1a2b3-${id}">${target}</span>${stu}`;
}

/** Two languages, which only paths name; in one of them a source has several targets. */
const files = {
  'lamps.de-DE/a.md': pair(101, 'Die Lampe ist aus.', 'The lamp is off.'),
  'lamps.de-DE/b.md': pair(101, 'Die Lampe ist aus.', 'The lamp is off.'),
  'lamps.de-DE/c.md': `${pair(101, 'Das Licht brennt nicht.', 'The lamp is off.')}\n\n${pair(102, 'In 51 Tagen', 'In 15 days')}`,
  'lamps.de-DE/d.md': pair(101, 'Die Lampe ist  neu.', 'The lamp is new.'),
  'lamps.fr-FR/a.md': pair(101, 'La lampe est éteinte.', 'The lamp is off.'),
  'lamps.fr-FR/plain.md': '# Nothing\n',
};

/** Of one segment, reading it and rules of all kinds find something; it stands beside others. */
const mixed = {
  ...files,
  'lamps.de-DE/e.md': [
    pair(101, 'Die  Lampe ist *aus*: 51.', 'The lamp is off.'),
    pair(102, 'In 51 Tagen', 'In 15 days'),
    pair(103, 'Die Lampe ist aus.', 'The lamp is off.'),
  ].join(' '),
};

/** The articles of each pass of a run, by their paths. */
async function passesOf(
  root: string,
  given: Partial<ViewGiven> = {},
  options: LookOptions = {},
): Promise<{ passes: string[][]; found: string[][]; pages: unknown[]; texts: string[] }> {
  const run = await openRun([root], { jobs: 1 });
  const passes: string[][] = [];
  const watched: Run = {
    ...run,
    pass(task, its, some = run.articles) {
      passes.push(some.map(({ path }) => path));
      return run.pass(task, its, some);
    },
  };
  const found: string[][] = [];
  const pages: unknown[] = [];
  const texts: string[] = [];
  const textOf = (pieces: readonly Uint8Array[] = []): string => Buffer.concat(pieces).toString();
  const announce = async (page: ViewedPage): Promise<void> => {
    await Promise.resolve();
    texts.push(textOf(page.texts));
  };
  const all = { output: 'p.html', srcLang: 'en-US', rules: {}, hasPage: true, mayHaveParts: true, ...given };
  for await (const { diagnostics, page } of viewArticles(watched, all, { announce, ...options })) {
    found.push(diagnostics.map(({ code }) => code));
    pages.push(page && { data: textOf(page.data), note: page.note });
    if (page?.texts !== undefined) texts.push(textOf(page.texts));
  }
  await run.close();
  return { passes, found, pages, texts };
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('articles of a page', () => {
  it('are looked at once where rules over the tree find something', async () => {
    const { passes, found } = await passesOf(tree(files));
    expect(passes).toEqual([Object.keys(files)]);
    const inferred = 'language/inferred';
    expect(found).toEqual([
      [inferred],
      [inferred],
      [inferred, 'check/inconsistent-target', 'check/numbers'],
      [inferred, 'check/double-space'],
      [inferred],
      [],
    ]);
  });

  it('are looked at once where no such rule is asked for, and where there is no page', async () => {
    const codes = ['inconsistent-source', 'inconsistent-target', 'length', 'ui-terms'];
    const rules = Object.fromEntries(codes.map((code) => [`check/${code}`, 'off' as const]));
    const root = tree(files);
    expect((await passesOf(root, { rules })).passes).toEqual([Object.keys(files)]);
    expect((await passesOf(root, { hasPage: false })).passes).toEqual([Object.keys(files)]);
  });

  it('are read again from the first that finds no room, with the same results to the byte', async () => {
    const root = tree(mixed);
    const before = await passesOf(root);
    expect(before.texts).toHaveLength(6);
    for (const mostKept of [0, 1, 1000]) {
      const { passes, ...results } = await passesOf(root, {}, { mostKept });
      const lost = mostKept === 1000 ? 2 : 0;
      const withPages = ['a', 'b', 'c', 'd', 'e'].map((name) => `lamps.de-DE/${name}.md`);
      expect(passes[1]).toEqual([...withPages, 'lamps.fr-FR/a.md'].slice(lost));
      expect({ passes: before.passes, ...results }).toEqual(before);
    }
  });

  it('are read again where the file cannot be written', async () => {
    const long = { 'lamps.de-DE/l.md': pair(101, 'Ist neu. '.repeat(80_000), 'Is new. '.repeat(80_000)) };
    const root = tree({ ...long, ...mixed });
    const before = await passesOf(root);
    vi.stubEnv('TMPDIR', join(temporaryFolder(), 'none'));
    const { passes, ...results } = await passesOf(root);
    expect(passes).toHaveLength(2);
    expect(passes[1]).not.toEqual([]);
    expect({ passes: before.passes, ...results }).toEqual(before);
  });

  it('have the findings of all rules in the order of the text, whether they are kept or not', async () => {
    const root = tree(mixed);
    const { found } = await passesOf(root);
    expect(found[4]).toEqual([
      'language/inferred',
      'codes/unmatched',
      'check/inconsistent-target',
      'check/double-space',
      'check/numbers',
      'check/numbers',
    ]);
    expect((await passesOf(root, {}, { mostKept: 0 })).found).toEqual(found);
  });

  it('are the same bytes whatever the number of threads', async () => {
    const root = tree(mixed);
    const folder = temporaryFolder();
    const pageOf = async (jobs: number): Promise<string> => {
      const output = join(folder, 'page.html');
      const { totals } = await viewCorpus([root], { output, jobs, title: 'Lamps' });
      expect(totals.segments).toBe(9);
      return readFileSync(output, 'utf8').replaceAll(/"href":"[^"]*"/g, '');
    };
    const page = await pageOf(1);
    expect(page).toContain('check/inconsistent-target');
    expect(await pageOf(2)).toBe(page);
  });
});
