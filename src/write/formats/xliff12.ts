import jsToXliff12 from 'xliff/jsToXliff12';
import type { AnySegment, AnyUnit } from '../../model/any-unit.js';
import type { Article, Unit } from '../../model/article.js';
import { type Code, type CodeSubType, toPlainText } from '../../model/content.js';
import type { SourceSegment } from '../../model/source-article.js';
import type { XliffJsContent, XliffJsUnit, XliffJsUnits } from '../../model/xliff-js.js';
import { attribute, dropIllegal, escapeAttribute, escapeText, isBlank } from '../../xml/escapes.js';
import { createDigest, type Digest, writeDigest } from '../digest.js';
import { defaultSrcLang, type ExportOptions } from '../export-options.js';
import type { Exporter, ExportItem, SourceItem } from '../exporter.js';
import { blockName } from '../names.js';
import { skipReason } from '../selection.js';
import { toJsContent, type XliffJsDialect } from '../xliff-js.js';

/**
 * XLIFF 1.2 (OASIS), for clients that read nothing newer: a `<trans-unit>` for each pair, written by the package `xliff`.
 *
 * It has no place for blocks, ignorables, front matter, and the data of codes (`<g>`, `<x/>`): those stay in the article.
 */
export const xliff12: Exporter<'xliff1.2'> = {
  name: 'xliff1.2',
  title: 'XLIFF 1.2',
  extension: '.xlf',
  otherExtensions: ['.xliff'],
  scope: 'article',
  takesParts: true,
  hasDigest: true,
  begin(): string {
    return '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n';
  },
  *article(item: ExportItem, options: ExportOptions): Generator<string, void, undefined> {
    const units = pairUnits(item.article, item.units ?? item.article.units, options);
    if (units.length > 0) yield writeFile(item, options, units);
  },
  *source(item: SourceItem, options: ExportOptions): Generator<string, void, undefined> {
    const isTaken = ({ source }: SourceSegment): boolean =>
      options.inline !== 'strip' || !isBlank(toPlainText(source.content));
    const isApproved = ({ state }: SourceSegment): boolean => state === 'reviewed' || state === 'final';
    const units = transUnits<SourceSegment>(item.article.units, { options, isTaken, isApproved });
    if (units.length > 0) yield writeFile(item, options, units);
  },
  end: () => '</xliff>\n',
};

/** Before ids, while they are names of properties: those that look like numbers would come first. No id starts with it. */
const beforeId = '\u0002';

/** Written in the place of a CR, which the package would leave as it is, and no parser would keep. Illegal in XML itself. */
const carriageReturn = '\u0001';

function writeFile(
  { path, trgLang }: Pick<ExportItem, 'path' | 'trgLang'>,
  { srcLang = defaultSrcLang }: ExportOptions,
  units: [string, XliffJsUnit][],
): string {
  const resource = Object.fromEntries(units);
  const document = {
    sourceLanguage: escapeAttribute(srcLang),
    targetLanguage: escapeAttribute(trgLang),
    resources: { [escapeAttribute(path)]: resource },
  };
  const xml = jsToXliff12(document, { indent: '' }, () => undefined);
  const start = xml.indexOf('<file');
  const file = xml.slice(start, xml.lastIndexOf('</xliff>'));
  return `${file
    .replaceAll(beforeId, '')
    .replaceAll(carriageReturn, '&#13;')
    .replace('<file', `<file${attribute('xml:space', 'preserve')}`)
    .replaceAll(/<trans-unit |<\/body>/g, '\n$&')
    .replace(/<\/file>\s*$/, `${writeDigest(digestUnits(resource))}$&`)}\n`;
}

function digestUnits(units: XliffJsUnits): Digest {
  const digest = createDigest();
  for (const [key, { target, note = [], additionalAttributes }] of Object.entries(units)) {
    const id = key.slice(beforeId.length);
    digest.unit(id);
    digest.segment(id, additionalAttributes?.['approved'] ?? '');
    if (target !== undefined) {
      digest.target('');
      digestNodes(digest, target);
    }
    for (const text of [note].flat()) digest.note(unprepare(text));
  }
  return digest;
}

