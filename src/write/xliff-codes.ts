import type { Code, CodeSubType, Content } from '../model/content.js';
import { attribute, escapeText } from './xml.js';

/** Writes the contents of a unit; its `originalData` are complete once all contents are written. */
export interface CodeWriter {
  /**
   * The content as the inside of a `<source>` or `<target>`. `prefix` makes ids unique in the unit; `partners` are the
   * ids of the codes on the other side.
   */
  content(content: Content, prefix: string, partners: ReadonlySet<string>): string;
  /** `<originalData>` (XLIFF 2.0, section 4.2.2.10), or nothing where there are no codes. */
  originalData(): string;
}

/** Codes that mean something that a translation must not lose or double. */
const fixed: ReadonlySet<CodeSubType> = new Set(['md:include', 'md:xref', 'md:footnote', 'md:image', 'md:link']);

export function createCodeWriter(): CodeWriter {
  const ids = new Map<string, string>();
  const idOfData = (data: string): string => {
    const id = ids.get(data) ?? `d${ids.size + 1}`;
    ids.set(data, id);
    return id;
  };
  return {
    content(content, prefix, partners) {
      const nested = findNested(content);
      let xml = '';
      for (const inline of content) {
        if (inline.kind === 'text') {
          xml += escapeText(inline.text);
          continue;
        }
        const end = inline.kind === 'sc' ? nested.get(inline) : undefined;
        if (inline.kind === 'ec' && nested.has(inline)) xml += '</pc>';
        else xml += writeCode(inline, end, prefix, partners.has(inline.id), idOfData);
      }
      return xml;
    },
    originalData() {
      if (ids.size === 0) return '';
      const data = Array.from(ids, ([text, id]) => `<data id="${id}">${escapeText(text)}</data>\n`).join('');
      return `<originalData>\n${data}</originalData>\n`;
    },
  };
}

/** Pairs that are written as one element: each start with its end, and each end with itself. */
function findNested(content: Content): Map<Code, Code> {
  const nested = new Map<Code, Code>();
  const open: Code[] = [];
  for (const inline of content) {
    if (inline.kind === 'sc' && !inline.isolated) {
      open.push(inline);
    } else if (inline.kind === 'ec' && !inline.isolated) {
      const start = open.findLastIndex(({ id }) => id === inline.id);
      const opener = open[start];
      if (opener === undefined) continue;
      if (start === open.length - 1) nested.set(opener, inline).set(inline, inline);
      open.splice(start, 1); // Crossed pairs stay apart: XML can only nest.
    }
  }
  return nested;
}

function writeCode(
  code: Code,
  end: Code | undefined,
  prefix: string,
  hasPartner: boolean,
  idOfData: (data: string) => string,
): string {
  const id = attribute('id', prefix + code.id);
  const type = ` type="${code.type}"${attribute('subType', code.subType)}`;
  // What the other side lacks may be lacking: a translator cannot be held to it.
  const rules =
    hasPartner && code.subType !== undefined && fixed.has(code.subType) ? ' canCopy="no" canDelete="no"' : '';
  const data = idOfData(code.data);
  if (code.kind === 'ph') {
    const shown = attribute('equiv', code.equiv || undefined) + attribute('disp', code.disp || undefined);
    return `<ph${id}${type}${rules} dataRef="${data}"${shown}/>`;
  }
  if (end !== undefined) return `<pc${id}${type}${rules} dataRefStart="${data}" dataRefEnd="${idOfData(end.data)}">`;
  const isolated = code.isolated ? ' isolated="yes"' : '';
  if (code.kind === 'sc') return `<sc${id}${type}${rules} dataRef="${data}"${isolated}/>`;
  // The half of a pair has the type and the rules of the other half (section 4.2.3.6), and refers to it.
  return code.isolated
    ? `<ec${id}${type}${rules} dataRef="${data}"${isolated}/>`
    : `<ec${attribute('startRef', prefix + code.id)}${rules} dataRef="${data}"/>`;
}
