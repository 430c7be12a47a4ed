import type { CodeSubType, CodeType } from '../../../model/content.js';
import {
  AUTOLINK,
  BREAK,
  CODE,
  COMMENT,
  EMPHASIS,
  FOOTNOTE,
  formOfTag,
  IMAGE,
  INCLUDE,
  LINK,
  MATH,
  STRIKE,
  STRONG,
  XREF,
} from '../../inline/marks.js';
import { placeholderIn } from './shown.js';

/** What a code is: as in the model, where some have no `subType`. */
export interface CodeForm {
  readonly type: CodeType;
  readonly subType?: CodeSubType;
}

const underline: CodeForm = { type: 'fmt', subType: 'xlf:u' };
const format: CodeForm = { type: 'fmt' };
const image: CodeForm = { type: 'image' };
const other: CodeForm = { type: 'other' };

/** The types that TMX knows for codes (1.4b, "type"), those of XLIFF 1.2 (`ctype`), and our own. */
const byType: ReadonlyMap<string, CodeForm> = new Map<string, CodeForm>([
  ['bold', STRONG],
  ['italic', EMPHASIS],
  ['x-bold', STRONG],
  ['x-italic', EMPHASIS],
  ['x-underlined', underline],
  ['x-lb', BREAK],
  ['ulined', underline],
  ['dulined', underline],
  ['underlined', underline],
  ['lb', BREAK],
  ['x-strike', STRIKE],
  ['x-s', STRIKE],
  ['x-code', CODE],
  ['link', LINK],
  ['image', IMAGE],
  ['x-image', IMAGE],
  ['x-autolink', AUTOLINK],
  ['x-xref', XREF],
  ['x-include', INCLUDE],
  ['x-math', MATH],
  ['fnote', FOOTNOTE],
  ['x-footnote', FOOTNOTE],
  ['x-comment', COMMENT],
  ['cpatch', image],
  ['color', format],
  ['font', format],
  ['scap', format],
  ['size', format],
  ['struct', format],
  ['x-fmt', format],
  ['x-ui', { type: 'ui' }],
  ['x-quote', { type: 'quote' }],
  ['x-link', { type: 'link' }],
  ['x-other', other],
]);

const tag = /^<\/?([A-Za-z][A-Za-z0-9-]*)/;

/** What a code is by the type that a document gives it, and its native code. */
export function formOf(type: string | undefined, data: string): CodeForm {
  const known = type === undefined ? undefined : byType.get(type);
  if (known !== undefined) return known;
  const [, name] = tag.exec(data) ?? [];
  if (type === 'x-html') return name === undefined ? { type: 'other', subType: 'md:html' } : formWithin(name);
  const mark = data === '' ? undefined : placeholderIn(data);
  if (mark !== undefined) return mark.form;
  return name === undefined ? (byMarkers.get(data) ?? other) : formOfTag(name.toLowerCase());
}

/** Markers that some tools give without a type. */
const byMarkers: ReadonlyMap<string, CodeForm> = new Map<string, CodeForm>([
  ['**', STRONG],
  ['__', STRONG],
  ['*', EMPHASIS],
  ['_', EMPHASIS],
  ['~~', STRIKE],
]);

/** A tag that is no bold, italic or break for us, whatever its name. */
function formWithin(name: string): CodeForm {
  const form = formOfTag(name.toLowerCase());
  return form.subType === 'md:html' ? form : { type: form.type, subType: 'md:html' };
}

const types: ReadonlySet<string> = new Set<CodeType>(['fmt', 'ui', 'quote', 'link', 'image', 'other']);
const subTypes: ReadonlySet<string> = new Set<CodeSubType>([
  'xlf:b',
  'xlf:i',
  'xlf:u',
  'xlf:lb',
  'md:s',
  'md:code',
  'md:link',
  'md:image',
  'md:autolink',
  'md:xref',
  'md:include',
  'md:math',
  'md:footnote',
  'md:comment',
  'md:html',
]);

/** What a code of XLIFF 2 says that it is. */
export function formOfXliff(type: string | undefined, subType: string | undefined, data: string): CodeForm {
  if (type === undefined || !types.has(type)) return formOf(undefined, data);
  return subType !== undefined && subTypes.has(subType)
    ? { type: type as CodeType, subType: subType as CodeSubType }
    : { type: type as CodeType };
}
