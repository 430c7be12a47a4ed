import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInputs } from '../../../src/corpus/find/inputs.js';
import { temporaryFolder, tree } from '../../support/cli.js';
import { commitAll, git } from '../../support/git.js';
import { pair } from '../../support/pairs.js';

describe('a bare repository among the inputs', () => {
  it('that no revision is asked of is said', async () => {
    const root = commitAll(tree({ 'a.md': pair('1', 'One', 'Eins') }));
    const bare = join(temporaryFolder(), 'docs.git');
    git(root, 'clone', '-q', '--bare', root, bare);
    const empty = temporaryFolder();
    for (const inputs of [[bare], [`${bare}/`], [empty, bare]]) {
      await expect(findInputs(inputs)).rejects.toThrow(
        'is a bare Git repository: name a revision, such as --rev HEAD.',
      );
    }
    expect((await findInputs([bare], { rev: 'HEAD' })).articles).toHaveLength(1);
  });

  it('is none where only names are alike', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'objects'));
    mkdirSync(join(folder, 'HEAD'));
    writeFileSync(join(folder, 'refs'), '');
    for (const each of [folder, temporaryFolder()]) {
      await expect(findInputs([each])).rejects.toThrow(/there is no article in it: [^:]*\.$/);
    }
  });
});
