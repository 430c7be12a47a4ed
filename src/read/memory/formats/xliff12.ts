import type { TranslationType } from '../../../model/article.js';
import type { Content } from '../../../model/content.js';
import type { Point } from '../../../model/position.js';
import type { XmlTag } from '../../../xml/syntax.js';
import { createContentBuilder, own } from '../codes/content.js';
import { type CodeForm, formOf } from '../codes/forms.js';
import { createCodeIds } from '../codes/ids.js';
import { shownOf } from '../codes/shown.js';
import { attributeOf, createShape } from '../stream/shape.js';
import type { FormatReader, TakeUnit } from './format.js';
import { createXliffFile, toUnit } from './xliff-file.js';

/** States of targets that are no translations yet (XLIFF 1.2, section 2.3). */
const untranslated: ReadonlySet<string> = new Set(['new', 'needs-translation']);
/** Where a machine translated, by `state-qualifier`. */
const byMachine: ReadonlySet<string> = new Set(['mt-suggestion', 'leveraged-mt']);
/** States that say that a person looked at it. */
const approved: ReadonlySet<string> = new Set(['final', 'signed-off']);

type Side = 'source' | 'seg-source' | 'target';

/** What a `<mrk mtype="seg">` holds. */
interface Segment {
  /** The same for its translation. */
  readonly mid: string | undefined;
  readonly content: Content;
}

interface OpenUnit {
  readonly tag: XmlTag;
  readonly point: Point;
  readonly depth: number;
  readonly segments: Readonly<Record<Exclude<Side, 'source'>, Segment[]>>;
  source?: Content;
  target?: Content;
  targetTag?: XmlTag;
}

/**
 * Reads XLIFF 1.2, and 1.1, which is the same here: a unit for each `<trans-unit>`; for each of its segments, where both
 * `<seg-source>` and the target have them. What stands in `<alt-trans>` is not taken; what is in any other `<mrk>` is.
 */
