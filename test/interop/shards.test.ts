import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { memoryCorpus } from '../../src/node.js';
import { cli, filesBelow, temporaryFolder } from '../support/cli.js';
import { isInstalled } from '../support/clients.js';
import { inScope } from '../support/interop-scope.js';
import { shared, unpack } from '../support/shared.js';

const sample = [['quantum.ja-JP.sxs', 'corpus']] as const;
const whole = [
  ...sample,
  ['quantum.de-DE.sxs', 'corpus'],
  ['alchemyinsights.ja-JP.sxs', 'corpus'],
  ['alchemyinsights.th-TH.sxs', 'trees'],
  ['alchemyinsights.zh-CN.sxs', 'trees'],
  ['dotnet-sample.ja-JP.sxs', 'corpus'],
  ['learn.ja-JP.sxs', 'trees'],
  ['sdk-sample.ja-JP.sxs', 'trees'],
] as const;

const replaced = /<prop type="x-replaced">[^<]*<\/prop>/g;

if (isInstalled('GNU parallel', 'parallel') && shared !== undefined) {
  it('shards that GNU parallel makes are the memory of the whole', { timeout: 1_800_000 }, async () => {
    const inputs = inScope<typeof sample | typeof whole>(sample, whole).map(([name, place]) => unpack(name, place));
    const folder = temporaryFolder();
    const options = ['--base', tmpdir(), '--keep', 'distinct', '-o', join(folder, 'parts')];
    const command = [process.execPath, cli, 'memory', ...inputs, ...options, '--shard', '{}/4', '-j', '1', '-q'];
    const parallel = ['--will-cite', '-j', '2', ...command, '--fail-on', 'never', ':::', '1', '2', '3', '4'];
    const { status, stderr } = spawnSync('parallel', parallel, { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    const parts = filesBelow(join(folder, 'parts')).map((name) => join(folder, 'parts', name));
    expect(parts.length % 4).toBe(0);
    await memoryCorpus(parts, { jobs: 1, output: join(folder, 'together') });
    await memoryCorpus(inputs, { base: tmpdir(), jobs: 1, output: join(folder, 'one') });
    let differing = 0;
    for (const name of filesBelow(join(folder, 'one'))) {
      const one = readFileSync(join(folder, 'one', name), 'utf8');
      const together = readFileSync(join(folder, 'together', name), 'utf8');
      // Markdown has escapes, and TMX has none.
      expect(together.replace(replaced, '') === one.replace(replaced, ''), name).toBe(true);
      const others = one.match(replaced) ?? [];
      const own = together.match(replaced) ?? [];
      differing += own.filter((each, at) => each !== others[at]).length;
    }
    // docs/shards.md says how many.
    expect(differing).toBe(inScope(0, 81));
  });
}
