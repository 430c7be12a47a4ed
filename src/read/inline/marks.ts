import type { CodeSubType, CodeType } from '../../model/content.js';

/** What a code is, whatever its spelling: one object per pair of `type` and `subType`, so that forms compare by `===`. */
export interface Form {
  readonly type: CodeType;
  readonly subType: CodeSubType;
}

/** A code that was found, before it has an id: `start` and `end` are offsets in the segment. */
export interface Mark {
  readonly kind: 'ph' | 'sc' | 'ec';
  readonly form: Form;
  readonly start: number;
  readonly end: number;
  /** The other half of a pair; a half without one is isolated. */
  partner: Mark | undefined;
  readonly disp: string;
  readonly equiv: string;
  readonly recovered: boolean;
  /** Given when the marks are put in order; the two halves of a pair get the same. */
  id: string;
}

const form = (type: CodeType, subType: CodeSubType): Form => ({ type, subType });

export const STRONG: Form = form('fmt', 'xlf:b');
export const EMPHASIS: Form = form('fmt', 'xlf:i');
const UNDERLINE: Form = form('fmt', 'xlf:u');
export const BREAK: Form = form('fmt', 'xlf:lb');
export const STRIKE: Form = form('fmt', 'md:s');
export const CODE: Form = form('fmt', 'md:code');
export const LINK: Form = form('link', 'md:link');
export const IMAGE: Form = form('image', 'md:image');
export const AUTOLINK: Form = form('link', 'md:autolink');
export const XREF: Form = form('link', 'md:xref');
export const INCLUDE: Form = form('other', 'md:include');
export const MATH: Form = form('other', 'md:math');
export const FOOTNOTE: Form = form('link', 'md:footnote');
export const COMMENT: Form = form('other', 'md:comment');
const HTML: Form = form('other', 'md:html');
const HTML_FORMAT: Form = form('fmt', 'md:html');
const HTML_LINK: Form = form('link', 'md:html');
export const HTML_IMAGE: Form = form('image', 'md:html');
const HTML_QUOTE: Form = form('quote', 'md:html');

const FORM_OF_TAG: ReadonlyMap<string, Form> = new Map([
  ['b', STRONG],
  ['strong', STRONG],
  ['i', EMPHASIS],
  ['em', EMPHASIS],
  ['u', UNDERLINE],
  ['ins', UNDERLINE],
  ['s', STRIKE],
  ['del', STRIKE],
  ['strike', STRIKE],
  ['br', BREAK],
  ['a', HTML_LINK],
  ['img', HTML_IMAGE],
  ['q', HTML_QUOTE],
  ['blockquote', HTML_QUOTE],
  ...['code', 'kbd', 'samp', 'var', 'sub', 'sup', 'small', 'big', 'mark', 'font', 'tt', 'cite', 'dfn', 'abbr'].map(
    (name): [string, Form] => [name, HTML_FORMAT],
  ),
]);

/**
 * Markers that a machine put between two halves of what is one pair on the other side (`**A** **B**` for `**A B**`):
 * no code, but part of how the text around them is spelled.
 */
export const DROPPED: Form = form('other', 'xlf:b');

/** The form of an HTML tag, by its name in lower case. */
export function formOfTag(name: string): Form {
  return FORM_OF_TAG.get(name) ?? HTML;
}

/** A code that stands for itself. */
export function placeholder(form: Form, start: number, end: number, disp: string, equiv: string): Mark {
  return { kind: 'ph', form, start, end, partner: undefined, disp, equiv, recovered: false, id: '' };
}

/** One half of a pair; until {@link join} names its other half it is isolated. */
export function half(kind: 'sc' | 'ec', form: Form, start: number, end: number): Mark {
  return { kind, form, start, end, partner: undefined, disp: '', equiv: '', recovered: false, id: '' };
}

/** Makes two halves a pair. */
export function join(opener: Mark, closer: Mark): void {
  opener.partner = closer;
  closer.partner = opener;
}
