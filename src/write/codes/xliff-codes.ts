import type { Code, CodeSubType, Content } from '../../model/content.js';
import { attribute, escapeText } from '../../xml/escapes.js';
import { type Node, nest } from './nesting.js';
import type { HasCode } from './partners.js';

/** Writes the contents of a unit; its `originalData` are complete once all contents are written. */
export interface CodeWriter {
  /**
   * The content as the inside of a `<source>` or `<target>`. `prefix` makes ids unique in the unit; `hasPartner`
   * says whether the other side has a code.
   */
  content(content: Content, prefix: string, hasPartner: HasCode): string;
  /** `<originalData>` (XLIFF 2.0, section 4.2.2.10), or nothing where there are no codes. */
  originalData(): string;
  /** What `dataRef`s name: the first is `d1`. */
  data(): readonly string[];
}

/** Which attributes the codes have. */
export interface CodeStyle {
  /** Codes have an id and what they refer to, and nothing that can be read from their data. Default: `false`. */
  readonly isCompact?: boolean;
}

/** Codes that mean something that a translation must not lose or double. */
const fixed: ReadonlySet<CodeSubType> = new Set(['md:include', 'md:xref', 'md:footnote', 'md:image', 'md:link']);

export function createCodeWriter({ isCompact = false }: CodeStyle = {}): CodeWriter {
  const ids = new Map<string, string>();
  const idOfData = (data: string): string => {
    const id = ids.get(data) ?? `d${ids.size + 1}`;
    ids.set(data, id);
    return id;
  };
  return {
    content(content, prefix, hasPartner) {
      if (content.every(({ kind }) => kind === 'text')) return writeText(content);
      return writeNodes(nest(content), { prefix, hasPartner, idOfData, isCompact });
    },
    originalData() {
      if (ids.size === 0) return '';
      const data = Array.from(ids, ([text, id]) => `<data id="${id}">${escapeText(text)}</data>\n`).join('');
      return `<originalData>\n${data}</originalData>\n`;
    },
    data: () => [...ids.keys()],
  };
}

/** Nearly all contents: no codes, and so one text. */
function writeText(content: Content): string {
  let xml = '';
  for (const inline of content) if (inline.kind === 'text') xml += escapeText(inline.text);
  return xml;
}

interface Context {
  readonly prefix: string;
  readonly hasPartner: HasCode;
  readonly idOfData: (data: string) => string;
  readonly isCompact: boolean;
}

function writeNodes(nodes: readonly Node[], context: Context): string {
  // An own stack: markup may nest ten thousand deep.
  let xml = '';
  const rest: { readonly nodes: readonly Node[]; next: number }[] = [{ nodes, next: 0 }];
  for (let level = rest.at(-1); level !== undefined; level = rest.at(-1)) {
    const node = level.nodes[level.next++];
    if (node === undefined) {
      rest.pop();
      if (rest.length > 0) xml += '</pc>';
    } else if (node.kind === 'text') {
      xml += escapeText(node.text);
    } else if (node.kind === 'element') {
      const { start, end } = node;
      const data = ` dataRefStart="${context.idOfData(start.data)}" dataRefEnd="${context.idOfData(end.data)}"`;
      xml += `<pc${identify(start, context)}${describe(start, context)}${data}>`;
      rest.push({ nodes: node.children, next: 0 });
    } else {
      xml += writeCode(node.kind === 'half' ? node.code : node, context);
    }
  }
  return xml;
}

function identify({ id }: Code, { prefix }: Context): string {
  return attribute('id', prefix + id);
}

function describe(code: Code, context: Context): string {
  if (context.isCompact) return '';
  return ` type="${code.type}"${attribute('subType', code.subType)}${rulesOf(code, context)}`;
}

/** Whether a code that both sides have must not be lost or doubled. */
export function isFixed({ subType }: { readonly subType?: CodeSubType }): boolean {
  return subType !== undefined && fixed.has(subType);
}

/** What the other side lacks may be lacking: a translator cannot be held to it. */
function rulesOf(code: Code, { hasPartner }: Context): string {
  return isFixed(code) && hasPartner(code.id) ? ' canCopy="no" canDelete="no"' : '';
}

function writeCode(code: Code, context: Context): string {
  const data = ` dataRef="${context.idOfData(code.data)}"`;
  if (code.kind === 'ph') {
    const shown = context.isCompact
      ? ''
      : attribute('equiv', code.equiv || undefined) + attribute('disp', code.disp || undefined);
    return `<ph${identify(code, context)}${describe(code, context)}${data}${shown}/>`;
  }
  if (code.isolated) return `<${code.kind}${identify(code, context)}${describe(code, context)}${data} isolated="yes"/>`;
  if (code.kind === 'sc') return `<sc${identify(code, context)}${describe(code, context)}${data}/>`;
  // Refers to the other half, whose type it has, and whose rules it must repeat (section 4.2.3.5).
  const rules = context.isCompact ? '' : rulesOf(code, context);
  return `<ec${attribute('startRef', context.prefix + code.id)}${rules}${data}/>`;
}
