import type { Article, Ignorable, Segment, Unit } from '../../model/article.js';
import { toPlainText } from '../../model/content.js';
import { version } from '../../version.js';
import { attribute, escapeAttribute, escapeText } from '../../xml/escapes.js';
import { trim } from '../codes/trim.js';
import { type ContextDialect, defaultSrcLang, type ExportOptions, type InlineMode } from '../export-options.js';
import type { Exporter, ExportItem, Languages } from '../exporter.js';
import { suffixOf } from '../identity.js';
import { skipReason } from '../selection.js';
import { writeEntry } from './tmx/entry.js';
import { prop, timeOf, writeSide } from './tmx/side.js';

/**
 * TMX 1.4b (LISA OSCAR): a `<tu>` for each pair, one a line, source first.
 *
 * A recovered title is left out: the pair that it was recovered from holds the same two texts. White space at the ends
 * of a text is left out, because clients that segment by themselves never have it.
 */
export const tmx: Exporter<'tmx'> = {
  name: 'tmx',
  title: 'TMX 1.4b',
  extension: '.tmx',
  scope: 'language',
  takesParts: true,
  multilingual: true,
  mayBeEmpty: true,
  usual: true,
  begin({ srcLang }: Languages, options: ExportOptions): string {
    const date = attribute('creationdate', options.date);
    return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="sspr-tm" creationtoolversion="${version}" segtype="sentence" o-tmf="sspr-tm" adminlang="en-US"${attribute('srclang', srcLang)} datatype="unknown"${date}/>
<body>
`;
  },
  article(item: ExportItem, options: ExportOptions): Iterable<string> {
    const writer = createWriter(item, options);
    if (item.units !== undefined) return writeInParts(item.units, writer);
    const chunks: string[] = [];
    for (const unit of item.article.units) writer.write(unit, chunks);
    writer.end(chunks);
    return chunks;
  },
  entry: writeEntry,
  end: () => '</body>\n</tmx>\n',
  // Neither can occur in the texts of a unit, where `<` is escaped.
  stemMark: ({ context }) => (context === 'omegat' ? '<prop type="x-tuid">' : '<tu tuid="'),
};

/** Writes the units of one article, a chunk for each pair. */
interface UnitWriter {
  write(unit: Unit, chunks: string[]): void;
  end(chunks: string[]): void;
}

function* writeInParts(units: Iterable<Unit>, writer: UnitWriter): Generator<string, void, undefined> {
  for (const unit of units) {
    const chunks: string[] = [];
    writer.write(unit, chunks);
    yield* chunks;
  }
  const chunks: string[] = [];
  writer.end(chunks);
  yield* chunks;
}

/** The first letter of the number of a paragraph: `1a2b3-p102`. */
const letterP = 0x70;

function createWriter(item: ExportItem, options: ExportOptions): UnitWriter {
  // All that is the same for each unit of the article is put together once.
  const { inline } = options;
  const context = contexts[options.context ?? 'none'];
  const stem = escapeAttribute(item.stem);
  const date = creationDate(item.article);
  const props = `${articleProps(item, options)}<prop type="x-pair">`;
  const source = `<tuv${attribute('xml:lang', options.srcLang ?? defaultSrcLang)}>`;
  const target = `</seg></tuv><tuv${attribute('xml:lang', item.trgLang)}><seg>`;
  const opening = `<tu tuid="${stem}-`;
  const afterTuid = `"${date}>${props}`;
  const afterPair = `</prop>${source}<seg>`;
  const nameFor = createNames();
  const write = (segment: Segment, place: Place | undefined): string => {
    const { id, source: left, target: right } = segment;
    const short = suffixOf(id);
    const own = nameFor(short, id);
    const before = writeSide(left, right, inline);
    const after = writeSide(right, left, inline);
    const isParagraph = short.charCodeAt(0) === letterP;
    if (place === undefined && !isParagraph) {
      return `${opening}${own}${afterTuid}${id}${afterPair}${before}${target}${after}</seg></tuv></tu>\n`;
    }
    const attributes = `${isParagraph ? ' segtype="paragraph"' : ''}${date}`;
    const head = place?.alone
      ? `<tu${attributes}>${place.unit}${source}${props}${id}</prop><prop type="x-tuid">${stem}-${own}</prop>`
      : `${opening}${own}"${attributes}>${props}${id}</prop>${source}${place?.variant ?? ''}`;
    return `${head}<seg>${before}${target}${after}</seg></tuv></tu>\n`;
  };
  let previous: Segment | undefined;
  let waiting: Segment | undefined;
  return {
    write({ parts }, chunks) {
      for (const part of parts) {
        if (!isExported(part, inline)) continue;
        if (context === undefined) {
          chunks.push(write(part, undefined));
          continue;
        }
        // What follows a segment belongs to its context: each waits for the next one.
        if (waiting !== undefined) chunks.push(write(waiting, context(item, options, previous, part)));
        previous = waiting;
        waiting = part;
      }
    },
    end(chunks) {
      if (waiting !== undefined && context !== undefined) {
        chunks.push(write(waiting, context(item, options, previous)));
      }
    },
  };
}

/** Gives each name once: the short one, else the whole id, else the id with a number. */
function createNames(): (short: string, id: string) => string {
  const given = new Set<string>();
  const give = (name: string): boolean => {
    const known = given.size;
    return given.add(name).size > known;
  };
  return (short, id) => {
    if (give(short)) return short;
    let name = id;
    for (let number = 2; !give(name); number++) name = `${id}.${number}`;
    return name;
  };
}

/** The pairs that are written: all but a recovered title. */
export function exportedPairs(units: readonly Unit[], inline: InlineMode | undefined): Segment[] {
  return units.flatMap(({ parts }) => parts.filter((part) => isExported(part, inline)));
}

/** Whether a part is a pair that is written. */
export function isExported(part: Segment | Ignorable, inline: InlineMode | undefined): part is Segment {
  return part.kind === 'segment' && !part.recovered && skipReason(part, inline) === undefined;
}

/** Where a pair stands: as the only properties of its `<tu>`, or as properties of its source `<tuv>`. */
type Place = { readonly alone: true; readonly unit: string } | { readonly alone: false; readonly variant: string };

type Context = (item: ExportItem, options: ExportOptions, previous?: Segment, next?: Segment) => Place;

const contexts: Readonly<Record<ContextDialect, Context | undefined>> = {
  none: undefined,
  // OmegaT takes a unit for another place where it has any other property, or (since version 5) a tuid, which it reads
  // as the id that text files do not have. At the ends of a file the neighbour is the empty text.
  omegat: ({ path }, { inline }, previous, next) => ({
    alone: true,
    unit: `${prop('file', path)}<prop type="prev">${escapeText(plainSource(previous, inline))}</prop><prop type="next">${escapeText(plainSource(next, inline))}</prop>`,
  }),
  // memoQ puts the neighbours as they would stand in a <seg>, with its tags, into the property as text.
  memoq: (_, { inline }, previous, next) => ({
    alone: false,
    variant: memoqProp('x-context-pre', previous, inline) + memoqProp('x-context-post', next, inline),
  }),
};

/** The source of a neighbour as OmegaT has it in `prev` and `next`: without tags, and empty where there is none. */
export function plainSource(segment: Segment | undefined, inline: InlineMode | undefined): string {
  if (segment === undefined) return '';
  const { text, content } = segment.source;
  return trim(inline === 'text' ? text : toPlainText(content));
}

/** The source of a neighbour as memoQ has it in its contexts: a `<seg>` with its tags. */
export function segSource(segment: Segment, inline: InlineMode | undefined): string {
  return `<seg>${writeSide(segment.source, segment.target, inline)}</seg>`;
}

function memoqProp(type: string, segment: Segment | undefined, inline: InlineMode | undefined): string {
  return segment === undefined ? '' : prop(type, segSource(segment, inline));
}

function creationDate({ localization: { lastHandoff } }: Article): string {
  return attribute('creationdate', timeOf(lastHandoff));
}

function articleProps({ article: { localization }, path }: ExportItem, { metadata }: ExportOptions): string {
  const { translationType, fileId, sourceCommit } = localization;
  const props = prop('x-article', path);
  if (metadata === false) return props;
  return (
    props +
    prop('x-translation-type', translationType?.toUpperCase()) +
    prop('x-locfileid', fileId) +
    prop('x-source-commit', sourceCommit)
  );
}
