import type { EntryProp } from '../../../model/memory/entry.js';
import { attribute, escapeAttribute, escapeText } from '../../../xml/escapes.js';
import type { ExportOptions } from '../../export-options.js';
import type { Exporter, Languages } from '../../exporter.js';

/** What the header of a memory that is written again said. */
interface Header {
  readonly attributes: readonly EntryProp[];
  readonly props: readonly EntryProp[];
}

/** Attributes that a header needs, in the order of the specification, and those that it may have (TMX 1.4b). */
const required = ['creationtool', 'creationtoolversion', 'segtype', 'o-tmf', 'adminlang', 'srclang', 'datatype'];
const optional = ['o-encoding', 'creationdate', 'creationid', 'changedate', 'changeid'];

/** The attributes of a header that TMX does not have. */
export function oddAttributes({ attributes }: Header): readonly string[] {
  return attributes.map(({ type }) => type).filter((type) => ![...required, ...optional].includes(type));
}

/** TMX with the header that a memory had: all of it is kept, but for the language of the sources, and what we said of ourselves. */
export function withHeader(tmx: Exporter, { attributes, props }: Header): Exporter {
  const told = new Map(attributes.map(({ type, value }) => [type, value]));
  const isOurs = told.get('creationtool') === 'sspr-tm';
  return {
    ...tmx,
    begin(languages: Languages, options: ExportOptions): string {
      const own = String(tmx.begin(languages, options));
      const parts = props.map(partOf).join('');
      if (isOurs) return parts === '' ? own : own.replace(/\/>\n<body>/, () => `>\n${parts}</header>\n<body>`);
      const attributeOf = (name: string): string | undefined =>
        name === 'srclang' ? languages.srcLang : (told.get(name) ?? (required.includes(name) ? 'unknown' : undefined));
      const all = [...required, ...optional].map((name) => attribute(name, attributeOf(name))).join('');
      const end = parts === '' ? '/>' : `>\n${parts}</header>`;
      return own.replace(/<header [^>]*\/>/, () => `<header${all}${end}`);
    },
  };
}

function partOf({ type, value }: EntryProp): string {
  if (type === 'note') return `<note>${escapeText(value)}</note>\n`;
  return `<prop type="${escapeAttribute(type)}">${escapeText(value)}</prop>\n`;
}