function digestNodes(digest: Digest, content: XliffJsContent): void {
  if (typeof content === 'string') digest.text(escapeText(unprepare(content)));
  else if (Array.isArray(content)) for (const node of content) digestNodes(digest, node);
  else {
    for (const [element, { id = '', rid, contents }] of Object.entries(content)) {
      if (element === 'Standalone') digest.code('ph', id, '');
      else if (element === 'GenericSpanEnd') digest.code('ec', typeof rid === 'string' ? rid : id, '');
      else digest.code('sc', id, '');
      if (contents === undefined) continue;
      digestNodes(digest, contents);
      digest.code('ec', id, '');
    }
  }
}

/** Which segments are written, and how. */
interface Style<Each extends AnySegment> {
  readonly options: ExportOptions;
  readonly isTaken: (segment: Each) => boolean;
  readonly isApproved: (segment: Each) => boolean;
}

function pairUnits(article: Article, units: Iterable<Unit>, options: ExportOptions): [string, XliffJsUnit][] {
  const isHuman = article.localization.translationType === 'ht';
  return transUnits(units, {
    options,
    isTaken: (segment) => skipReason(segment, options.inline) === undefined,
    isApproved: () => isHuman,
  });
}

function transUnits<Each extends AnySegment>(
  units: Iterable<AnyUnit<Each>>,
  { options, isTaken, isApproved }: Style<Each>,
): [string, XliffJsUnit][] {
  return Array.from(units).flatMap((unit) =>
    unit.parts.flatMap((part, index): [string, XliffJsUnit][] => {
      if (part.kind === 'ignorable' || !isTaken(part)) return [];
      const notes = index === 0 ? unit.notes : undefined;
      return [
        [
          beforeId + part.id,
          {
            additionalAttributes: { resname: blockName(unit), approved: isApproved(part) ? 'yes' : 'no' },
            source: toJsContent(part.source, options, version12),
            ...(part.target === undefined ? {} : { target: toJsContent(part.target, options, version12) }),
            ...(notes === undefined ? {} : { note: notes.map(prepare) }),
          },
        ],
      ];
    }),
  );
}

/** The package takes `&amp;` for an ampersand that was escaped before: so each has to be. */
function prepare(text: string): string {
  return dropIllegal(text).replaceAll('&', '&amp;').replaceAll('\r', carriageReturn);
}

/** The text that was prepared. */
function unprepare(prepared: string): string {
  return prepared.replaceAll(carriageReturn, '\r').replaceAll('&amp;', '&');
}

/** The `ctype` of codes (XLIFF 1.2, section 2.3) by our names of them. */
const ctypes: Readonly<Partial<Record<CodeSubType, string>>> = {
  'xlf:b': 'bold',
  'xlf:i': 'italic',
  'xlf:u': 'underlined',
  'xlf:lb': 'lb',
  'md:link': 'link',
};

function ctypeOf({ subType, type }: Code): string {
  return (subType === undefined ? undefined : ctypes[subType]) ?? `x-${(subType ?? type).replace('md:', '')}`;
}

const version12: XliffJsDialect = {
  text: prepare,
  placeholder: (code) => ({
    Standalone: {
      id: code.id,
      ctype: ctypeOf(code),
      ...(code.kind === 'ph' && code.equiv !== '' ? { 'equiv-text': escapeAttribute(code.equiv) } : {}),
    },
  }),
  span: (start, _, contents) => ({ GenericSpan: { id: start.id, ctype: ctypeOf(start), contents } }),
  half(code) {
    const { id, kind } = code;
    // Without its other half it is a code that stands for itself; its id says which half it is.
    if (kind !== 'ph' && code.isolated) {
      const which = kind === 'sc' ? 'start' : 'end';
      return { Standalone: { id: `${id}-${which}`, ctype: `x-${ctypeOf(code).replace(/^x-/, '')}` } };
    }
    return kind === 'sc'
      ? { GenericSpanStart: { id, rid: id, ctype: ctypeOf(code) } }
      : { GenericSpanEnd: { id: `${id}-end`, rid: id } };
  },
};
