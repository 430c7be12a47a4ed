import type { CodeSubType, Content, Inline, Placeholder } from '../../../model/content.js';
import { longestTag, xmlMarkup } from '../../carriers/xml/markup.js';
import { findMarks } from '../../inline/inline.js';
import type { Mark } from '../../inline/marks.js';

/** What a person sees of a placeholder, and what it stands for. */
export interface Shown {
  readonly disp: string;
  readonly equiv: string;
}

const lineBreak: Shown = { disp: '↵', equiv: '\n' };
const nothing: Shown = { disp: '', equiv: '' };

/** The same codes come again and again: of so many it is remembered what they are. */
const mostKnown = 4096;
/** Longer ones hardly come again. */
const longestKnown = 256;
const known = new Map<string, Mark | undefined>();

/** What a code is as Markdown, where it is one placeholder from its first character to its last. */
export function placeholderIn(data: string): Mark | undefined {
  if (known.has(data)) return known.get(data);
  const marks = findMarks(data, {}) ?? [];
  const [first] = marks;
  const isWhole = marks.length === 1 && first?.kind === 'ph' && first.start === 0 && first.end === data.length;
  const found = isWhole ? first : undefined;
  if (data.length <= longestKnown) {
    if (known.size >= mostKnown) known.clear();
    known.set(data, found);
  }
  return found;
}

/** What reading the article would say of a placeholder. */
export function shownOf(data: string, subType: CodeSubType | undefined): Shown {
  if (subType === 'xlf:lb') return lineBreak;
  if (subType === 'md:comment') return nothing;
  if (/^<(?:type)?paramref[\s/]/.test(data)) return elementIn(data, subType) ?? { disp: data, equiv: '' };
  const mark = placeholderIn(data);
  if (mark !== undefined && (subType === undefined || mark.form.subType === subType)) return mark;
  return elementIn(data, subType) ?? { disp: data, equiv: '' };
}

const knownElements = new Map<string, Content>();

/** The same of an element of XML, which articles may be written in. */
function elementIn(data: string, subType: CodeSubType | undefined): Shown | undefined {
  if (!data.startsWith('<') || !data.endsWith('/>') || data.length > longestTag) return undefined;
  let content = knownElements.get(data);
  if (content === undefined) {
    content = xmlMarkup.parse(data, {});
    if (data.length <= longestKnown) {
      if (knownElements.size >= mostKnown) knownElements.clear();
      knownElements.set(data, content);
    }
  }
  const [code, ...others] = content;
  return others.length === 0 && code?.kind === 'ph' && code.subType === subType ? code : undefined;
}

/** Whether nobody knows what a placeholder with data stands for. */
function isUnknown({ data, disp, equiv }: Pick<Placeholder, 'data' | 'disp' | 'equiv'>): boolean {
  return equiv === '' && data !== '' && disp === data;
}

/**
 * What is not known of placeholders of a text is what their partners stand for: those of the same name and type in the other
 * one, with the same data but for white space, case and `$`. So it was where damaged markup was recovered.
 */
export function showPartners(content: Content, other: Content): void {
  if (!content.some((code) => code.kind === 'ph' && isUnknown(code))) return;
  const partners = new Map<string, Placeholder>();
  for (const code of other) if (code.kind === 'ph' && !isUnknown(code)) partners.set(code.id, code);
  for (const code of content as readonly Writable<Inline>[]) {
    if (code.kind !== 'ph' || !isUnknown(code)) continue;
    const partner = partners.get(code.id);
    if (partner === undefined || partner.type !== code.type || partner.subType !== code.subType) continue;
    if (undamaged(code.data) !== undamaged(partner.data)) continue;
    code.disp = partner.disp;
    code.equiv = partner.equiv;
  }
}

/** Data without what machines damage. */
function undamaged(data: string): string {
  return data.replace(/[\s$]+/g, '').toLowerCase();
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
