import { openEdited } from '../../../../merge/edited.js';
import { toMergeDiagnostics } from '../../../../merge/finding.js';
import type { Diagnostic } from '../../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../../model/diagnostics/diagnostic-kinds.js';
import type { EditedFile } from '../../../../read/edited/document.js';
import { linesOf } from '../../../../xml/document-text.js';
import type { FoundDocument } from '../../../find/documents.js';
import type { createFileFinder, NamedFile } from '../../document-files.js';
import { openPlace, orLost } from './open-document.js';
import type { PassedDocument } from './pass-document.js';

/** One article, one file: whatever they are called, `merge` says whether it is of it. */
export const onlyFile: ReadonlyMap<number, number> = new Map([[0, 0]]);

/**
 * Which file of a document is which article. The document is opened again where paths do not say enough, or there is something to say of a place in it.
 */
export function assignFiles(
  place: FoundDocument,
  { files }: PassedDocument,
  find: ReturnType<typeof createFileFinder>,
  tell: (diagnostic: Diagnostic) => void,
): ReadonlyMap<number, number> {
  return orLost(
    () => {
      let text: ReturnType<typeof openPlace> | undefined;
      let opened: readonly EditedFile[] | undefined;
      const open = (): ReturnType<typeof openPlace> => {
        text ??= openPlace(place);
        return text;
      };
      const unitsOf = (index: number): EditedFile['units'] => {
        if (opened === undefined) {
          const edited = openEdited(open());
          opened = 'code' in edited ? [] : edited.files;
        }
        return opened[index]?.units ?? [];
      };
      const named = files.map(
        (file, index): NamedFile => ({
          ...file,
          get units() {
            return unitsOf(index);
          },
        }),
      );
      try {
        const found = find(named, (findings) => {
          // Pieces that were passed over tell where others start.
          if (opened === undefined) for (const _ of open().pieces());
          return toMergeDiagnostics(findings, linesOf(open()));
        });
        for (const each of found.findings) tell(each);
        return found.files;
      } finally {
        text?.close();
      }
    },
    () => {
      tell(diagnosticForFile('input/unreadable', 'it was there, and is not any more'));
      return new Map();
    },
  );
}
