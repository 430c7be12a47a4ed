import { type Article, type Segment, type Side, segmentsOf } from '../model/article.js';
import { type Content, toPlainText } from '../model/content.js';
import { version } from '../version.js';
import {
  type ContextDialect,
  chunkLength,
  defaultSrcLang,
  type Exporter,
  type ExportItem,
  type ExportOptions,
  type InlineMode,
  type Languages,
} from './exporter.js';
import { suffixOf } from './identity.js';
import { skipReason } from './selection.js';
import { writeTmxContent } from './tmx-codes.js';
import { attribute, escapeText } from './xml.js';

/**
 * TMX 1.4b (LISA OSCAR): a `<tu>` for each pair, one a line, source first.
 *
 * A recovered title is left out: the pair that it was recovered from holds the same two texts. White space at the ends
 * of a text is left out, because clients that segment by themselves never have it.
 */
export const tmx: Exporter = {
  format: 'tmx',
  extension: '.tmx',
  begin({ srcLang }: Languages, options: ExportOptions): string {
    const date = attribute('creationdate', options.date);
    return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="sspr-tm" creationtoolversion="${version}" segtype="sentence" o-tmf="sspr-tm" adminlang="en-US"${attribute('srclang', srcLang)} datatype="unknown"${date}/>
<body>
`;
  },
  *article(item: ExportItem, options: ExportOptions): Generator<string, void, undefined> {
    const srcLang = attribute('xml:lang', options.srcLang ?? defaultSrcLang);
    const trgLang = attribute('xml:lang', item.trgLang);
    const date = creationDate(item.article);
    const props = articleProps(item, options);
    const suffixes = new Map<string, number>();
    const segments = Array.from(exportedPairs(item.article, options));
    const context = contexts[options.context ?? 'none'];
    let chunk = '';
    for (const [index, segment] of segments.entries()) {
      const suffix = suffixOf(segment.id);
      const earlier = suffixes.get(suffix) ?? 0;
      suffixes.set(suffix, earlier + 1);
      const tuid = `${item.stem}-${earlier === 0 ? suffix : segment.id}`;
      const segtype = suffix.startsWith('p') ? ' segtype="paragraph"' : '';
      const place = context?.(item, options, segments[index - 1], segments[index + 1]);
      chunk += `<tu${attribute('tuid', tuid)}${segtype}${date}>${props}<prop type="x-pair">${segment.id}</prop>${place?.unit ?? ''}<tuv${srcLang}>${place?.variant ?? ''}<seg>${writeSide(segment.source, options.inline)}</seg></tuv><tuv${trgLang}><seg>${writeSide(segment.target, options.inline)}</seg></tuv></tu>\n`;
      if (chunk.length >= chunkLength) {
        yield chunk;
        chunk = '';
      }
    }
    if (chunk !== '') yield chunk;
  },
  end: () => '</body>\n</tmx>\n',
};

function* exportedPairs(article: Article, { inline }: ExportOptions): Generator<Segment, void, undefined> {
  for (const segment of segmentsOf(article)) {
    if (!segment.recovered && skipReason(segment, inline) === undefined) yield segment;
  }
}

/** Where a pair stands, as properties of its `<tu>` or of its source `<tuv>`. */
interface Place {
  readonly unit?: string;
  readonly variant?: string;
}

type Context = (item: ExportItem, options: ExportOptions, previous?: Segment, next?: Segment) => Place;

const contexts: Readonly<Record<ContextDialect, Context | undefined>> = {
  none: undefined,
  // OmegaT compares all of these, and an `id`, which text files do not have, must be missing then. At the ends of a
  // file the neighbour is the empty text.
  omegat: ({ file }, { inline }, previous, next) => ({
    unit:
      prop('file', file) +
      `<prop type="prev">${plainSource(previous, inline)}</prop><prop type="next">${plainSource(next, inline)}</prop>`,
  }),
  // memoQ puts the neighbours as they would stand in a <seg>, with its tags, into the property as text.
  memoq: (_, { inline }, previous, next) => ({
    variant: memoqProp('x-context-pre', previous, inline) + memoqProp('x-context-post', next, inline),
  }),
};

function plainSource(segment: Segment | undefined, inline: InlineMode | undefined): string {
  if (segment === undefined) return '';
  const { text, content } = segment.source;
  return escapeText(trim(inline === 'text' ? text : toPlainText(content)));
}

function memoqProp(type: string, segment: Segment | undefined, inline: InlineMode | undefined): string {
  return segment === undefined ? '' : prop(type, `<seg>${writeSide(segment.source, inline)}</seg>`);
}

function creationDate({ localization: { lastHandoff } }: Article): string {
  return lastHandoff === undefined ? '' : ` creationdate="${lastHandoff.replaceAll('-', '')}T000000Z"`;
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

function writeSide({ text, content }: Side, inline: InlineMode | undefined): string {
  if (inline === 'text') return escapeText(trim(text));
  return inline === 'strip' ? escapeText(trim(toPlainText(content))) : writeTmxContent(trimContent(content));
}

/** White space of XML at the start or the end; a no-break space is a character of the text. */
const outer = /^[ \t\r\n]|[ \t\r\n]$/;

function trim(text: string): string {
  return outer.test(text) ? trimEnd(trimStart(text)) : text;
}

function trimStart(text: string): string {
  return text.replace(/^[ \t\r\n]+/, '');
}

function trimEnd(text: string): string {
  return text.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '');
}

/** Codes at the ends stay, and so does the white space within them. */
function trimContent(content: Content): Content {
  const first = content[0];
  const last = content.at(-1);
  const startsOuter = first?.kind === 'text' && outer.test(first.text);
  const endsOuter = last?.kind === 'text' && outer.test(last.text);
  if (!startsOuter && !endsOuter) return content;
  return content.map((inline, index) => {
    if (inline.kind !== 'text') return inline;
    const started = index === 0 ? trimStart(inline.text) : inline.text;
    return { kind: 'text', text: index === content.length - 1 ? trimEnd(started) : started };
  });
}
