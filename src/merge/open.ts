import { ownText } from '../model/compact/own-text.js';
import { type CutDocument, type Cutter, cutDocument, type PassingElement } from '../read/edited/cut.js';
import { type ReadUnit, readUnitAt } from '../read/edited/read-unit.js';
import { describeFault } from '../read/fault-words.js';
import type { DocumentText } from '../xml/document-text.js';
import { createXmlScanner } from '../xml/scan/well-formed.js';
import { tooLarge, type XmlFault } from '../xml/syntax.js';
import { type MergeFinding, mergeFinding } from './finding.js';

/** A document that was passed over, and what its format makes of it. */
export interface OpenedDocument<T extends Cutter> {
  readonly cutter: T;
  readonly cut: CutDocument;
}

/** Passes over a document, or says why it is refused. `cutterOf`: what its root element makes it; else why it is nothing. */
export function passDocument<T extends Cutter>(
  text: DocumentText,
  cutterOf: (root: PassingElement) => T | string,
): OpenedDocument<T> | MergeFinding {
  let cutter: T | undefined;
  let reason = '';
  const cut = cutDocument(text, (root) => {
    const found = cutterOf(root);
    if (typeof found === 'string') reason = found.length > 500 ? `${found.slice(0, 500)}…` : ownText(found);
    else cutter = found;
    return cutter;
  });
  if ('code' in cut) return toFinding(cut);
  return cutter === undefined ? mergeFinding('merge/unreadable', 0, reason) : { cutter, cut };
}

/** The local name of the root element; `undefined` where a document has none that can be read. */
export function rootOf(text: DocumentText): string | undefined {
  let root: string | undefined;
  const scanner = createXmlScanner({
    open({ name }) {
      root = name.slice(name.indexOf(':') + 1);
      // No more is read.
      return tooLarge(0, '');
    },
  });
  for (const piece of text.pieces()) {
    if (scanner.write(piece) !== undefined) return root;
  }
  // A very short document waits for more.
  scanner.end();
  return root;
}

/** Reads a unit that is looked at closely. @throws {Refusal} It cannot be read. */
export function readUnit(text: DocumentText, cut: CutDocument, index: number): ReadUnit {
  const unit = readUnitAt(text, cut, index);
  if ('code' in unit) throw new Refusal(toFinding(unit));
  return unit;
}

/** A document is refused as a whole: caught where the merge began. */
export class Refusal extends Error {
  readonly finding: MergeFinding;

  constructor(finding: MergeFinding) {
    super(finding.code);
    this.finding = finding;
  }
}

/** Does what may end in a refusal. */
export function orRefusal<T>(work: () => T, refuse: (found: MergeFinding) => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.finding);
    throw error;
  }
}

function toFinding(fault: XmlFault): MergeFinding {
  const { code, args, offset } = fault;
  if (code === 'xml/too-large') return mergeFinding('merge/too-large', offset, ...args);
  return mergeFinding('merge/unreadable', offset, describeFault(fault));
}
