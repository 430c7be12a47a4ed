import { type Content, type Placeholder, toMarkdown } from '../../../model/content.js';
import type { DocumentLoss, DocumentUnit, DocumentVariant } from '../../../model/memory/document.js';
import type { EntryProp } from '../../../model/memory/entry.js';
import type { Point } from '../../../model/position.js';
import type { XmlTag } from '../../../xml/syntax.js';
import { type ContentBuilder, createContentBuilder, own } from '../codes/content.js';
import { formOf } from '../codes/forms.js';
import { createCodeIds } from '../codes/ids.js';
import { shownOf, showPartners } from '../codes/shown.js';
import { attributeOf, createShape } from '../stream/shape.js';
import { addUse, languageOf } from '../values.js';
import { attributesOf, keptAttributes } from './attributes.js';
import type { FormatReader, MemoryHeader, TakeUnit } from './format.js';
import { createPlainUnits } from './plain-unit.js';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A unit whose contents are not complete. */
interface OpenUnit {
  readonly tag: XmlTag;
  readonly point: Point;
  readonly variants: DocumentVariant[];
  readonly props: EntryProp[];
  readonly leftOut: DocumentLoss[];
}

interface OpenVariant {
  readonly tag: XmlTag;
  readonly props: EntryProp[];
  content?: Content;
}

/** An inline code, whose native code comes. */
interface OpenCode {
  readonly kind: string;
  readonly tag: XmlTag;
}

/** Reads TMX, 1.1 to 1.4b. */
export function createTmxReader(root: XmlTag, take: TakeUnit, keepsAttributes = false): FormatReader {
  const ids = createCodeIds();
  const builder = createContentBuilder(ids);
  let srcLang: string | undefined;
  let unit: OpenUnit | undefined;
  let variant: OpenVariant | undefined;
  let prop: string | undefined;
  let code: OpenCode | undefined;
  /** The depths of what is open; 0 where nothing is. */
  let unitDepth = 0;
  let variantDepth = 0;
  let segmentDepth = 0;
  let propDepth = 0;
  let codeDepth = 0;
  let captured = '';
  const properties = createProperties();
  let header: Header | undefined;
  let headerDepth = 0;

  const finish = ({ tag, point, variants, props, leftOut }: OpenUnit): void => {
    ids.finish();
    const [source, ...others] = variants;
    for (const { content } of others) if (source !== undefined) showPartners(content, source.content);
    const id = attributeOf(tag, 'tuid');
    const ownLang = attributeOf(tag, 'srclang');
    const lang = ownLang === undefined ? srcLang : sourceOf(ownLang);
    const { offset, line, column } = point;
    const made: Writable<DocumentUnit> = { offset, line, column, variants, props };
    addUse(tag, made);
    if (keepsAttributes) made.attributes = keptAttributes(tag, true, leftOut);
    if (id !== undefined) made.id = own(id);
    if (lang !== undefined) made.srcLang = lang;
    if (leftOut.length > 0) made.leftOut = leftOut;
    take(made);
  };
  const finishVariant = ({ variants, leftOut }: OpenUnit, { tag, props, content }: OpenVariant): void => {
    const raw = attributeOf(tag, 'xml:lang') ?? attributeOf(tag, 'lang') ?? '';
    const lang = languageOf(raw);
    if (lang === undefined) leftOut.push({ code: 'document/language', args: [own(raw)] });
    else if (content === undefined) leftOut.push({ code: 'document/no-text', args: [lang] });
    else {
      const made: Writable<DocumentVariant> = { lang, content, text: toMarkdown(content), props };
      addUse(tag, made);
      if (keepsAttributes) made.attributes = keptAttributes(tag, false, leftOut);
      variants.push(made);
    }
  };
  const forget = (): void => {
    builder.end();
    builder.start();
    ids.finish();
    unit = undefined;
    variant = undefined;
    unitDepth = variantDepth = segmentDepth = propDepth = codeDepth = 0;
  };
  let plainPoint: Point | undefined;
  const plainUnit = createPlainUnits(
    {
      unit(tag) {
        if (plainPoint !== undefined) unit = { tag, point: plainPoint, variants: [], props: [], leftOut: [] };
      },
      prop(each) {
        (variant ?? unit)?.props.push(each);
      },
      variant(tag) {
        variant = { tag, props: [] };
      },
      segment: builder.start,
      text: builder.text,
      code: (kind, tag, data) => addCode(builder, { kind, tag }, data),
      endSegment() {
        if (variant !== undefined) variant.content = builder.end();
      },
      endVariant() {
        if (unit !== undefined && variant !== undefined) finishVariant(unit, variant);
        variant = undefined;
      },
      endUnit() {
        if (unit !== undefined) finish(unit);
        unit = undefined;
      },
    },
    properties,
  );
  return {
    name: 'tmx',
    unitAt(text, at, point) {
      plainPoint = point;
      const end = plainUnit(text, at);
      if (end === undefined) forget();
      return end;
    },
    header: () => header,
    shape: createShape(root, 'tu', ['tmx', 'body'], () => true),
    open(local, _, tag, depth, point) {
      if (codeDepth > 0 && keepsAttributes) loseMarkup(local, unit?.leftOut);
      if (codeDepth > 0 || propDepth > 0) return;
      if (segmentDepth > 0) {
        if (keepsAttributes && (!isCode(local) || local === 'ut')) loseMarkup(local, unit?.leftOut);
        if (!isCode(local)) return;
        code = { kind: local, tag };
        codeDepth = depth;
        captured = '';
      } else if (point !== undefined) {
        unit = { tag, point, variants: [], props: [], leftOut: [] };
        unitDepth = depth;
      } else if (unit === undefined) {
        if (local === 'header') {
          srcLang = sourceOf(attributeOf(tag, 'srclang') ?? '*all*');
          header = keepsAttributes ? { attributes: attributesOf(tag), props: [], others: [] } : undefined;
          headerDepth = depth;
        } else if (header !== undefined && depth === headerDepth + 1) {
          if (local === 'prop' || local === 'note') {
            prop = local === 'note' ? 'note' : own(attributeOf(tag, 'type') ?? '');
            propDepth = depth;
            captured = '';
          } else if (local !== 'tu') header.others.push(own(local));
        }
      } else if (local === 'prop' || local === 'note') {
        prop = local === 'note' ? 'note' : (attributeOf(tag, 'type') ?? '');
        propDepth = depth;
        captured = '';
      } else if (local === 'tuv' && variant === undefined) {
        variant = { tag, props: [] };
        variantDepth = depth;
      } else if (local === 'seg' && variant !== undefined && variant.content === undefined) {
        segmentDepth = depth;
        builder.start();
      }
    },
    close(depth) {
      if (depth === codeDepth) {
        if (code !== undefined) addCode(builder, code, captured);
        codeDepth = 0;
      } else if (depth === segmentDepth) {
        if (variant !== undefined) variant.content = builder.end();
        segmentDepth = 0;
      } else if (depth === propDepth) {
        (variant ?? unit ?? header)?.props.push(properties(prop ?? '', captured));
        propDepth = 0;
      } else if (depth === variantDepth) {
        if (unit !== undefined && variant !== undefined) finishVariant(unit, variant);
        variant = undefined;
        variantDepth = 0;
      } else if (depth === unitDepth) {
        if (unit !== undefined) finish(unit);
        unit = undefined;
        unitDepth = 0;
      }
    },
    text(text) {
      if (codeDepth > 0 || propDepth > 0) captured += text;
      else if (segmentDepth > 0) builder.text(text);
    },
    forget,
  };
}

