import { type Article, type Segment, segmentsOf } from '../model/article.js';
import { version } from '../version.js';
import {
  chunkLength,
  defaultSrcLang,
  type Exporter,
  type ExportItem,
  type ExportOptions,
  type Languages,
} from './exporter.js';
import { suffixOf } from './identity.js';
import { isExported } from './selection.js';
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
    let chunk = '';
    for (const segment of segmentsOf(item.article)) {
      if (segment.recovered || !isExported(segment)) continue;
      const suffix = suffixOf(segment.id);
      const earlier = suffixes.get(suffix) ?? 0;
      suffixes.set(suffix, earlier + 1);
      const tuid = `${item.stem}-${earlier === 0 ? suffix : segment.id}`;
      const segtype = suffix.startsWith('p') ? ' segtype="paragraph"' : '';
      chunk += `<tu${attribute('tuid', tuid)}${segtype}${date}>${props}<prop type="x-pair">${segment.id}</prop><tuv${srcLang}><seg>${writeSide(segment, 'source')}</seg></tuv><tuv${trgLang}><seg>${writeSide(segment, 'target')}</seg></tuv></tu>\n`;
      if (chunk.length >= chunkLength) {
        yield chunk;
        chunk = '';
      }
    }
    if (chunk !== '') yield chunk;
  },
  end: () => '</body>\n</tmx>\n',
};

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

function writeSide(segment: Segment, side: 'source' | 'target'): string {
  return escapeText(trim(segment[side].text));
}

/** Without the white space of XML at the ends; a no-break space is a character of the text. */
function trim(text: string): string {
  return text.replace(/^[ \t\r\n]+/, '').replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '');
}
