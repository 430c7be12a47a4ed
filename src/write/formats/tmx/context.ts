import { toPlainText } from '../../../model/content.js';
import type { EntryProp, EntryText, UniformTarget } from '../../../model/memory/entry.js';
import { escapeText } from '../../../xml/escapes.js';
import { trim } from '../../codes/trim.js';
import type { ExportOptions, InlineMode } from '../../export-options.js';
import { otherProp } from './props.js';
import { prop, writeSide } from './side.js';
import { toldOf } from './told.js';

/** Where a text stands, as a client reads it. */
export interface ContextProps {
  /** Properties of the unit, beside which OmegaT wants no others. */
  readonly omegat?: string;
  /** Properties of the source, where memoQ has its own, and OmegaT reads none. */
  readonly ofSource?: string;
  /** The types of properties of other tools in whose place these stand. */
  readonly apart?: ReadonlySet<string>;
}

const ofOmegat: ReadonlySet<string> = new Set(['file', 'id', 'prev', 'next', 'path']);
const ofBoth: ReadonlySet<string> = new Set(['file', 'id', 'prev', 'next', 'path', 'x-context-pre', 'x-context-post']);
const ofMemoq: ReadonlySet<string> = new Set(['x-context-pre', 'x-context-post']);

/**
 * The context of an entry: that of its first place, where it is asked for; else what OmegaT or memoQ wrote of it, as long as
 * no article has it: then that is one of its properties, and stands where OmegaT does not take the unit for one of that place.
 */
export function contextOf(targets: readonly UniformTarget[], { context, inline }: ExportOptions): ContextProps {
  if (context === 'omegat') {
    const own = omegatProps(placedIn(targets), inline);
    const omegat = own === '' ? toldByOmegat(targets) : own;
    return omegat === '' ? { omegat } : { omegat, apart: ofOmegat };
  }
  if (context === 'memoq') {
    const { previous, next } = placedIn(targets) ?? {};
    const own = memoqProp('x-context-pre', previous, inline) + memoqProp('x-context-post', next, inline);
    if (own !== '') {
      const other = toldByOmegat(targets);
      return { ofSource: own + other, apart: other === '' ? ofMemoq : ofBoth };
    }
  }
  if (targets.every(({ props }) => props === undefined)) return none;
  if (targets.some(({ places }) => places.length > 0)) {
    const ofSource = toldByOmegat(targets);
    return ofSource === '' ? none : { ofSource, apart: ofOmegat };
  }
  const omegat = toldOf(targets[0], 'tuid') === undefined ? toldByOmegat(targets) : '';
  if (omegat !== '') return { omegat, apart: ofOmegat };
  const memoq = told(targets, ofMemoq);
  return memoq === '' ? none : { ofSource: memoq, apart: ofMemoq };
}

const none: ContextProps = {};

function placedIn(targets: readonly UniformTarget[]): UniformTarget | undefined {
  return targets.find(({ previous, next, places }) => (previous ?? next ?? places[0]) !== undefined);
}

function toldByOmegat(targets: readonly UniformTarget[]): string {
  const hasFile = targets[0]?.props?.some(({ type }) => type === 'file') === true;
  return hasFile ? told(targets, ofOmegat) : '';
}

/** Properties of some types, where all translations have the same. */
function told(targets: readonly UniformTarget[], types: ReadonlySet<string>): string {
  const [xml = '', ...others] = targets.map(({ props = [] }) => {
    const own = props.filter(({ type }: EntryProp) => types.has(type));
    return own.map(otherProp).join('');
  });
  return others.every((other) => other === xml) ? xml : '';
}

/** At the ends of a file the neighbour is the empty text. */
function omegatProps(target: UniformTarget | undefined, inline: InlineMode | undefined): string {
  const { places, previous, next } = target ?? { places: [] };
  const neighbour = (type: string, text: EntryText | undefined): string =>
    `<prop type="${type}">${escapeText(text === undefined ? '' : trim(inline === 'text' ? text.text : toPlainText(text.content)))}</prop>`;
  const file = prop('file', places[0]?.path);
  return file === '' ? '' : file + neighbour('prev', previous) + neighbour('next', next);
}

function memoqProp(type: string, text: EntryText | undefined, inline: InlineMode | undefined): string {
  if (text === undefined) return '';
  const numbered = inNumbers(text);
  return prop(type, `<seg>${writeSide(numbered, numbered, inline)}</seg>`);
}

/** A text whose codes are numbered as they come: what they were was that of any pair that has the text. */
function inNumbers(text: EntryText): EntryText {
  if (text.content.every(({ kind }) => kind === 'text')) return text;
  const numbers = new Map<string, string>();
  const content = text.content.map((inline) => {
    if (inline.kind === 'text') return inline;
    const id = numbers.get(inline.id) ?? `${numbers.size + 1}`;
    numbers.set(inline.id, id);
    return { ...inline, id };
  });
  return { ...text, content };
}
