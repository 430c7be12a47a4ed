import { type Content, toPlainText } from '../../../model/content.js';
import type {
  EntryProp,
  EntryTarget,
  EntryText,
  MemoryEntry,
  ReplacedTarget,
  UniformTarget,
} from '../../../model/memory/entry.js';
import { attribute, escapeAttribute, escapeText } from '../../../xml/escapes.js';
import { trim } from '../../codes/trim.js';
import type { ExportOptions, InlineMode } from '../../export-options.js';
import { suffixOf } from '../../identity.js';
import { prop, sameProp, writeSide } from './side.js';
import { isAttribute, toldOf, useOf } from './told.js';

/**
 * An entry as a `<tu>`, one a line. With one target, all that is known of it is said of the unit, where clients look for
 * it; with several, of the variant of each.
 *
 * `creationdate` is the first hand-off, `changedate` and `lastusagedate` the last, `usagecount` the number of places. A
 * client takes one variant for each language: where a language has several, each further one is a unit of its own, whose
 * `tuid` has a number after a dot. Lines of places are not written, because they change with every line above them.
 */
export function writeEntry(entry: MemoryEntry, options: ExportOptions): readonly string[] {
  if (entry.targets.length === 1) return [writeUnit(entry, options)];
  return splitByLanguage(entry).map((each) => writeUnit(each, options));
}

/** What stands around the texts of an entry. */
export interface AroundTexts {
  readonly before: string;
  /** Before the target; the same for all of a language, as what is after it is. */
  readonly between: string;
  readonly after: string;
}

/** An entry with one target, without the texts. */
export interface TextlessEntry extends Pick<MemoryEntry, 'id' | 'srcLang'> {
  readonly target: UniformTarget;
}

/** All of an entry with one target but its texts, without a context: {@link writeEntry} puts {@link writeSide} of these there. */
export function writeAroundTexts({ id, srcLang, target }: TextlessEntry, options: ExportOptions): AroundTexts {
  const start = `<tu tuid="${escapeAttribute(id)}"${segtypeOf(target)}${useOf(target, true)}>${propsOf(target, options)}`;
  return { before: start + opening(srcLang), between: between(target.trgLang), after };
}

const after = '</seg></tuv></tu>\n';

/** By language. */
const openings = new Map<string, string>();
const betweens = new Map<string, string>();

function opening(lang: string): string {
  return openings.get(lang) ?? kept(openings, lang, `<tuv${attribute('xml:lang', lang)}><seg>`);
}

function between(lang: string): string {
  return betweens.get(lang) ?? kept(betweens, lang, `</seg></tuv>${opening(lang)}`);
}

/** Documents have few languages, and one that has more is an attack. */
const mostLanguages = 1000;

function kept(texts: Map<string, string>, lang: string, text: string): string {
  if (texts.size >= mostLanguages) texts.clear();
  texts.set(lang, text);
  return text;
}

/** Entries in which each language has one target at most. */
function splitByLanguage(entry: MemoryEntry): readonly MemoryEntry[] {
  const seen = new Map<string, number>();
  const rows: EntryTarget[][] = [];
  for (const target of entry.targets) {
    const row = seen.get(target.trgLang) ?? 0;
    seen.set(target.trgLang, row + 1);
    const known = rows[row];
    if (known === undefined) rows[row] = [target];
    else known.push(target);
  }
  if (rows.length < 2) return [entry];
  return rows.map((targets, index) => ({ ...entry, id: index === 0 ? entry.id : `${entry.id}.${index + 1}`, targets }));
}

function writeUnit({ id, srcLang, source, targets }: MemoryEntry, options: ExportOptions): string {
  const { inline, context } = options;
  const [first] = targets;
  const alone = targets.length === 1 ? first : undefined;
  const placed = targets.find(({ previous, next, places }) => (previous ?? next ?? places[0]) !== undefined);
  const codes: EntryText = targets.length < 2 ? (first ?? source) : { text: '', content: allCodes(targets) };
  const segtype = segtypeOf(first);
  const used = alone === undefined ? '' : useOf(alone, true);
  const props = alone === undefined ? '' : propsOf(alone, options);
  let head = `<tu${attribute('tuid', id)}${segtype}${used}>${props}`;
  let ofSource = '';
  if (context === 'omegat') {
    // OmegaT takes a unit for another place where it has any other property, or a tuid.
    head = `<tu${segtype}${used}>${omegatProps(placed, inline)}`;
    ofSource = `${props}${prop('x-tuid', id)}`;
  } else if (context === 'memoq') {
    ofSource = memoqProp('x-context-pre', placed?.previous, inline) + memoqProp('x-context-post', placed?.next, inline);
  }
  let unit = `${head}<tuv${attribute('xml:lang', srcLang)}>${ofSource}<seg>${writeSide(source, codes, inline)}</seg></tuv>`;
  for (const target of targets) {
    const own = target === alone ? '>' : `${useOf(target, false)}>${propsOf(target, options)}`;
    unit += `<tuv${attribute('xml:lang', target.trgLang)}${own}<seg>${writeSide(target, source, inline)}</seg></tuv>`;
  }
  return `${unit}</tu>\n`;
}

/** A code of the source has a partner where any of the targets has it. */
function allCodes(targets: readonly EntryTarget[]): Content {
  return targets.flatMap(({ content }) => content.filter(({ kind }) => kind !== 'text'));
}

const paragraph = ' segtype="paragraph"';

function segtypeOf(target: UniformTarget | undefined): string {
  const told = toldOf(target, 'segtype');
  if (told !== undefined) return attribute('segtype', told);
  return isParagraph(target) ? paragraph : '';
}

/** Ids of whole paragraphs have a `p` before their number. */
function isParagraph(target: UniformTarget | undefined): boolean {
  const id = target?.places[0]?.id;
  return id !== undefined && suffixOf(id).startsWith('p');
}

function propsOf(target: UniformTarget, { metadata, inline }: ExportOptions): string {
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
  if (props !== undefined) for (const each of props) if (!isAttribute(each)) xml += otherProp(each);
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
function otherProp({ type, value }: EntryProp): string {
  if (type === 'note') return `<note>${escapeText(value)}</note>`;
  return `<prop type="${escapeAttribute(type)}">${escapeText(value)}</prop>`;
}

/** At the ends of a file the neighbour is the empty text. */
function omegatProps(target: EntryTarget | undefined, inline: InlineMode | undefined): string {
  const { places, previous, next } = target ?? { places: [] };
  const neighbour = (type: string, text: EntryText | undefined): string =>
    `<prop type="${type}">${escapeText(text === undefined ? '' : trim(inline === 'text' ? text.text : toPlainText(text.content)))}</prop>`;
  const file = prop('file', places[0]?.path);
  return file === '' ? '' : file + neighbour('prev', previous) + neighbour('next', next);
}

function memoqProp(type: string, text: EntryText | undefined, inline: InlineMode | undefined): string {
  return text === undefined ? '' : prop(type, `<seg>${writeSide(text, text, inline)}</seg>`);
}
