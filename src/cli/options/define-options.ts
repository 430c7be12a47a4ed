import { type Command, InvalidArgumentError, Option } from 'commander';
import { nearest } from '../../model/nearest.js';
import type { OptionSpec, OptionTable } from '../../model/options.js';
import { parseLanguage } from './language.js';
import { collectList, collectWhole } from './list.js';

/** Adds the options of a table to a command: all that say what they are about. */
export function addOptions(command: Command, table: OptionTable): Command {
  for (const [name, spec] of Object.entries(table)) {
    if (spec.about !== undefined) command.addOption(toOption(name, spec, spec.about));
  }
  return command;
}

/** The name of an option as people type it: `--trg-lang`. */
export function longNameOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The name of a truth that is turned off: `--no-metadata`. */
export function negated(longName: string): string {
  return longName.replace('--', '--no-');
}

function toOption(name: string, spec: OptionSpec, about: string): Option {
  const long = longNameOf(name);
  const short = spec.short === undefined ? '' : `-${spec.short}, `;
  if (spec.kind === 'truth') return new Option(spec.default === true ? negated(long) : short + long, about);
  const option = new Option(`${short}${long} <${spec.argument ?? 'value'}>`, about);
  if (spec.default !== undefined) option.default(spec.default, shownDefault(spec.default));
  switch (spec.kind) {
    case 'name':
      return option.choices(spec.of).argParser((value) => parseName(value, spec));
    case 'names':
      return option.argParser((value) => parseNames(value, spec.of));
    case 'texts':
      return option.argParser(spec.isWhole ? collectWhole : collectList);
    case 'language':
      return option.argParser(parseLanguage);
    case 'count':
      return option.argParser((value) => parseCount(value, spec.most));
    default:
      return option;
  }
}

/** As people would give it: lists with commas. Texts are shown in quotes, as commander does. */
function shownDefault(value: unknown): string | undefined {
  return Array.isArray(value) ? value.join(',') : undefined;
}

/** One of a few. An unknown one is a usage error that names those that are like it, or says where it belongs. */
function parseName(value: string, { of, elsewhere = {} }: OptionSpec & { readonly kind: 'name' }): string {
  if (of.includes(value)) return value;
  const advice = Object.hasOwn(elsewhere, value) ? `; ${elsewhere[value]}.` : nearest(value, of);
  throw new InvalidArgumentError(`It is one of ${of.join(', ')}${advice}`);
}

/** Several of a few, with commas between, each once. */
function parseNames(value: string, names: readonly string[]): readonly string[] {
  const given = new Set(value.split(',').map((name) => name.trim()));
  for (const name of given) {
    if (names.includes(name)) continue;
    throw new InvalidArgumentError(`"${name}" is none of ${names.join(', ')}${nearest(name, names)}`);
  }
  return [...given];
}

function parseCount(value: string, most: number = Number.MAX_SAFE_INTEGER): number {
  const count = Number(value);
  if (/^[0-9]+$/.test(value) && count >= 1 && count <= most) return count;
  throw new InvalidArgumentError(`It is a number from 1 to ${most}.`);
}
