import { isAt } from '../../../model/compact/is-at.js';
import type { EntryProp } from '../../../model/memory/entry.js';
import { createTagReader } from '../../../xml/scan/known-tags.js';
import { readPlainTag } from '../../../xml/scan/plain-tag.js';
import { decodeReferences, faultInText, type XmlTag } from '../../../xml/syntax.js';
import { own } from '../codes/content.js';

/** Takes the parts of a unit of TMX. */
export interface UnitParts {
  unit(tag: XmlTag): void;
  prop(prop: EntryProp): void;
  variant(tag: XmlTag): void;
  segment(): void;
  /** A part of the text of the segment, references resolved. */
  text(text: string): void;
  code(kind: string, tag: XmlTag, data: string): void;
  endSegment(): void;
  endVariant(): void;
  endUnit(): void;
}

/** Units with more tags are read by what counts them. */
const mostTags = 256;

/** A property that stood at the same place of the unit before, as it is written with its tags. */
interface KnownProp {
  readonly start: string;
  readonly written: string;
  readonly prop: EntryProp;
  /** How often it was another one there, one after the other. */
  changes: number;
}

/**
 * Reads units that are written as tools write them, without a step for each tag: no prefixes, comments, CDATA, CR; of
 * elements `prop`, `tuv`, `seg`, and codes with nothing but text. It gives the end of the unit in the text; `undefined` where it is
 * written otherwise, does not end in the text, or is not well-formed: what was reported of it has to be forgotten then, and
 * what reads any document says what it is. Illegal characters were looked for before.
 */
export function createPlainUnits(
  parts: UnitParts,
  property: (type: string, value: string) => EntryProp,
): (text: string, at: number) => number | undefined {
  const props: (KnownProp | undefined)[] = [];
  const tags = createTagReader();

  const propAt = (text: string, at: number, index: number): number => {
    const known = props[index];
    if (known !== undefined && known.changes < mostChanges && isAt(text, known.written, at)) {
      known.changes = 0;
      parts.prop(known.prop);
      return at + known.written.length;
    }
    const isKnown = known !== undefined && isAt(text, known.start, at);
    const from = isKnown ? at + known.start.length : valueOfProp(text, at);
    const end = from < 0 ? -1 : text.indexOf('<', from);
    if (end < 0 || !isAt(text, propEnd, end)) return -1;
    const type = isKnown ? known.prop.type : text.slice(at + propStart.length, from - 2);
    const value = textBetween(text, from, end);
    if (value === undefined) return -1;
    const prop = property(type, value);
    parts.prop(prop);
    const after = end + propEnd.length;
    if (isKnown && ++known.changes >= mostChanges) return after;
    if (index < mostKnownProps) {
      const written = own(text.slice(at, after));
      props[index] = { start: written.slice(0, from - at), written, prop, changes: isKnown ? known.changes : 0 };
    }
    return after;
  };

  const tagAt = (text: string, at: number): XmlTag | undefined => {
    const tag = tags.read(text, at, 0);
    return 'code' in tag || tag.isPlain === undefined ? undefined : tag;
  };

  const variantAt = (text: string, at: number): number => {
    const tag = tagAt(text, at);
    if (tag?.name !== 'tuv' || tag.isEmpty) return -1;
    parts.variant(tag);
    return tag.end;
  };

  const codeAt = (text: string, at: number): number => {
    const tag = tagAt(text, at);
    if (tag === undefined) return -1;
    const { name } = tag;
    if (name !== 'bpt' && name !== 'ept' && name !== 'ph' && name !== 'it') return -1;
    if (tag.isEmpty) {
      parts.code(name, tag, '');
      return tag.end;
    }
    const end = text.indexOf('<', tag.end);
    if (end < 0 || !closes(text, end, name)) return -1;
    const data = textBetween(text, tag.end, end);
    if (data === undefined) return -1;
    parts.code(name, tag, data);
    return end + name.length + 3;
  };

  /** From what follows the tag of a segment to what follows its end tag. */
  const segmentAt = (text: string, from: number): number => {
    parts.segment();
    let at = from;
    for (let codes = 0; codes < mostTags; codes++) {
      const next = text.indexOf('<', at);
      if (next < 0) return -1;
      if (next > at) {
        const part = textBetween(text, at, next);
        if (part === undefined) return -1;
        parts.text(part);
      }
      if (text.charCodeAt(next + 1) === slash) {
        if (!isAt(text, segmentEnd, next)) return -1;
        parts.endSegment();
        return next + segmentEnd.length;
      }
      at = codeAt(text, next);
      if (at < 0) return -1;
    }
    return -1;
  };

  return (text, from) => {
    const tag = readPlainTag(text, from);
    if (tag?.isPlain === undefined || tag.name !== 'tu' || tag.isEmpty) return undefined;
    parts.unit(tag);
    let at = tag.end;
    let propCount = 0;
    let isInVariant = false;
    let hasSegment = false;
    for (let tags = 0; tags < mostTags; tags++) {
      at = afterSpace(text, at);
      if (text.charCodeAt(at) !== less) return undefined;
      const letter = text.charCodeAt(at + 1);
      if (letter === 0x70 && !hasSegment) at = propAt(text, at, propCount++);
      else if (letter === 0x74 && !isInVariant) {
        at = variantAt(text, at);
        isInVariant = true;
      } else if (letter === 0x73 && isInVariant && !hasSegment && isAt(text, segmentStart, at)) {
        at = segmentAt(text, at + segmentStart.length);
        hasSegment = true;
      } else if (isInVariant && hasSegment && isAt(text, variantEnd, at)) {
        parts.endVariant();
        at += variantEnd.length;
        isInVariant = hasSegment = false;
      } else if (!isInVariant && isAt(text, unitEnd, at)) {
        parts.endUnit();
        return at + unitEnd.length;
      } else return undefined;
      if (at < 0) return undefined;
    }
    return undefined;
  };
}

const propStart = '<prop type="';
const propEnd = '</prop>';
const segmentStart = '<seg>';
const segmentEnd = '</seg>';
const variantEnd = '</tuv>';
const unitEnd = '</tu>';
const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;

const mostKnownProps = 16;
/** A property that is another one so often is not kept as it is written. */
const mostChanges = 3;

/** Where the value of a property starts, that has a type and nothing else; -1 where none does. */
function valueOfProp(text: string, at: number): number {
  if (!isAt(text, propStart, at)) return -1;
  const quote = text.indexOf('"', at + propStart.length);
  if (quote < 0 || text.charCodeAt(quote + 1) !== greater) return -1;
  return /[&<\t\n\r]/.test(text.slice(at + propStart.length, quote)) ? -1 : quote + 2;
}

function closes(text: string, at: number, name: string): boolean {
  return (
    text.charCodeAt(at + 1) === slash &&
    text.charCodeAt(at + 2 + name.length) === greater &&
    text.slice(at + 2, at + 2 + name.length) === name
  );
}

/** A text without tags, references resolved; `undefined` where it is not right, or has line ends that are read otherwise. */
function textBetween(text: string, start: number, end: number): string | undefined {
  const part = text.slice(start, end);
  if (part.includes('\r') || faultInText(part, 0, part.length, part) !== undefined) return undefined;
  return decodeReferences(part);
}

function afterSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x09; code = text.charCodeAt(++at));
  return at;
}
