import { openEdited } from '../../../../merge/edited.js';
import { type FileAtHead, fileAtHead } from '../../../../merge/files/file-at-head.js';
import { toMergeDiagnostics } from '../../../../merge/finding.js';
import { passMemory, toMemoryIndex } from '../../../../merge/memory/memory-index.js';
import { rootOf } from '../../../../merge/open.js';
import { ownText } from '../../../../model/compact/own-text.js';
import type { Diagnostic } from '../../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../../model/diagnostics/diagnostic-kinds.js';
import { attributeOf } from '../../../../read/edited/cut.js';
import { type DocumentText, linesOf, wholeOf } from '../../../../xml/document-text.js';
import { createXmlScanner } from '../../../../xml/scan/well-formed.js';
import { reasonOf } from '../../../error.js';
import type { FileText } from '../../../files/documents/file-text.js';
import { shared } from '../../../run/shared.js';
import type { Processor, Work } from '../../../run/task.js';
import { openPlace, orLost, type PassedMemory, readSmall } from './open-document.js';

/** What a document is of. Plain data. */
export interface PassedDocument {
  readonly kind: 'xliff' | 'tmx' | 'refused';
  /** Of an XLIFF document. */
  readonly files: readonly FileAtHead[];
  /** Why it is refused. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of a memory. */
  readonly passed?: PassedMemory;
}

/** What is the same for all documents: copies of those that can be read only once, by their places. */
export interface PassGiven {
  /** Of memories. */
  readonly srcLang: string;
  readonly descriptors: ReadonlyMap<number, number>;
}

/** Characters of a document that is looked at as a whole. */
const longestWhole = 4_000_000;
const fileTag = /<(?:[^\s<>/:]+:)?file(?=[\s/>])/g;

/** Makes ready for finding what documents are of, each read once. */
export function start({ articles, given }: Work<PassGiven>): Promise<Processor<PassedDocument>> {
  return Promise.resolve((index) => {
    const file = String(articles.at(index)?.file ?? '');
    const descriptor = given.descriptors.get(index);
    const place = descriptor === undefined ? { file } : { file, descriptor };
    return orLost(
      () => {
        const only = onlyFileOf(readSmall(place));
        if (only !== undefined) return { kind: 'xliff', files: [only], diagnostics: [] };
        const text = openPlace(place);
        try {
          return passText(text, given.srcLang);
        } finally {
          text.close();
        }
      },
      (error) => refused([diagnosticForFile('input/unreadable', reasonOf(error))]),
    );
  });
}

function refused(diagnostics: readonly Diagnostic[]): PassedDocument {
  return { kind: 'refused', files: [], diagnostics };
}

/** Of a document with one file no more is read than its tag: whoever merges it holds all of it to the rules of XML. */
function passText(text: FileText, srcLang: string): PassedDocument {
  const root = rootOf(text);
  if (root === 'tmx') return { kind: 'tmx', files: [], diagnostics: [], passed: shared(passAll(text, srcLang)) };
  const only = root === 'xliff' ? onlyFileIn(text) : undefined;
  if (only !== undefined) return { kind: 'xliff', files: [only], diagnostics: [] };
  const edited = openEdited(text);
  if ('code' in edited) return refused(toMergeDiagnostics([edited], linesOf(text)));
  return {
    kind: 'xliff',
    files: edited.files.map(({ original, offset }) => ({ original: ownText(original), offset })),
    diagnostics: [],
  };
}

/** The file of a small document that begins as exporters write it, where nothing else in it looks like a file. */
function onlyFileOf(document: Buffer | undefined): FileAtHead | undefined {
  const at = document?.indexOf('<file ') ?? -1;
  if (document === undefined || at < 0) return undefined;
  if (document.indexOf('<file', at + 1) >= 0 || document.includes(':file')) return undefined;
  return fileAtHead(document.toString('utf8', 0, document.indexOf('>', at) + 1));
}

/** A memory passes here for all threads: what is known of its units is for all of them, and large. */
function passAll(text: FileText, srcLang: string): PassedMemory {
  const passed = passMemory(text, srcLang);
  return { index: 'code' in passed ? passed : toMemoryIndex(passed), places: text.places() };
}

/** The file of a document that has only one, and is small. */
function onlyFileIn(document: DocumentText): FileAtHead | undefined {
  const { text, fault } = wholeOf(document, longestWhole);
  if (fault !== undefined || text.match(fileTag)?.length !== 1) return undefined;
  let only: FileAtHead | undefined;
  const scanner = createXmlScanner({
    open(tag, depth) {
      const local = tag.name.slice(tag.name.indexOf(':') + 1);
      if (depth === 2 && local === 'file')
        only ??= { original: ownText(attributeOf(tag, 'original') ?? ''), offset: tag.start };
      return undefined;
    },
  });
  // Up to the end of the tag.
  const at = text.search(fileTag);
  scanner.write(text.slice(0, text.indexOf('>', at) + 1));
  return only;
}
