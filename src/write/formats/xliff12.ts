import jsToXliff12 from 'xliff/jsToXliff12';
import type { AnySegment, AnyUnit } from '../../model/any-unit.js';
import type { Article, Unit } from '../../model/article.js';
import { type Code, type CodeSubType, toPlainText } from '../../model/content.js';
import type { EntryText } from '../../model/memory/entry.js';
import { type SourceSegment, sourceSegmentsOf } from '../../model/source-article.js';
import { targetsAsSources, type XliffJsNode, type XliffJsUnit } from '../../model/xliff-js.js';
import { attribute, escapeAttribute, isBlank } from '../../xml/escapes.js';
import { asSource, withCodesOfSource } from '../codes/as-source.js';
import { writeDigest } from '../digest.js';
import { defaultSrcLang, type ExportOptions, type InlineMode } from '../export-options.js';
import type { Exporter, ExportItem, Languages, SourceItem } from '../exporter.js';
import { blockName } from '../names.js';
import { skipReason } from '../selection.js';
import { toJsContent, type XliffJsDialect } from '../xliff-js.js';
import { type Leverage, leverageOf, withLeverage } from './xliff12/alt-trans.js';
import { digestUnits } from './xliff12/digest-units.js';
import { beforeId, carriageReturn, prepare } from './xliff12/prepared.js';

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
    if (units.length > 0) yield writeFile({ ...item, units }, options);
  },
  *source(item: SourceItem, options: ExportOptions): Generator<string, void, undefined> {
    const isTaken = ({ source }: SourceSegment): boolean =>
      options.inline !== 'strip' || !isBlank(toPlainText(source.content));
    const isApproved = ({ state }: SourceSegment): boolean => state === 'reviewed' || state === 'final';
    const shape = options.targetShape === 'source' ? { shape: withCodesOfSource } : {};
    const units = transUnits<SourceSegment>(item.article.units, { options, isTaken, isApproved, ...shape });
    if (units.length === 0) return;
    const leverages = Array.from(sourceSegmentsOf(item.article)).filter(isTaken).map(leverageOf);
    yield writeFile({ ...item, units, leverages }, options);
  },
  end: () => '</xliff>\n',
};

/** What is written of an article. */
interface FileOf extends Pick<ExportItem, 'path' | 'trgLang'> {
  readonly units: readonly [string, XliffJsUnit][];
  /** What memories have, for each unit. */
  readonly leverages?: readonly Leverage[];
}

function writeFile({ path, trgLang, units, leverages = [] }: FileOf, options: ExportOptions): string {
  const languages = { srcLang: options.srcLang ?? defaultSrcLang, trgLang };
  const shape =
    leverages.length === 0 && options.targetShape === 'source' ? attribute('category', targetsAsSources) : '';
  const file = writeUnits(path, units, languages).replace(
    '<file',
    `<file${attribute('xml:space', 'preserve')}${shape}`,
  );
  const digest = options.digest === false ? '' : writeDigest(digestUnits(units, leverages));
  const candidates = leverages.flatMap((each) => each.candidates);
  const alternatives = candidates.map(({ source, target }, index): [string, XliffJsUnit] => [
    String(index),
    { source: toJsContent(source, options, version12), target: toJsContent(target, options, version12) },
  ]);
  const contents = candidates.length === 0 ? [] : contentsOf(writeUnits(path, alternatives, languages));
  const isPlain = leverages.every(({ state }) => state === undefined) && candidates.length === 0;
  return `${(isPlain ? file : withLeverage(file, leverages, contents, options.inline)).replace(/<\/file>\s*$/, `${digest}$&`)}\n`;
}

/** The package's `<file>` of units. */
function writeUnits(path: string, units: readonly [string, XliffJsUnit][], { srcLang, trgLang }: Languages): string {
  const document = {
    sourceLanguage: escapeAttribute(srcLang),
    targetLanguage: escapeAttribute(trgLang),
    resources: { [escapeAttribute(path)]: Object.fromEntries(units) },
  };
  const xml = jsToXliff12(document, { indent: '' }, () => undefined);
  const file = xml.slice(xml.indexOf('<file'), xml.lastIndexOf('</xliff>'));
  return file
    .replaceAll(beforeId, '')
    .replaceAll(carriageReturn, '&#13;')
    .replaceAll(/<trans-unit |<\/body>/g, '\n$&');
}

/** The insides of all trans-units. */
function contentsOf(file: string): readonly string[] {
  return Array.from(file.matchAll(/<trans-unit [^>]*>([\s\S]*?)<\/trans-unit>/g), ([, content = '']) => content);
}

/** Which segments are written, and how. */
interface Style<Each extends AnySegment> {
  readonly options: ExportOptions;
  readonly isTaken: (segment: Each) => boolean;
  readonly isApproved: (segment: Each) => boolean;
  /** Makes the target what is written of it. Default: nothing else. */
  readonly shape?: (source: EntryText, target: EntryText, inline: InlineMode | undefined) => EntryText;
}

function pairUnits(article: Article, units: Iterable<Unit>, options: ExportOptions): [string, XliffJsUnit][] {
  const isHuman = article.localization.translationType === 'ht';
  return transUnits(units, {
    options,
    isTaken: (segment) => skipReason(segment, options.inline) === undefined,
    isApproved: () => isHuman,
    ...(options.targetShape === 'source' ? { shape: asSource } : {}),
  });
}

function transUnits<Each extends AnySegment>(
  units: Iterable<AnyUnit<Each>>,
  { options, isTaken, isApproved, shape = (_, target) => target }: Style<Each>,
): [string, XliffJsUnit][] {
  const dialect = options.targetShape === 'source' ? plain12 : version12;
  return Array.from(units).flatMap((unit) =>
    unit.parts.flatMap((part, index): [string, XliffJsUnit][] => {
      if (part.kind === 'ignorable' || !isTaken(part)) return [];
      const notes = index === 0 ? unit.notes : undefined;
      return [
        [
          beforeId + part.id,
          {
            additionalAttributes: { resname: blockName(unit), approved: isApproved(part) ? 'yes' : 'no' },
            source: toJsContent(part.source, options, dialect),
            ...(part.target === undefined
              ? {}
              : { target: toJsContent(shape(part.source, part.target, options.inline), options, dialect) }),
            ...(notes === undefined ? {} : { note: notes.map(prepare) }),
          },
        ],
      ];
    }),
  );
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

/**
 * The same with codes that stand for themselves without a `ctype`: OmegaT 5.8 names all of them `x`, and numbers them
 * by the first letter of that.
 */
const plain12: XliffJsDialect = {
  ...version12,
  placeholder: (code) => withoutType(version12.placeholder(code)),
  half: (code) => withoutType(version12.half(code)),
};

function withoutType(node: XliffJsNode): XliffJsNode {
  const code = typeof node === 'string' ? undefined : node['Standalone'];
  if (code === undefined) return node;
  const { ctype: _, ...rest } = code;
  return { Standalone: rest };
}
