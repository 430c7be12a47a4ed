import { normalizeLanguage } from './language.js';
import { nearest } from './nearest.js';

/** What an option takes: one of a few names, a list or an object of such, or a value of a form. */
export type OptionKind =
  | { readonly kind: 'name'; readonly of: readonly string[] }
  | { readonly kind: 'names'; readonly of: readonly string[] }
  | { readonly kind: 'table'; readonly keys: readonly string[]; readonly of: readonly string[] }
  | { readonly kind: 'language' | 'text' | 'texts' | 'list' | 'object' | 'truth' | 'date' | 'any' }
  | { readonly kind: 'count'; readonly most?: number };

/** The options that a function takes, all of them. */
export type OptionKinds = Readonly<Record<string, OptionKind>>;

/** The same for a type of options: none can be missing. */
export type OptionKindsOf<Options> = { readonly [Name in keyof Options]-?: OptionKind };

/**
 * An option, defined once: what it takes, and what the command line says of it. Types, the checks of values, `--help`,
 * the schema of config files and the docs are made from it.
 */
export type OptionSpec = OptionKind & {
  /** What it does: a phrase. Options without one are not on the command line. */
  readonly about?: string;
  /** What its value is, in a word: `tag`. Truths need none. */
  readonly argument?: string;
  /** Of texts: a comma is part of a value. Else it stands between two. */
  readonly isWhole?: true;
  /** Of names: those that people try here, with what they have to do. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** Its one-letter name, or digit. */
  readonly short?: string;
  /** Default: none. A truth that is `true` by default is turned off by `--no-NAME`. */
  readonly default?: string | boolean | number | readonly string[];
};

/** Options by their names, in camel case. */
export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** What an option takes, as a type. */
type OptionValue<Spec> = Spec extends { kind: 'name'; of: readonly (infer Name)[] }
  ? Name
  : Spec extends { kind: 'names'; of: readonly (infer Name)[] }
    ? readonly Name[]
    : Spec extends { kind: 'texts' }
      ? readonly string[]
      : Spec extends { kind: 'truth' }
        ? boolean
        : Spec extends { kind: 'count' }
          ? number
          : Spec extends { kind: 'language' | 'text' | 'date' }
            ? string
            : unknown;

/** The options of a table, as a type: none is required. */
export type OptionValues<Table> = { readonly [Name in keyof Table]?: OptionValue<Table[Name]> };

/** The values that options have for the names of a table; those that are not there, or `undefined`, are left out. */
export function pickOptions<Table extends OptionTable>(options: object, table: Table): OptionValues<Table> {
  const entries = Object.entries(options).filter(([name, value]) => Object.hasOwn(table, name) && value !== undefined);
  return Object.fromEntries(entries) as OptionValues<Table>;
}

/** Kinds that need no names. */
export const language: OptionKind = { kind: 'language' };
export const text: OptionKind = { kind: 'text' };
export const texts: OptionKind = { kind: 'texts' };
/** Of anything; whoever takes it looks at each. */
export const list: OptionKind = { kind: 'list' };
/** With functions; whoever takes it knows which. */
export const object: OptionKind = { kind: 'object' };
export const truth: OptionKind = { kind: 'truth' };
/** Streams, signals, functions: whoever takes it sees what it is. */
export const anything: OptionKind = { kind: 'any' };

export function nameOf(of: readonly string[]): OptionKind {
  return { kind: 'name', of };
}

export function namesOf(of: readonly string[]): OptionKind {
  return { kind: 'names', of };
}

/**
 * What is wrong with options, in a sentence or two: one that there is not, or a value that one does not take; `undefined`
 * where nothing is. Options that are not there, or `undefined`, have their default.
 *
 * @example
 * wrongOption({ inline: 'code' }, { inline: nameOf(['codes', 'text']) }) // 'inline: "code" is none of codes, text; did you mean codes?'
 * wrongOption({ inlin: 'codes' }, { inline: nameOf(['codes', 'text']) }) // 'inlin: there is no such option; did you mean inline?'
 */
