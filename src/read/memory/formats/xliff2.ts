import type { TranslationType } from '../../../model/article.js';
import type { Content } from '../../../model/content.js';
import type { Point } from '../../../model/position.js';
import type { XmlTag } from '../../../xml/syntax.js';
import { createContentBuilder, own } from '../codes/content.js';
import { type CodeForm, formOfXliff } from '../codes/forms.js';
import { createCodeIds } from '../codes/ids.js';
import { attributeOf, createShape } from '../stream/shape.js';
import type { FormatReader, TakeUnit } from './format.js';
import { createXliffFile, toUnit, type XliffFile } from './xliff-file.js';

const metadata = /^urn:oasis:names:tc:xliff:metadata:2\.[0-9]$/;
const core = /^(?:urn:oasis:names:tc:xliff:document:2\.[0-9])?$/;
/** States of segments that somebody approved (XLIFF 2.0, section 4.3.1.30). */
const approved: ReadonlySet<string> = new Set(['reviewed', 'final']);

interface OpenSegment {
  readonly tag: XmlTag;
  readonly depth: number;
  source?: Content;
  target?: Content;
}

/** A `<pc>` that is open. */
interface Span {
  readonly depth: number;
  readonly pair: string;
  readonly form: CodeForm;
  readonly end: string;
}

/**
 * Reads XLIFF 2: a unit for each segment. Elements of modules are passed over, but for the metadata of a file; annotations
 * (`mrk`, `sm`, `em`) are, too, and what is in them stays.
 */
