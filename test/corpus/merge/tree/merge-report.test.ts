import { describe, expect, it } from 'vitest';
import { createMergeReport } from '../../../../src/corpus/merge/tree/merge-report.js';
import { diagnosticForFile } from '../../../../src/model/diagnostics/diagnostic-kinds.js';

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
});
