import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMergeReport } from '../../../../src/corpus/merge/tree/merge-report.js';
import { diagnosticForFile } from '../../../../src/model/diagnostics/diagnostic-kinds.js';
import { memoryCorpus, mergeCorpus } from '../../../../src/node.js';
import { temporaryFolder } from '../../../support/cli.js';

const inputs = { articles: [], others: [], excluded: 0, ignored: 0, trees: [] };

describe('what a report says of a document', () => {
  it('is said once, whatever else there is to say of it', () => {
    const report = createMergeReport(inputs, [{ path: 'x.xlf', file: 'x.xlf' }]);
    const count = 100_000;
    for (let index = 0; index < count; index++) {
      report.addToDocument(0, diagnosticForFile('merge/no-article', `file ${index}`));
    }
    for (let index = 0; index < count; index++) {
      report.addToDocument(0, diagnosticForFile('merge/no-article', `file ${index}`));
    }
    report.addToDocument(0, diagnosticForFile('input/unreadable', 'it is gone'));
    const { diagnostics, documents } = report.build();
    expect(diagnostics).toEqual({ 'input/unreadable': 1, 'merge/no-article': count });
    expect(documents[0]?.diagnostics).toHaveLength(count + 1);
    expect(documents[0]?.diagnostics[0]?.message).toContain('file 0');
  });

  it('is nothing where a memory of one language stands beside those of others', async () => {
    const folder = temporaryFolder();
    const [french, german] = ['fr-FR', 'de-DE'].map((tag) => join(folder, `${tag}.tmx`));
    for (const tag of ['fr-FR', 'de-DE', 'th-TH']) {
      const article = `<span data-ttu-id="1ab23-101">${tag}</span><span class="sxs-lookup"><span data-stu-id="1ab23-101">A word</span></span>\n`;
      mkdirSync(join(folder, 'docs', tag), { recursive: true });
      writeFileSync(join(folder, 'docs', tag, 'a.md'), article);
    }
    await memoryCorpus([join(folder, 'docs')], { output: folder, jobs: 1 });
    for (const tag of ['fr-FR', 'de-DE', 'th-TH']) {
      renameSync(join(folder, `en-US_${tag}.tmx`), join(folder, `${tag}.tmx`));
    }
    const merge = (tree: string, ...memories: readonly (string | undefined)[]) =>
      mergeCorpus(
        [join(folder, 'docs', tree)],
        memories.map((each) => each ?? ''),
        { output: join(folder, 'merged'), jobs: 1 },
      );
    const { diagnostics, written } = await merge('.', french, german);
    expect(diagnostics).toEqual({});
    expect(written).toBe(2);
    // Of what nothing could be taken, it is said, and why, once.
    const unused = await merge('th-TH', french, german);
    expect(unused.written).toBe(0);
    expect(unused.diagnostics).toEqual({ 'merge/no-article': 2, 'merge/no-entry': 2 });
    const all = await merge('.', join(folder, 'fr-FR.tmx'), join(folder, 'th-TH.tmx'));
    expect([all.written, all.diagnostics]).toEqual([2, {}]);
  });
});