/** The header as it comes. */
interface Header extends MemoryHeader {
  readonly props: EntryProp[];
  readonly others: string[];
}

/** The text of such elements is kept, and they are not. */
function loseMarkup(local: string, leftOut: DocumentLoss[] | undefined): void {
  if (leftOut?.length === 0) leftOut.push({ code: 'document/not-kept', args: [`<${own(local)}>`] });
}

/** The inline elements that hold native code. `hi` and `sub` hold text: that of a `sub` is a part of the code around it. */
function isCode(local: string): boolean {
  return local === 'bpt' || local === 'ept' || local === 'ph' || local === 'it' || local === 'ut';
}

function addCode(builder: ContentBuilder, { kind, tag }: OpenCode, data: string): void {
  const type = attributeOf(tag, 'type');
  const x = attributeOf(tag, 'x') || undefined;
  if (kind === 'ept') {
    builder.close(attributeOf(tag, 'i') ?? '', formOf(type, data), data);
    return;
  }
  const form = formOf(type, data);
  if (kind === 'bpt') {
    const pair = attributeOf(tag, 'i') ?? '';
    builder.open(x ?? (pair || undefined), pair, form, data);
  } else if (kind === 'it') {
    builder.isolated(attributeOf(tag, 'pos') === 'end' ? 'ec' : 'sc', x, form, data);
  } else builder.placeholder(x, form, data, shownOf(data, form.subType), assocOf(attributeOf(tag, 'assoc')));
}

function assocOf(value: string | undefined): Placeholder['assoc'] {
  return value === 'p' || value === 'f' || value === 'b' ? value : undefined;
}

/** The language of the sources; `*all*` and what is no tag say nothing. */
function sourceOf(raw: string): string | undefined {
  return raw.toLowerCase() === '*all*' ? undefined : languageOf(raw);
}

/** Units that follow each other have properties alike: these are kept once. */
function createProperties(): (type: string, value: string) => EntryProp {
  const last = new Map<string, EntryProp>();
  return (type, value) => {
    const known = last.get(type);
    if (known?.value === value) return known;
    const made = { type: known?.type ?? own(type), value: own(value) };
    if (last.size >= 100) last.clear();
    last.set(made.type, made);
    return made;
  };
}
