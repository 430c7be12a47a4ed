import { toPlainText } from '../../../model/content.js';
import type { EntryProp, ReplacedTarget, UniformTarget } from '../../../model/memory/entry.js';
import { escapeAttribute, escapeText } from '../../../xml/escapes.js';
import { trim } from '../../codes/trim.js';
import type { ExportOptions, InlineMode } from '../../export-options.js';
import { prop, sameProp } from './side.js';
import { isAttribute } from './told.js';

const none: ReadonlySet<string> = new Set();

/** All that is known of a translation, but for properties of other tools of some types, which stand elsewhere. */
export function propsOf(
  target: UniformTarget,
  { metadata, inline }: ExportOptions,
  apart: ReadonlySet<string> = none,
): string {
  const { places, translationType, service, topic, findings, contexts, replaced, props } = target;
  const isFull = metadata !== false;
  let xml = '';
  for (const { path, id, sourceHash, sourceCommit, commit } of places) {
    xml += sameProp('x-article', path) + prop('x-pair', id || undefined);
    if (isFull) xml += sameProp('x-source-hash', sourceHash) + sameProp('x-source-commit', sourceCommit);
    xml += sameProp('x-commit', commit);
  }
  if (isFull) {
    xml += sameProp('x-translation-type', translationType?.toUpperCase());
    xml += sameProp('x-service', service) + sameProp('x-topic', topic);
  }
  if (findings !== undefined) for (const code of findings) xml += prop('x-finding', code);
  if (contexts !== undefined) for (const context of contexts) xml += prop('x-context', context);
  if (replaced !== undefined) xml += replacedProps(replaced, isFull, inline);
  if (props !== undefined)
    for (const each of props) if (!isAttribute(each) && !apart.has(each.type)) xml += otherProp(each);
  return xml;
}

function replacedProps(
  { text, content, translationType, lastHandoff }: ReplacedTarget,
  isFull: boolean,
  inline: InlineMode | undefined,
): string {
  return (
    prop('x-replaced', trim(inline === 'strip' ? toPlainText(content) : text)) +
    (isFull ? prop('x-replaced-type', translationType?.toUpperCase()) : '') +
    prop('x-replaced-date', lastHandoff)
  );
}

/** A property of another tool; a note is an element of its own. */
export function otherProp({ type, value }: EntryProp): string {
  if (type === 'note') return `<note>${escapeText(value)}</note>`;
  return `<prop type="${escapeAttribute(type)}">${escapeText(value)}</prop>`;
}
