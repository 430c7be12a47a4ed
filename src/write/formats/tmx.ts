import type { Article, Ignorable, Segment, Unit } from '../../model/article.js';
import { type Content, toPlainText } from '../../model/content.js';
import type { EntryText, MemoryEntry } from '../../model/memory/entry.js';
import { version } from '../../version.js';
import { attribute, escapeAttribute, escapeText } from '../../xml/escapes.js';
import { writeTmxContent } from '../codes/tmx-codes.js';
import { type ContextDialect, defaultSrcLang, type ExportOptions, type InlineMode } from '../export-options.js';
import type { Exporter, ExportItem, Languages } from '../exporter.js';
import { suffixOf } from '../identity.js';
import { skipReason } from '../selection.js';

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
  entry: (entry: MemoryEntry, options: ExportOptions): Iterable<string> => [writeEntry(entry, options)],
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

/**
 * An entry as a unit: what is known of a translation is said of its variant (TMX 1.4b, `<tuv>`: `creationdate` is the
 * first hand-off, `changedate` the last, `usagecount` how often it was seen).
 */
function writeEntry({ id, srcLang, source, targets }: MemoryEntry, { inline, metadata }: ExportOptions): string {
  const [first] = targets;
  let unit = `<tu${attribute('tuid', id)}><tuv${attribute('xml:lang', srcLang)}><seg>${writeSide(source, first ?? source, inline)}</seg></tuv>`;
  for (const target of targets) {
    const { trgLang, translationType, firstHandoff, lastHandoff, count, places } = target;
    const dates = attribute('creationdate', timeOf(firstHandoff)) + attribute('changedate', timeOf(lastHandoff));
    const ofPlaces = places.map(({ path, id: pair }) => prop('x-article', path) + prop('x-pair', pair)).join('');
    const props = ofPlaces + (metadata === false ? '' : prop('x-translation-type', translationType?.toUpperCase()));
    unit += `<tuv${attribute('xml:lang', trgLang)}${dates} usagecount="${count}">${props}<seg>${writeSide(target, source, inline)}</seg></tuv>`;
  }
  return `${unit}</tu>\n`;
}

/** The pairs that are written: all but a recovered title. */
export function exportedPairs(units: readonly Unit[], inline: InlineMode | undefined): Segment[] {
  return units.flatMap(({ parts }) => parts.filter((part) => isExported(part, inline)));
}

function isExported(part: Segment | Ignorable, inline: InlineMode | undefined): part is Segment {
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

/** A day as TMX has it. */
function timeOf(date: string | undefined): string | undefined {
  return date === undefined ? undefined : `${date.replaceAll('-', '')}T000000Z`;
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

function prop(type: string, value: string | undefined): string {
  return value === undefined ? '' : `<prop type="${type}">${escapeText(value)}</prop>`;
}

function writeSide({ text, content }: EntryText, other: EntryText, inline: InlineMode | undefined): string {
  const [first] = content;
  // Most sides are a text and nothing else.
  if (content.length === 1 && first?.kind === 'text') return escapeText(trim(inline === 'text' ? text : first.text));
  if (inline === 'text') return escapeText(trim(text));
  return inline === 'strip'
    ? escapeText(trim(toPlainText(content)))
    : writeTmxContent(trimContent(content), other.content);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** Without the white space of XML at the ends; a no-break space is a character of the text. */
function trim(text: string): string {
  // Any white space is at most a space, and nearly no text has any at its ends.
  if (text.charCodeAt(0) > 0x20 && text.charCodeAt(text.length - 1) > 0x20) return text;
  return trimEnd(trimStart(text));
}

function trimStart(text: string): string {
  let start = 0;
  while (isSpace(text.charCodeAt(start))) start++;
  return start === 0 ? text : text.slice(start);
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Codes at the ends stay, and so does the white space within them. */
function trimContent(content: Content): Content {
  const first = content[0];
  const last = content[content.length - 1];
  const startsOuter = first?.kind === 'text' && isSpace(first.text.charCodeAt(0));
  const endsOuter = last?.kind === 'text' && isSpace(last.text.charCodeAt(last.text.length - 1));
  if (!startsOuter && !endsOuter) return content;
  return content.map((inline, index) => {
    if (inline.kind !== 'text') return inline;
    const started = index === 0 ? trimStart(inline.text) : inline.text;
    return { kind: 'text', text: index === content.length - 1 ? trimEnd(started) : started };
  });
}
