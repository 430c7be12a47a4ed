import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDocumentFile } from '../../../../src/corpus/files/documents/open-document.js';
import { findDocuments } from '../../../../src/corpus/find/documents.js';
import { temporaryFolder } from '../../../support/cli.js';

describe('a document that is not there', () => {
  it('says what - is, where that was named', async () => {
    const advice = '-: cannot be read: no such file or folder. Standard input (-) is an article';
    await expect(openDocumentFile('-')).rejects.toThrow(advice);
    await expect(findDocuments(['-'], undefined)).rejects.toThrow(advice);
  });

  it('says no more of other names', async () => {
    const file = join(temporaryFolder(), 'a-.xlf');
    const message = `${file}: cannot be read: no such file or folder.`;
    await expect(openDocumentFile(file)).rejects.toMatchObject({ message });
    await expect(findDocuments([file], undefined)).rejects.toMatchObject({ message });
  });
});
