import type { Content } from '../../../model/content.js';
import type { EntryTarget, EntryText, MemoryEntry, UniformTarget } from '../../../model/memory/entry.js';
import { attribute, escapeAttribute } from '../../../xml/escapes.js';
import type { ExportOptions } from '../../export-options.js';
import { suffixOf } from '../../identity.js';
import { contextOf } from './context.js';
import { propsOf } from './props.js';
import { prop, writeSide } from './side.js';
import { toldOf, useOf } from './told.js';

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
  const { ofUnit, ofSource } = around(id, [target], options);
  const source = ofSource === '' ? opening(srcLang) : `<tuv${attribute('xml:lang', srcLang)}>${ofSource}<seg>`;
  return { before: ofUnit + source, between: between(target.trgLang), after };
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
  const { inline } = options;
  const [first] = targets;
  const codes: EntryText = targets.length < 2 ? (first ?? source) : { text: '', content: allCodes(targets) };
  const { ofUnit, ofSource, apart } = around(id, targets, options);
  let unit = `${ofUnit}<tuv${attribute('xml:lang', srcLang)}>${ofSource}<seg>${writeSide(source, codes, inline)}</seg></tuv>`;
  for (const target of targets) {
    const own = targets.length === 1 ? '>' : `${useOf(target, false)}>${propsOf(target, options, apart)}`;
    unit += `<tuv${attribute('xml:lang', target.trgLang)}${own}<seg>${writeSide(target, source, inline)}</seg></tuv>`;
  }
  return `${unit}</tu>\n`;
}

/** What stands in a unit before its source, and in that; `apart`: the properties among it that no target has any more. */
function around(
  id: string,
  targets: readonly UniformTarget[],
  options: ExportOptions,
): { readonly ofUnit: string; readonly ofSource: string; readonly apart: ReadonlySet<string> | undefined } {
  const [first] = targets;
  const alone = targets.length === 1 ? first : undefined;
  const used = alone === undefined ? '' : useOf(alone, true);
  const { omegat, ofSource = '', apart } = contextOf(targets, options);
  const props = alone === undefined ? '' : propsOf(alone, options, apart);
  const segtype = segtypeOf(targets.find((target) => toldOf(target, 'segtype') !== undefined) ?? first);
  const rest = `${segtype}${used}>`;
  // OmegaT takes a unit for another place where it has any other property, or a tuid.
  if (omegat !== undefined) return { ofUnit: `<tu${rest}${omegat}`, ofSource: `${props}${prop('x-tuid', id)}`, apart };
  return { ofUnit: `<tu tuid="${escapeAttribute(id)}"${rest}${props}`, ofSource, apart };
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
