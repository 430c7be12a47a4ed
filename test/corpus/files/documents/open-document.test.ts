import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { exportToString } from '../../../../src/index.js';
import { mergeFile } from '../../../../src/node.js';
import { temporaryFolder } from '../../../support/cli.js';
import { articleOf, pair } from '../../../support/pairs.js';

const folder = mkdtempSync(join(tmpdir(), 'document-'));
afterAll(() => rmSync(folder, { recursive: true }));
const text = `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'Alt', 'Old')}`;
writeFileSync(join(folder, 'a.md'), text);
const edited = exportToString([articleOf(text, 'a.md')], 'xliff').replace('Alt', 'Neu');

/** A pipe that bytes are written to as they are given, as often as it is read. */
async function throughPipe(command: string): Promise<Awaited<ReturnType<typeof mergeFile>>> {
  const pipe = join(folder, `pipe-${Math.random()}`);
  execFileSync('mkfifo', [pipe]);
  const writer = spawn('sh', ['-c', `${command} > "${pipe}"`], { stdio: 'ignore' });
  try {
    return await mergeFile(join(folder, 'a.md'), pipe);
  } finally {
    writer.kill();
    rmSync(pipe);
  }
}

describe.skipIf(process.platform === 'win32')('a document that cannot be read twice', () => {
  it('is merged: a pipe', async () => {
    // More than a pipe holds, so that it comes in parts.
    writeFileSync(join(folder, 'edited.xlf'), edited.replace('<file ', `<!--${' '.repeat(1 << 20)}-->$&`));
    const { merged } = await throughPipe(`cat "${join(folder, 'edited.xlf')}"`);
    expect(merged?.changes.map(({ after }) => after)).toEqual(['Neu']);
  });

  it('is refused as far as it came: a pipe without end', async () => {
    const { merged, diagnostics } = await throughPipe("yes '<a>'");
    expect(merged).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'merge/unreadable', line: 251, column: 1 }]);
  });

  it.each(['/dev/zero', '/dev/urandom', '/dev/null'])('is refused at once: %s', async (device) => {
    if (!existsSync(device)) return;
    const { merged, diagnostics } = await mergeFile(join(folder, 'a.md'), device);
    expect(merged).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['merge/unreadable']);
  });

  it('leaves nothing in the folder for temporary files', async () => {
    // One that no other process writes to.
    const own = temporaryFolder();
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, own);
    expect(tmpdir()).toBe(own);
    await throughPipe('echo "<a/>"');
    expect(readdirSync(own)).toEqual([]);
  });

  it('is told to be a folder', async () => {
    await expect(mergeFile(join(folder, 'a.md'), folder)).rejects.toMatchObject({ kind: 'input' });
  });
});
