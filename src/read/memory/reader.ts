import { type Diagnostic, finding, toDiagnostic } from '../../model/diagnostics/diagnostic.js';
import { type DocumentDiagnosticCode, documentKinds } from '../../model/diagnostics/document-kinds.js';
import type { DocumentUnit } from '../../model/memory/document.js';
import { type OptionKindsOf, requireOptions, truth } from '../../model/options.js';
import { requireText } from '../../xml/document-text.js';
import type { XmlTag } from '../../xml/syntax.js';
import { describeFault } from '../fault-words.js';
import type { FormatReader, MemoryFormat, MemoryHeader } from './formats/format.js';
import { createTmxReader } from './formats/tmx.js';
import { createXliff2Reader } from './formats/xliff2.js';
import { createXliff12Reader } from './formats/xliff12.js';
import { createDocumentStream } from './stream/stream.js';

/** How a memory is read. */
export interface MemoryReaderOptions {
  /** Whether units say what their attributes say besides, and what is not kept of them: for a memory that is to be written again. Default: `false`. */
  readonly attributes?: boolean;
}

/** Reads a memory as its text comes. */
export interface MemoryReader {
  /** The header of a TMX, once it has come, where {@link MemoryReaderOptions.attributes} are asked for. */
  readonly header: MemoryHeader | undefined;
  /** The next part of the text, cut anywhere; the units that are complete with it. */
  push(chunk: string): readonly DocumentUnit[];
  /** Nothing comes any more; the units that are left. */
  end(): readonly DocumentUnit[];
  /** What the document is; `undefined` until its root has come, and where it is nothing that is read. */
  readonly format: MemoryFormat | undefined;
  /** What is wrong with the document so far, by place. */
  readonly diagnostics: readonly Diagnostic<DocumentDiagnosticCode>[];
  /**
   * How many units are lost so far: those that are damaged, and those after the place from which on nothing is read, as far
   * as their tags are found. What is pushed after `end` is not read either.
   */
  readonly lost: LostUnits;
}

/** Units of a document that could not be read, by the diagnostic that says why. */
export type LostUnits = Readonly<Record<'document/damaged' | 'document/unreadable', number>>;

const readerOptionKinds: OptionKindsOf<MemoryReaderOptions> = { attributes: truth };

/**
 * Makes a reader of existing memories: TMX 1.1 to 1.4b, XLIFF 2, XLIFF 1.2, told apart by the root element. It throws
 * by no document, looks up nothing outside of the text, and keeps no more of it than the unit that is open. The document must be
 * XML; where it is damaged, units before and after the damage are read, and `diagnostics` says where it is.
 *
 * @throws {RangeError} An option is none that there is, or has a value that it does not take.
 *
 * @example
 * const reader = createMemoryReader();
 * reader.push('<tmx version="1.4"><header srclang="en-US"/><body><tu tuid="a"><tuv xml:lang="en-US"><seg>Hi</s')
 * const [unit] = reader.push('eg></tuv><tuv xml:lang="de-DE"><seg>Hallo</seg></tuv></tu></body></tmx>');
 * unit?.variants.map(({ lang, text }) => `${lang} ${text}`) // ['en-US Hi', 'de-DE Hallo']
 */
export function createMemoryReader(options: MemoryReaderOptions = {}): MemoryReader {
  requireOptions(options, readerOptionKinds);
  const { attributes = false } = options;
  const diagnostics: Diagnostic<DocumentDiagnosticCode>[] = [];
  const lost = { 'document/damaged': 0, 'document/unreadable': 0 };
  let units: DocumentUnit[] = [];
  let format: FormatReader | undefined;
  const take = (unit: DocumentUnit): void => {
    units.push(unit);
  };
  const stream = createDocumentStream({
    root(local, namespace, tag) {
      format = createFormat(local, namespace, tag, take, attributes);
      return format?.shape;
    },
    unitAt: (text, at, point) => format?.unitAt?.(text, at, point),
    open: (local, namespace, tag, depth, point) => format?.open(local, namespace, tag, depth, point),
    close: (depth) => format?.close(depth),
    text: (text) => format?.text(text),
    damage(fault, point, isOver) {
      format?.forget();
      const code = isOver ? 'document/unreadable' : 'document/damaged';
      const place = { start: point.offset, end: point.offset };
      diagnostics.push(
        toDiagnostic(finding(code, place, describeFault(fault)), { pointAt: () => point }, documentKinds),
      );
    },
    lost(count, isOver) {
      lost[isOver ? 'document/unreadable' : 'document/damaged'] += count;
    },
  });
  const taken = (): readonly DocumentUnit[] => {
    const done = units;
    if (done.length > 0) units = [];
    return done;
  };
  return {
    push(chunk) {
      requireText(chunk);
      stream.push(chunk);
      return taken();
    },
    end() {
      stream.end();
      return taken();
    },
    get format() {
      return format?.name;
    },
    get header() {
      return format?.header?.();
    },
    diagnostics,
    lost,
  };
}

function createFormat(
  local: string,
  namespace: string,
  tag: XmlTag,
  take: (unit: DocumentUnit) => void,
  attributes: boolean,
): FormatReader | undefined {
  if (local === 'tmx') return createTmxReader(tag, take, attributes);
  if (local !== 'xliff') return undefined;
  const [, named] = /^urn:oasis:names:tc:xliff:document:([12])\.[0-9]$/.exec(namespace) ?? [];
  // Of another namespace no unit would be found.
  if (named === undefined && namespace !== '') return undefined;
  return named === '2' || (named === undefined && isVersion2(tag))
    ? createXliff2Reader(tag, take)
    : createXliff12Reader(tag, take);
}

/** A root without a namespace says in `version` what it is. */
function isVersion2({ attributes }: XmlTag): boolean {
  const at = attributes.indexOf('version');
  return at >= 0 && at % 2 === 0 && (attributes[at + 1] ?? '').startsWith('2.');
}

/** What reading a whole memory gives. */
export interface MemoryDocument extends Pick<MemoryReader, 'format' | 'diagnostics' | 'lost'> {
  readonly units: readonly DocumentUnit[];
}

/**
 * Reads a memory that is in memory as a whole. As {@link createMemoryReader}.
 *
 * @example
 * readMemoryText('<tmx version="1.4"><body><tu>').diagnostics[0]?.code // 'document/damaged'
 */
export function readMemoryText(text: string): MemoryDocument {
  const reader = createMemoryReader();
  const units = [...reader.push(text), ...reader.end()];
  return { format: reader.format, diagnostics: reader.diagnostics, lost: reader.lost, units };
}