export function createXliff12Reader(root: XmlTag, take: TakeUnit): FormatReader {
  const ids = createCodeIds();
  const builder = createContentBuilder(ids);
  let file = createXliffFile(undefined, undefined, undefined);
  let unit: OpenUnit | undefined;
  let side: { readonly name: Side; readonly depth: number } | undefined;
  let segment: { readonly mid: string | undefined; readonly depth: number } | undefined;
  let code: { readonly kind: string; readonly tag: XmlTag; readonly depth: number; data: string } | undefined;
  let spans: { readonly depth: number; readonly pair: string; readonly form: CodeForm }[] = [];
  let skipped = 0;

  const addEmpty = (local: string, tag: XmlTag): void => {
    const id = attributeOf(tag, 'id');
    const form = formOf(attributeOf(tag, 'ctype'), '');
    const [, ownId, which] = /^([0-9]+)-(start|end)$/.exec(id ?? '') ?? [];
    if (local === 'bx') builder.open(id, pairOf(tag), form, '');
    else if (local === 'ex') builder.close(pairOf(tag), form, '', id);
    // Our own form of half of a pair.
    else if (ownId !== undefined) builder.isolated(which === 'start' ? 'sc' : 'ec', ownId, form, '');
    else {
      const equiv = own(attributeOf(tag, 'equiv-text') ?? '');
      const shown = form.subType === 'xlf:lb' ? shownOf('', form.subType) : { disp: equiv, equiv };
      builder.placeholder(id, form, '', shown);
    }
  };
  const addCode = (kind: string, tag: XmlTag, data: string): void => {
    const id = attributeOf(tag, 'id');
    const form = formOf(attributeOf(tag, 'ctype'), data);
    if (kind === 'bpt') builder.open(id, pairOf(tag), form, data);
    else if (kind === 'ept') builder.close(pairOf(tag), form, data, id);
    else if (kind === 'it') builder.isolated(attributeOf(tag, 'pos') === 'close' ? 'ec' : 'sc', id, form, data);
    else {
      const equiv = attributeOf(tag, 'equiv-text');
      const shown = equiv === undefined ? shownOf(data, form.subType) : { disp: own(equiv), equiv: own(equiv) };
      builder.placeholder(id, form, data, shown);
    }
  };
  /** Those of a target count where the source has some. */
  const hasSegments = (): boolean =>
    side?.name === 'seg-source' ||
    (side?.name === 'target' && unit !== undefined && unit.segments['seg-source'].length > 0);
  const openInSide = (local: string, tag: XmlTag, depth: number): void => {
    if (local === 'g') {
      const id = attributeOf(tag, 'id');
      const form = formOf(attributeOf(tag, 'ctype'), '');
      const pair = `g ${id}`;
      builder.open(id, pair, form, '');
      spans.push({ depth, pair, form });
    } else if (local === 'mrk') {
      if (segment !== undefined || attributeOf(tag, 'mtype') !== 'seg' || !hasSegments()) return;
      builder.end();
      builder.start();
      segment = { mid: attributeOf(tag, 'mid'), depth };
    } else if (local === 'x' || local === 'bx' || local === 'ex') addEmpty(local, tag);
    else if (local === 'ph' || local === 'bpt' || local === 'ept' || local === 'it') {
      code = { kind: local, tag, depth, data: '' };
    }
  };
  const finish = ({ tag, point, segments, source, target, targetTag }: OpenUnit): void => {
    ids.finish();
    const id = attributeOf(tag, 'id');
    const state = targetTag && attributeOf(targetTag, 'state');
    const translationType = typeOf(
      attributeOf(tag, 'approved'),
      state,
      targetTag && attributeOf(targetTag, 'state-qualifier'),
    );
    const isUntranslated = state !== undefined && untranslated.has(state);
    const ownId = id === undefined ? undefined : own(id);
    const takeOne = (from: Content | undefined, to: Content | undefined): void => {
      const translated = to === undefined ? undefined : { content: to, translationType, isUntranslated };
      take(toUnit(file, point, ownId, from, translated));
    };
    if (segments.target.length === 0) takeOne(source, target);
    else for (const each of pairSegments(segments['seg-source'], segments.target)) takeOne(each.source, each.target);
  };
  const namespaceOfRoot = /^(?:urn:oasis:names:tc:xliff:document:1\.[0-9])?$/;
  return {
    name: 'xliff1.2',
    shape: createShape(
      root,
      'trans-unit',
      ['xliff', 'file', 'body', 'group'],
      (each) => namespaceOfRoot.test(each),
      'file',
    ),
    open(local, namespace, tag, depth, point) {
      if (skipped > 0 || code !== undefined) return;
      const isCore = namespaceOfRoot.test(namespace);
      if (side !== undefined) {
        if (isCore) openInSide(local, tag, depth);
      } else if (unit !== undefined) {
        if (isCore && isSide(local) && !isRead(unit, local)) {
          side = { name: local, depth };
          if (local === 'target') unit.targetTag = tag;
          builder.start();
        } else skipped = depth;
      } else if (point !== undefined) {
        unit = { tag, point, depth, segments: { 'seg-source': [], target: [] } };
      } else if (isCore && local === 'file') {
        const [source, target, original] = ['source-language', 'target-language', 'original'].map((name) =>
          attributeOf(tag, name),
        );
        file = createXliffFile(source, target, original);
      }
    },
    close(depth) {
      if (skipped > 0) {
        if (depth === skipped) skipped = 0;
      } else if (code !== undefined) {
        if (depth !== code.depth) return;
        addCode(code.kind, code.tag, code.data);
        code = undefined;
      } else if (side !== undefined) {
        const span = spans.at(-1);
        if (span?.depth === depth) {
          builder.close(span.pair, span.form, '');
          spans.pop();
        } else if (depth === segment?.depth) {
          const content = builder.end();
          if (side.name !== 'source') unit?.segments[side.name].push({ mid: segment.mid, content });
          segment = undefined;
          builder.start();
        } else if (depth === side.depth) {
          const content = builder.end();
          if (unit !== undefined && side.name !== 'seg-source') unit[side.name] = content;
          side = undefined;
        }
      } else if (unit !== undefined && depth === unit.depth) {
        finish(unit);
        unit = undefined;
      }
    },
    text(text) {
      if (skipped > 0) return;
      if (code !== undefined) code.data += text;
      else if (side !== undefined) builder.text(text);
    },
    forget() {
      builder.end();
      builder.start();
      ids.finish();
      unit = side = segment = code = undefined;
      spans = [];
      skipped = 0;
    },
  };
}

function isSide(local: string): local is Side {
  return local === 'source' || local === 'seg-source' || local === 'target';
}

/** Whether a unit has that side: another one is not taken. */
function isRead(unit: OpenUnit, name: Side): boolean {
  return name === 'seg-source' ? unit.segments[name].length > 0 : unit[name] !== undefined;
}

/** Segments and their translations, in the order of the source; then translations of none. */
function* pairSegments(
  sources: readonly Segment[],
  targets: readonly Segment[],
): Generator<{ readonly source?: Content; readonly target?: Content }, void, undefined> {
  const byMid = new Map<string | undefined, Content[]>();
  for (const { mid, content } of targets) {
    const same = byMid.get(mid);
    if (same === undefined) byMid.set(mid, [content]);
    else same.push(content);
  }
  for (const same of byMid.values()) same.reverse();
  for (const { mid, content: source } of sources) {
    const target = byMid.get(mid)?.pop();
    yield target === undefined ? { source } : { source, target };
  }
  for (const same of byMid.values()) for (const target of same.reverse()) yield { target };
}

/** What the two halves of a pair name each other by. */
function pairOf(tag: XmlTag): string {
  return attributeOf(tag, 'rid') ?? (attributeOf(tag, 'id') ?? '').replace(/-end$/, '');
}

/** What somebody approved counts as human, whatever a tool has left of where it came from. */
function typeOf(isApproved?: string, state?: string, qualifier?: string): TranslationType | undefined {
  if (isApproved === 'yes' || (state !== undefined && approved.has(state))) return 'ht';
  return qualifier !== undefined && byMachine.has(qualifier) ? 'mt' : undefined;
}
