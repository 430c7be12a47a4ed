import { ownText } from '../../../model/compact/own-text.js';
import { createSourceKey } from '../source-key.js';
import type { NativeCode, UnitParts } from './plain-unit.js';

/** A variant of a unit. */
export interface Variant {
  /** In lower case. */
  readonly language: string;
  /** With `\0KIND DATA\0` for each native code; as much as is looked at. */
  text: string;
  hasCodes: boolean;
}

/** The unit of a memory that passes. */
export interface PassingUnit extends UnitParts {
  /** The next one starts: nothing is known of it. */
  start(): void;
  /** The first variant in the language that sources have. */
  source(): Readonly<Variant> | undefined;
  /** The key of its text. */
  sourceKey(): number;
  /** All others, but for those with a language that no article has. */
  others(): readonly Readonly<Variant>[];
  variant(written: string | undefined): void;
  /** A variant passes that an article may ask for. */
  isKnown(): boolean;
  /** No variant passes any more. */
  endVariant(): void;
  /** A native code starts: what comes is its data until it ends. */
  startCode(kind: NativeCode): void;
  endCode(): void;
  /** A property of a variant. */
  ofVariant(type: string): void;
  /** What it says in properties of its own: which pair of which article it is of; `undefined`: nothing else. */
  place(): { readonly article: string; readonly pair: string } | undefined;
  /** It says what stands before or after it. */
  hasNeighbours(): boolean;
}

/** Longer texts are not looked at as they pass. */
export const longestText = 1_000_000;

/** A longer name of a language is that of none. */
const longestLanguage = 100;
const mostLanguages = 1000;

/** Properties that say what stands before or after a unit. */
const neighbours: ReadonlySet<string> = new Set(['prev', 'next', 'x-context-pre', 'x-context-post']);

/** `sourceLanguage`: in lower case. */
export function createPassingUnit(sourceLanguage: string): PassingUnit {
  const key = createSourceKey();
  /** As they are written: documents have few. */
  const languages = new Map<string, string>();
  let source: Variant | undefined;
  let others: Variant[] = [];
  let last: Variant | undefined;
  let article: string | undefined;
  let pair: string | undefined;
  let hasNeighbours = false;
  let isPlacedOtherwise = false;
  const languageOf = (written: string): string => {
    const known = languages.get(written);
    if (known !== undefined) return known;
    if (languages.size === mostLanguages) languages.clear();
    const own = ownText(written.toLowerCase());
    languages.set(ownText(written), own);
    return own;
  };
  const add = (text: string): void => {
    if (last !== undefined && last.text.length <= longestText) last.text += text;
  };
  const text = (read: string): void => {
    if (last === source) key.add(read);
    add(read);
  };
  const startCode = (kind: NativeCode): void => {
    if (last !== undefined) last.hasCodes = true;
    add(`\0${kind} `);
  };
  const endCode = (): void => add('\0');
  return {
    text,
    startCode,
    endCode,
    source: () => source,
    sourceKey: key.value,
    others: () => others,
    start() {
      key.reset();
      source = undefined;
      others = [];
      last = undefined;
      article = undefined;
      pair = undefined;
      hasNeighbours = false;
      isPlacedOtherwise = false;
    },
    property(type, value) {
      if (neighbours.has(type)) hasNeighbours = true;
      else if (type === 'x-article') article = value;
      else if (type === 'x-pair') pair = value;
      else if (type === 'file') isPlacedOtherwise = true;
    },
    ofVariant(type) {
      if (neighbours.has(type)) hasNeighbours = true;
      else if (type === 'x-article' || type === 'x-pair' || type === 'file') isPlacedOtherwise = true;
    },
    variant(written) {
      last = undefined;
      if (written === undefined || written.length > longestLanguage) return;
      last = { language: languageOf(written), text: '', hasCodes: false };
      if (source === undefined && last.language === sourceLanguage) source = last;
      else others.push(last);
    },
    isKnown: () => last !== undefined,
    endVariant() {
      last = undefined;
    },
    code(kind, data) {
      startCode(kind);
      text(data);
      endCode();
    },
    place: () => (isPlacedOtherwise || article === undefined || pair === undefined ? undefined : { article, pair }),
    hasNeighbours: () => hasNeighbours,
  };
}