export function createXliff2Reader(root: XmlTag, take: TakeUnit): FormatReader {
  const ids = createCodeIds();
  const builder = createContentBuilder(ids);
  const langs = [attributeOf(root, 'srcLang'), attributeOf(root, 'trgLang')].map((each) => each && own(each));
  const fileOf = (tag?: XmlTag): XliffFile =>
    createXliffFile(langs[0], langs[1], tag === undefined ? undefined : attributeOf(tag, 'original'));
  let file = fileOf();
  let unit: { readonly id: string | undefined; readonly point: Point; readonly depth: number } | undefined;
  let segment: OpenSegment | undefined;
  let side: { readonly name: 'source' | 'target'; readonly depth: number } | undefined;
  let data = new Map<string, string>();
  let spans: Span[] = [];
  /** A text that is not one of a segment: the data of a code, or a value of the metadata. */
  let captured:
    | { readonly depth: number; readonly key: string; readonly into: Map<string, string>; value: string }
    | undefined;
  let skipped = 0;

  const dataOf = (tag: XmlTag, name: string): string => data.get(attributeOf(tag, name) ?? '') ?? '';
  const addCode = (local: string, tag: XmlTag, depth: number): void => {
    const id = attributeOf(tag, 'id');
    const native = dataOf(tag, local === 'pc' ? 'dataRefStart' : 'dataRef');
    const form = formOfXliff(attributeOf(tag, 'type'), attributeOf(tag, 'subType'), native);
    if (local === 'ph') {
      const disp = own(attributeOf(tag, 'disp') ?? '');
      builder.placeholder(id, form, native, { disp, equiv: own(attributeOf(tag, 'equiv') ?? '') });
    } else if (local === 'pc') {
      const pair = `pc ${id}`;
      builder.open(id, pair, form, native);
      spans.push({ depth, pair, form, end: dataOf(tag, 'dataRefEnd') });
    } else if (attributeOf(tag, 'isolated') === 'yes') builder.isolated(local === 'sc' ? 'sc' : 'ec', id, form, native);
    else if (local === 'sc') builder.open(id, id ?? '', form, native);
    else {
      const start = attributeOf(tag, 'startRef');
      builder.close(start ?? '', form, native, start);
    }
  };
  const openInSide = (local: string, tag: XmlTag, depth: number): void => {
    if (local === 'cp') builder.text(codePoint(attributeOf(tag, 'hex')));
    else if (local === 'ph' || local === 'pc' || local === 'sc' || local === 'ec') addCode(local, tag, depth);
  };
  const openInUnit = (local: string, tag: XmlTag, depth: number): void => {
    if (local === 'data') captured = { depth, key: own(attributeOf(tag, 'id') ?? ''), into: data, value: '' };
    else if (local === 'segment') segment = { tag, depth };
    else if ((local === 'source' || local === 'target') && segment !== undefined) {
      side = { name: local, depth };
      builder.start();
    } else if (local !== 'originalData') skipped = depth;
  };
  const finish = ({ tag, source, target }: OpenSegment): void => {
    ids.finish();
    if (unit === undefined) return;
    const id = attributeOf(tag, 'id') ?? unit.id;
    const state = attributeOf(tag, 'state');
    const translationType = typeOf(state, attributeOf(tag, 'subState'));
    const isUntranslated = state === 'initial';
    const translated = target === undefined ? undefined : { content: target, translationType, isUntranslated };
    take(toUnit(file, unit.point, id === undefined ? undefined : own(id), source, translated));
  };
  return {
    name: 'xliff',
    shape: createShape(root, 'unit', ['xliff', 'file', 'group'], (namespace) => core.test(namespace), 'file'),
    open(local, namespace, tag, depth, point) {
      const isCore = core.test(namespace);
      if (skipped > 0) return;
      if (captured !== undefined) {
        if (isCore && local === 'cp') captured.value += codePoint(attributeOf(tag, 'hex'));
      } else if (side !== undefined) {
        if (isCore) openInSide(local, tag, depth);
      } else if (unit !== undefined) {
        if (isCore) openInUnit(local, tag, depth);
        else skipped = depth;
      } else if (point !== undefined) {
        const id = attributeOf(tag, 'id');
        unit = { id: id === undefined ? undefined : own(id), point, depth };
        if (data.size > 0) data = new Map();
      } else if (isCore && local === 'file') file = fileOf(tag);
      else if (local === 'meta' && metadata.test(namespace)) {
        captured = { depth, key: own(attributeOf(tag, 'type') ?? ''), into: file.metadata, value: '' };
      }
    },
    close(depth) {
      if (skipped > 0) {
        if (depth === skipped) skipped = 0;
      } else if (captured !== undefined) {
        if (depth !== captured.depth) return;
        const { into, key, value } = captured;
        if (!into.has(key)) into.set(key, own(value));
        captured = undefined;
      } else if (side !== undefined) {
        const span = spans.at(-1);
        if (span?.depth === depth) {
          builder.close(span.pair, span.form, span.end);
          spans.pop();
        } else if (depth === side.depth) {
          if (segment !== undefined) segment[side.name] = builder.end();
          side = undefined;
        }
      } else if (segment !== undefined && depth === segment.depth) {
        finish(segment);
        segment = undefined;
      } else if (unit !== undefined && depth === unit.depth) unit = undefined;
    },
    text(text) {
      if (skipped > 0) return;
      if (captured !== undefined) captured.value += text;
      else if (side !== undefined) builder.text(text);
    },
    forget() {
      builder.end();
      builder.start();
      ids.finish();
      unit = segment = side = captured = undefined;
      spans = [];
      skipped = 0;
    },
  };
}

/** What somebody approved counts as human, whatever a tool has left of where it came from: an export of ours has both of none. */
function typeOf(state: string | undefined, subState: string | undefined): TranslationType | undefined {
  if (state !== undefined && approved.has(state)) return 'ht';
  return subState === 'ms:mt' ? 'mt' : undefined;
}

/** The character of a `cp` (section 4.2.3.1), which stands for one that XML cannot hold; but not NUL, nor half a pair. */
function codePoint(hex: string | undefined): string {
  const point = /^[0-9A-Fa-f]{1,6}$/.test(hex ?? '') ? Number.parseInt(hex ?? '', 16) : Number.NaN;
  const isText = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isText ? String.fromCodePoint(point) : '';
}
