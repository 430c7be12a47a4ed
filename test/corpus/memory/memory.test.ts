import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryCorpus } from '../../../src/corpus/memory/memory.js';

const article = (name: string): string =>
  `---\nms.contentlocale: de-DE\n---\n\n<span data-ttu-id="1a2b3-101">Ziel ${name}</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">Source ${name}</span></span>\n`;
const team =
  '<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en-US"/><body><tu><tuv xml:lang="en-US"><seg>Mine</seg></tuv><tuv xml:lang="de-DE"><seg>Meins</seg></tuv></tu></body></tmx>\n';

let folder = '';
let tree = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'memory-'));
  tree = join(folder, 'tree');
  mkdirSync(tree);
  for (let number = 0; number < 20; number++) writeFileSync(join(tree, `${number}.md`), article(`${number}`));
  writeFileSync(join(folder, 'team.tmx'), team);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sourcesIn = (path: string): string[] =>
  readFileSync(join(folder, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { source: string }).source);

describe('memoryCorpus with holdout', () => {
  it('never writes the test set into the memory that grows', async () => {
    const update = join(folder, 'team.tmx');
    await expect(memoryCorpus([tree], { update, holdout: '0.5' })).rejects.toThrow(/holdout .* update/);
    expect(readFileSync(update, 'utf8')).toBe(team);
  });

  it('never writes both sets to one place', async () => {
    await expect(memoryCorpus([tree], { output: '-', formats: ['jsonl'], holdout: '0.5' })).rejects.toThrow(
      /two files/,
    );
    const report = await memoryCorpus([tree], { output: join(folder, 'out.x.jsonl'), holdout: '0.5' });
    expect(report.outputs).toEqual([join(folder, 'out.x.jsonl'), join(folder, 'out.x.test.jsonl')]);
    const [rest, test] = [sourcesIn('out.x.jsonl'), sourcesIn('out.x.test.jsonl')];
    expect(rest.length + test.length).toBe(20);
    expect([rest.length, test.length]).toEqual([report.memory.entries, report.test?.entries]);
    expect(rest.filter((source) => test.includes(source))).toEqual([]);
  });

  it('has no test set that is one of the inputs', async () => {
    const input = join(folder, 'out.test.tmx');
    writeFileSync(input, team);
    const run = memoryCorpus([tree, input], { output: join(folder, 'out.tmx'), holdout: '0.5' });
    await expect(run).rejects.toThrow(/out\.test\.tmx/);
    expect(readFileSync(input, 'utf8')).toBe(team);
    expect(readdirSync(folder).sort()).toEqual(['out.test.tmx', 'team.tmx', 'tree']);
  });
});

describe('memoryCorpus with a share', () => {
  it.each(['', ' ', '\t', 'half', '0x0', '+0.1', '-0', '0.5 ', '5%', '1', '1e0', 'NaN', 'Infinity', '0,5', '.'])(
    'refuses "%s"',
    async (holdout) => {
      await expect(memoryCorpus([tree], { output: folder, holdout })).rejects.toThrow(/is no share; give .* below 1/);
    },
  );

  it.each(['0', '0.0', '.5', '0.05', '5e-2'])('takes %s', async (holdout) => {
    const report = await memoryCorpus([tree], { output: join(folder, 'x.jsonl'), holdout });
    expect(report.memory.found + (report.test?.found ?? 0)).toBe(20);
  });
});

describe('memoryCorpus where nothing is left', () => {
  it.each([
    [{ only: 'mt' }, { only: 20 }],
    [{ since: '2020-01-01' }, { since: 20 }],
    [{ where: ['ms.service=none'] }, { where: 20 }],
  ] as const)('%j: what is there stays, and it says so', async (options, leftOut) => {
    const output = join(folder, 'team.tmx');
    const report = await memoryCorpus([tree], { ...options, output });
    expect(report).toMatchObject({ memory: { found: 20, entries: 0, leftOut }, outputs: [] });
    expect(readFileSync(output, 'utf8')).toBe(team);
    const { memory, outputs } = await memoryCorpus([tree], { ...options, output: join(folder, 'out') });
    expect({ entries: memory.entries, outputs }).toEqual({ entries: 0, outputs: [] });
    expect(readdirSync(folder).sort()).toEqual(['team.tmx', 'tree']);
  });
});

describe('memoryCorpus with update', () => {
  it('does not replace what another wrote meanwhile', async () => {
    const update = join(folder, 'team.tmx');
    const change = (): void => appendFileSync(update, '<!-- changed -->\n');
    await expect(memoryCorpus([tree], { update, jobs: 1, onArticle: change })).rejects.toMatchObject({
      kind: 'output',
      message: expect.stringContaining('was changed while it was read'),
    });
    expect(readFileSync(update, 'utf8')).toContain('<!-- changed -->');
    expect(readdirSync(folder).sort()).toEqual(['team.tmx', 'tree']);
  });

  it('does not replace one that was none before', async () => {
    const update = join(folder, 'new.tmx');
    const change = (): void => writeFileSync(update, team);
    await expect(memoryCorpus([tree], { update, jobs: 1, onArticle: change })).rejects.toThrow(/was changed/);
    expect(readFileSync(update, 'utf8')).toBe(team);
  });

  it('replaces one that stands as it was', async () => {
    const update = join(folder, 'team.tmx');
    const report = await memoryCorpus([tree], { update, jobs: 1 });
    expect(report.memory.entries).toBe(21);
    expect(readFileSync(update, 'utf8').match(/<tu /g)).toHaveLength(21);
  });
});
