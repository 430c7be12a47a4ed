import { longestUnit, mostUnitMarkup } from '../../model/limits.js';
import { textOf } from '../../xml/document-text.js';
import { readElement } from '../../xml/plain-element.js';
import { countMarkup } from '../../xml/reader.js';
import { createXmlScanner } from '../../xml/scan/well-formed.js';
import type { XmlTag } from '../../xml/syntax.js';
import { describeFault } from '../fault-words.js';
import { createLanguageReader, type DraftConcept } from './draft.js';
import type { GlossaryReporter } from './reporter.js';
import { readTbxConcept } from './tbx-concept.js';

/** What a TBX document holds. */
export interface TbxReading {
  readonly concepts: readonly DraftConcept[];
  /** The language of the document, as it is written. */
  readonly lang: string | undefined;
}

/**
 * Reads TBX: of 2019 in DCA and DCT style, of 2008, any dialect of them, and TBX-Min. Concepts are cut out of the document in one
 * pass, and each is read by itself. `undefined`: it is no TBX.
 */
export function readTbx(text: string, reporter: GlossaryReporter): TbxReading | undefined {
  const concepts: DraftConcept[] = [];
  const languageOf = createLanguageReader();
  /** What is declared around concepts: by depth, from 1. */
  const declared: (readonly string[])[] = [];
  let root: XmlTag | undefined;
  let isTbx = false;
  /** As TBX-Min says it, in its header. */
  let source: string | undefined;
  let start = 0;
  let depthOfConcept = 0;
  const take = (end: number): void => {
    const place = { start, end };
    const slice = text.slice(start, end);
    if (slice.length > longestUnit || countMarkup(slice) > mostUnitMarkup) {
      reporter.count('glossary/concept', place, 'it is too large');
      return;
    }
    const { root: element, fault } = readElement(slice, start, declarationsOf(declared));
    if (element === undefined) {
      reporter.count('glossary/concept', { start: fault.offset, end: fault.offset }, describeFault(fault));
    } else concepts.push(readTbxConcept(element, languageOf, reporter));
  };
  const scanner = createXmlScanner({
    open(tag, depth) {
      if (depthOfConcept > 0) return undefined;
      const local = localOf(tag.name);
      if (depth === 1) {
        root = tag;
        isTbx = local === 'tbx' || local === 'martif' || local === 'TBX';
      } else if (isTbx && isEntry(local, depth)) {
        depthOfConcept = depth;
        start = tag.start;
        declared.length = depth - 1;
        return undefined;
      }
      if (isTbx && local === 'languages') source ??= attributeOf(tag.attributes, 'source');
      declared.length = depth - 1;
      declared.push(tag.attributes);
      return undefined;
    },
    close(end, depth) {
      if (depth !== depthOfConcept) return;
      depthOfConcept = 0;
      take(end);
    },
  });
  let fault = undefined as ReturnType<typeof scanner.write>;
  for (const piece of textOf(text).pieces()) {
    fault = scanner.write(piece);
    if (fault !== undefined) break;
  }
  fault ??= scanner.end();
  if (fault !== undefined) {
    reporter.report('glossary/unreadable', { start: fault.offset, end: fault.offset }, describeFault(fault));
  } else if (!isTbx && root !== undefined) {
    reporter.report('glossary/unreadable', root, `its root is <${root.name}>, and not <tbx>, <martif> or <TBX>`);
  }
  if (!isTbx || (fault !== undefined && concepts.length === 0)) return undefined;
  return { concepts, lang: (root && attributeOf(root.attributes, 'xml:lang')) ?? source };
}

/** An entry of a concept: of 2019, of 2008, and of TBX-Min, in `<TBX><body>`. */
function isEntry(local: string, depth: number): boolean {
  return local === 'conceptEntry' || local === 'termEntry' || (local === 'entry' && depth === 3);
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributeOf(attributes: readonly string[], name: string): string | undefined {
  for (let at = 0; at < attributes.length; at += 2) if (attributes[at] === name) return attributes[at + 1];
  return undefined;
}

/** Namespaces that are declared around a concept, as attributes: the innermost of each prefix. */
function declarationsOf(declared: readonly (readonly string[])[]): string {
  const values = new Map<string, string>();
  for (const attributes of declared) {
    for (let at = 0; at < attributes.length; at += 2) {
      const name = attributes[at] ?? '';
      if (name === 'xmlns' || name.startsWith('xmlns:')) values.set(name, attributes[at + 1] ?? '');
    }
  }
  let text = '';
  for (const [name, value] of values) text += ` ${name}="${value.replaceAll('"', '&quot;')}"`;
  return text;
}
