import type { TranslationType } from '../../model/article.js';
import type { EntryPlace, EntryProp, EntryText, ReplacedTarget } from '../../model/memory/entry.js';
import { readInline } from '../inline/inline.js';
import { readMemoryText } from './reader.js';

/** What properties say of a translation. */
export interface KnownProps {
  readonly places: readonly EntryPlace[];
  readonly translationType?: TranslationType;
  readonly service?: string;
  readonly topic?: string;
  readonly findings: readonly string[];
  readonly contexts: readonly string[];
  readonly previous?: EntryText;
  readonly next?: EntryText;
  readonly replaced?: ReplacedTarget;
  /** Those of other tools, in order. */
  readonly others: readonly EntryProp[];
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Known = Writable<Omit<KnownProps, 'places' | 'findings' | 'contexts' | 'others' | 'replaced'>> & {
  readonly places: Writable<EntryPlace>[];
  readonly findings: string[];
  readonly contexts: string[];
  readonly others: EntryProp[];
  replaced?: Writable<ReplacedTarget>;
};

/** What each property says that we write; any other is kept as it is. `false`: the value is of another form. */
const readers: ReadonlyMap<string, (value: string, known: Known) => boolean> = new Map<
  string,
  (value: string, known: Known) => boolean
>([
  ['x-article', (value, { places }) => places.push({ path: value, id: '' }) > 0],
  ['x-pair', (value, { places }) => ofPlace(places, 'id', value)],
  ['x-source-hash', (value, { places }) => isHash(value) && ofPlace(places, 'sourceHash', value)],
  ['x-source-commit', (value, { places }) => isHash(value) && ofPlace(places, 'sourceCommit', value)],
  ['x-commit', (value, { places }) => isHash(value) && ofPlace(places, 'commit', value)],
  ['x-translation-type', (value, known) => setType(known, value)],
  ['x-service', (value, known) => set(known, 'service', value)],
  ['x-topic', (value, known) => set(known, 'topic', value)],
  ['x-finding', (value, { findings }) => findings.push(value) > 0],
  ['x-context', (value, { contexts }) => /^[0-9a-f]{8}-[0-9a-f]{8}$/.test(value) && contexts.push(value) > 0],
  ['x-replaced', (value, known) => set(known, 'replaced', { text: value, content: readInline(value).map(unplaced) })],
  ['x-replaced-type', (value, known) => known.replaced !== undefined && setType(known.replaced, value)],
  ['x-replaced-date', (value, { replaced }) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) && setDate(replaced, value)],
  // Where OmegaT and memoQ have the neighbours; what an export says of the file is not of an entry.
  ['prev', (value, known) => value === '' || set(known, 'previous', plain(value))],
  ['next', (value, known) => value === '' || set(known, 'next', plain(value))],
  ['x-context-pre', (value, known) => setSegment(known, 'previous', value)],
  ['x-context-post', (value, known) => setSegment(known, 'next', value)],
  ['file', () => true],
  ['x-tuid', () => true],
  ['x-locfileid', () => true],
]);

/** What other tools say of places, and we do where a context is asked for: at the unit for OmegaT, at the source for memoQ. */
const ofOmegat: ReadonlySet<string> = new Set(['file', 'prev', 'next']);
const ofMemoq: ReadonlySet<string> = new Set(['x-context-pre', 'x-context-post']);

/** Which of these we wrote, and can write again: all others are kept as they are. */
interface OwnProps {
  readonly omegat: boolean;
  readonly memoq: boolean;
}

const noneIsOwn: OwnProps = { omegat: false, memoq: false };

/**
 * Reads the properties of a unit and of its source in their order: what follows an `x-article` is said of that place.
 * `isOurs`: the unit names its place so.
 */
export function readCommonProps(
  ofUnit: readonly EntryProp[],
  ofSource: readonly EntryProp[],
  isOurs: boolean,
): KnownProps {
  const known = startProps();
  // A unit in the way of OmegaT has its name there, and no context of memoQ.
  const isOmegat = ofSource.some(({ type }) => type === 'x-tuid');
  addProps(known, ofUnit, { omegat: isOurs && isOmegat, memoq: false });
  addProps(known, ofSource, { omegat: false, memoq: isOurs && !isOmegat });
  return known;
}

/** Reads the properties of a translation, where we write no context. */
export function readProps(props: readonly EntryProp[]): KnownProps {
  const known = startProps();
  addProps(known, props, noneIsOwn);
  return known;
}

function startProps(): Known {
  return { places: [], findings: [], contexts: [], others: [] };
}

function addProps(known: Known, props: readonly EntryProp[], { omegat, memoq }: OwnProps): void {
  for (const prop of props) {
    const reader = readers.get(prop.type);
    const isKnown = reader?.(prop.value, known) === true;
    const isKept = (!omegat && ofOmegat.has(prop.type)) || (!memoq && ofMemoq.has(prop.type));
    if (!isKnown || isKept) known.others.push(prop);
  }
}

/** Those of a unit, of which more are said of none of its variants that has properties of its own. */
const mostCommon = 1000;

/** What is said of a unit, and of one of its variants, which comes first. */
export function joinProps(common: KnownProps, own: KnownProps): KnownProps {
  const either = <T>(one: readonly T[], other: readonly T[]): readonly T[] => (one.length > 0 ? one : other);
  return {
    ...common,
    ...own,
    places: either(own.places, common.places),
    findings: either(own.findings, common.findings),
    contexts: either(own.contexts, common.contexts),
    others: common.others.length === 0 ? own.others : [...common.others.slice(0, mostCommon), ...own.others],
  };
}

function ofPlace(
  places: Writable<EntryPlace>[],
  key: 'id' | 'sourceHash' | 'sourceCommit' | 'commit',
  value: string,
): boolean {
  const last = places.at(-1);
  if (last === undefined) return false;
  last[key] = value;
  return true;
}

function set<Key extends keyof Known>(known: Known, key: Key, value: Known[Key]): boolean {
  known[key] = value;
  return true;
}

/** memoQ puts a whole `<seg>` into a property, as text. */
function setSegment(known: Known, key: 'previous' | 'next', value: string): boolean {
  if (!value.startsWith('<seg>')) return false;
  const { units } = readMemoryText(`<tmx><body><tu><tuv xml:lang="und">${value}</tuv></tu></body></tmx>`);
  const [variant] = units[0]?.variants ?? [];
  return variant !== undefined && set(known, key, { text: variant.text, content: variant.content });
}

function setType(holder: { translationType?: TranslationType }, value: string): boolean {
  if (value !== 'HT' && value !== 'MT') return false;
  holder.translationType = value === 'HT' ? 'ht' : 'mt';
  return true;
}

function setDate(replaced: Writable<ReplacedTarget> | undefined, value: string): boolean {
  if (replaced !== undefined) replaced.lastHandoff = value;
  return replaced !== undefined;
}

function isHash(value: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value);
}

function plain(text: string): EntryText {
  return { text, content: [{ kind: 'text', text }] };
}

const nowhere = { start: 0, end: 0 } as const;

function unplaced<Piece extends ReturnType<typeof readInline>[number]>(piece: Piece): Piece {
  return piece.kind === 'text' ? piece : { ...piece, range: nowhere };
}