export function wrongOption(options: object, kinds: OptionKinds): string | undefined {
  const values = new Map(Object.entries(options ?? {}));
  for (const [name, value] of values) {
    if (value !== undefined && !Object.hasOwn(kinds, name)) {
      return `${name.slice(0, 100)}: there is no such option${nearest(name, Object.keys(kinds))}`;
    }
  }
  for (const [name, kind] of Object.entries(kinds)) {
    const value: unknown = values.get(name);
    const wrong = value === undefined ? undefined : wrongValue(value, kind);
    if (wrong !== undefined) return `${name}: ${wrong}`;
  }
  return undefined;
}

/** @throws {RangeError} There is no such option, or its value is none that it takes. */
export function requireOptions(options: object, kinds: OptionKinds): void {
  const wrong = wrongOption(options, kinds);
  if (wrong !== undefined) throw new RangeError(wrong);
}

function wrongValue(value: unknown, kind: OptionKind): string | undefined {
  switch (kind.kind) {
    case 'name':
      return wrongName(value, kind.of);
    case 'names':
      if (!Array.isArray(value)) return `${shown(value)} is no list; give a list of ${kind.of.join(', ')}.`;
      return firstWrong(value, (item) => wrongName(item, kind.of));
    case 'table':
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return `${shown(value)} is no object; give names with ${kind.of.join(', ')}.`;
      }
      return firstWrong(Object.entries(value), ([key, item]) =>
        kind.keys.includes(key)
          ? item === undefined
            ? undefined
            : wrongName(item, kind.of)
          : `there is no "${key}"${nearest(key, kind.keys)}`,
      );
    case 'language':
      if (typeof value === 'string' && normalizeLanguage(value) !== undefined) return undefined;
      return `${shown(value)} is no language tag of BCP 47, such as de-DE or zh-Hans-CN.`;
    case 'text':
      return typeof value === 'string' ? undefined : `${shown(value)} is no text.`;
    case 'texts':
      if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return undefined;
      return `${shown(value)} is no list of texts.`;
    case 'list':
      return Array.isArray(value) ? undefined : `${shown(value)} is no list.`;
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? undefined
        : `${shown(value)} is no object.`;
    case 'truth':
      return typeof value === 'boolean' ? undefined : `${shown(value)} is neither true nor false.`;
    case 'count':
      if (!Number.isInteger(value) || Number(value) < 1) return `${shown(value)} is no number from 1 on.`;
      return kind.most === undefined || Number(value) <= kind.most
        ? undefined
        : `${shown(value)} is more than ${kind.most}.`;
    case 'any':
      return undefined;
    case 'date':
      if (typeof value === 'string' && /^[0-9]{8}T[0-9]{6}Z$/.test(value)) return undefined;
      return `${shown(value)} is no date of the form YYYYMMDDThhmmssZ.`;
  }
}

function firstWrong<T>(items: readonly T[], wrongOf: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const wrong = wrongOf(item);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function wrongName(value: unknown, of: readonly string[]): string | undefined {
  if (typeof value !== 'string') return `${shown(value)} is none of ${of.join(', ')}.`;
  return of.includes(value) ? undefined : `${shown(value)} is none of ${listed(of)}${nearest(value, of)}`;
}

/** Names that are listed in a message; where there are more, the nearest will do. */
const mostListed = 8;

function listed(names: readonly string[]): string {
  return names.length <= mostListed ? names.join(', ') : `the ${names.length} that there are`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 100)}"`;
  return typeof value === 'object' && value !== null ? (Array.isArray(value) ? 'a list' : 'an object') : String(value);
}

/** What is written as a number; `Number` takes white space for 0, and other bases. A config file may have an exponent. */
const decimal = /^[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?$/;

/**
 * A share that was given as text; `NaN` where it is no number from 0 to 1.
 *
 * @example
 * [shareIn('0.05'), shareIn('5e-2'), shareIn('2'), shareIn('')] // [0.05, 0.05, NaN, NaN]
 */
export function shareIn(text: string): number {
  const share = decimal.test(text) ? Number(text) : Number.NaN;
  return share <= 1 ? share : Number.NaN;
}
