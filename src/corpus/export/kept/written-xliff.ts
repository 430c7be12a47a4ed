import { SaxesParser } from 'saxes';
import { createDigest, type Digest, digestTarget, readDigest } from '../../../write/digest.js';
import { escapeText } from '../../../xml/escapes.js';
import { createNamespaces } from '../../../xml/namespaces.js';

/** Reads an XLIFF document, 2.0 or 1.2, as its text comes. */
export interface WrittenXliff {
  /** Throws as soon as the document is not one that was written and left as it was. */
  write(text: string): void;
  /** The same, for the document as a whole. */
  end(): void;
}

/** The document is no XLIFF, is damaged, or a `<file>` of it has another digest than it was written with, or none. */
class Edited extends Error {}

const version2 = /^urn:oasis:names:tc:xliff:document:2\.[0-9]$/;
const version1 = 'urn:oasis:names:tc:xliff:document:1.2';

/** Nothing that was written nests deeper, or has more attributes: whatever else would only take memory. */
const deepest = 100_000;
const mostAttributes = 1000;
/** Characters without a tag or a text between; the longest texts of articles are shorter. */
const longest = 8_000_000;

type Attributes = Readonly<Record<string, string>>;

/** Elements of XLIFF that hold other texts than those that a translator writes. */
const passedOver: ReadonlySet<string> = new Set(['source', 'seg-source', 'alt-trans', 'skeleton', 'skl']);

export function createWrittenXliff(): WrittenXliff {
  const parser = new SaxesParser();
  const namespaces = createNamespaces();
  const open: string[] = [];
  let skipped = 0;
  let isVersion1 = false;
  let files = 0;
  let digest: Digest = createDigest();
  let written: string | undefined;
  /** What texts are for: `undefined` between elements. */
  let inside: 'target' | 'note' | 'data' | undefined;
  let captured = '';
  let dataId = '';
  let data = new Map<string, string>();
  const pairs: { readonly id: string; readonly data: string }[] = [];
  let fed = 0;
  let attributes = 0;

  const dataOf = (reference: string | undefined): string => data.get(reference ?? '') ?? '';
  const startInline = (name: string, given: Attributes): void => {
    const { id = '' } = given;
    if (isVersion1) {
      if (name === 'x') digest.code('ph', id, '');
      else if (name === 'ex') digest.code('ec', given['rid'] ?? id, '');
      else if (name === 'g' || name === 'bx') digest.code('sc', id, '');
      else digest.other(name);
      if (name === 'g') pairs.push({ id, data: '' });
    } else if (name === 'pc') {
      digest.code('sc', id, dataOf(given['dataRefStart']));
      pairs.push({ id, data: dataOf(given['dataRefEnd']) });
    } else if (name === 'ph' || name === 'sc') digest.code(name, id, dataOf(given['dataRef']));
    else if (name === 'ec') digest.code(name, given['startRef'] ?? id, dataOf(given['dataRef']));
    else digest.other(`${name} ${given['hex'] ?? ''} ${given['value'] ?? ''}`);
  };
  const start = (name: string, given: Attributes): void => {
    const parent = open.at(-1);
    if (name === 'file') {
      if (parent !== 'xliff') throw new Edited();
      files++;
      digest = createDigest();
      written = undefined;
    } else if (name === 'unit' || name === 'trans-unit') {
      digest.unit(given['id'] ?? '');
      data = new Map();
      if (name === 'trans-unit') digest.segment(given['id'] ?? '', given['approved'] ?? '');
    } else if (name === 'segment') {
      const { id = '', state, subState } = given;
      digest.segment(id, [state, subState].filter((value) => value !== undefined).join(' '));
    } else if (name === 'ignorable') digest.segment('', '');
    else if (name === 'target') {
      const states = ['order', 'state', 'state-qualifier'].flatMap((key) => given[key] ?? []).join(' ');
      // OmegaT 5.8 says it of every target that there is.
      digest.target(isVersion1 && states === 'translated' ? '' : states);
      inside = 'target';
    } else if (name === 'note' || name === 'data') {
      inside = name;
      captured = '';
      dataId = given['id'] ?? '';
    }
  };
  const onText = (text: string): void => {
    fed = 0;
    if (skipped > 0 || inside === undefined) return;
    if (inside === 'target') digest.text(escapeText(text));
    else captured += text;
  };
  parser.on('error', (error) => {
    throw new Edited(error.message);
  });
  parser.on('attribute', () => {
    if (++attributes > mostAttributes) throw new Edited();
  });
  parser.on('opentag', ({ name: qualified, attributes: given }) => {
    fed = 0;
    attributes = 0;
    const { namespace, name } = namespaces.open(qualified, given);
    if (skipped > 0) {
      if (++skipped > deepest) throw new Edited();
      return;
    }
    if (open.length === 0) {
      isVersion1 = namespace === version1;
      if (name !== 'xliff' || !(isVersion1 || version2.test(namespace))) throw new Edited();
    }
    const isOwn = isVersion1 ? namespace === version1 : version2.test(namespace);
    if (inside === 'target') {
      if (isOwn) startInline(name, given);
      else digest.other(qualified);
    } else if (!isOwn || passedOver.has(name)) {
      skipped = 1;
      return;
    } else start(name, given);
    if (open.push(name) > deepest) throw new Edited();
  });
  parser.on('closetag', () => {
    fed = 0;
    namespaces.close();
    if (skipped > 0) {
      skipped--;
      return;
    }
    const name = open.pop();
    if (name === 'pc' || name === 'g') {
      const pair = inside === 'target' ? pairs.pop() : undefined;
      if (pair !== undefined) digest.code('ec', pair.id, pair.data);
    } else if (name === 'target') inside = undefined;
    else if (name === 'note' || name === 'data') {
      if (name === 'note') digest.note(captured);
      else data.set(dataId, captured);
      inside = undefined;
    } else if (name === 'file' && digest.end() !== written) throw new Edited();
  });
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('processinginstruction', ({ target, body }) => {
    fed = 0;
    if (target === digestTarget && skipped === 0 && open.at(-1) === 'file') written = readDigest(body);
  });
  parser.on('comment', () => {
    fed = 0;
  });
  return {
    write(text) {
      fed += text.length;
      if (fed > longest) throw new Edited();
      parser.write(text);
    },
    end() {
      parser.close();
      if (files === 0) throw new Edited();
    },
  };
}
