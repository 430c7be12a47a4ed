import { resolve } from 'node:path';
import type { Command, Option } from 'commander';
import { reasonOf } from '../../corpus/error.js';
import { readFile, readUpTo } from '../../corpus/files/read-file.js';
import { mostConfigBytes } from '../../corpus/limits.js';
import { nearest } from '../../model/nearest.js';
import { createLineIndex } from '../../model/position.js';
import { collectWhole } from '../options/list.js';
import { findUnknownCode, parseRules } from '../options/rules.js';
import { parseSkips } from '../options/skips.js';
import { placeValue } from './config-paths.js';
import { findDamage, findKeys } from './json-keys.js';

/** A config file that cannot be used. The message says where and why. */
export class ConfigError extends Error {}

/** Options that say nothing in a config file: that which names it, and those that end the program. */
const never: readonly string[] = ['config', 'help', 'version'];

/** The options of a command that a config file may hold. */
export function configurableOptions(command: Command): readonly Option[] {
  return command.options.filter((option) => !never.includes(option.attributeName()));
}

/**
 * Gives a command the options that a config file has for it; those of the command line win. Keys of the file are names
 * of commands, keys in these are long names of options, in camel case.
 *
 * `found`: the file was not named by the user. Then it sets no path to write to, and nothing outside its own folder;
 * `report` gets a message for each option that is left aside for that.
 *
 * @throws {ConfigError} The file cannot be read, or has something that no command knows.
 */
export function applyConfig(
  program: Command,
  command: Command,
  path: string,
  found: boolean,
  report: (message: string) => void,
): void {
  const text = readConfig(path, found);
  const fail = failAt(path, text);
  const config = parseObject(text, fail);
  for (const [name, options] of Object.entries(config)) {
    if (name === '$schema') continue;
    const known = program.commands.find((candidate) => candidate.name() === name);
    if (known === undefined) {
      throw fail(
        [name],
        `there is no command "${name}"${nearest(
          name,
          program.commands.map((each) => each.name()),
        )}`,
      );
    }
    if (!isObject(options)) throw fail([name], `"${name}" has to be an object of options.`);
    for (const [key, value] of Object.entries(options)) {
      const option = configurableOptions(known).find((candidate) => candidate.attributeName() === key);
      if (option === undefined) {
        const names = configurableOptions(known).map((each) => each.attributeName());
        throw fail([name, key], `${name} has no option "${key}"${nearest(key, names)}`);
      }
      const read = readValue(option, value, (message, ...keys) =>
        fail([name, key, ...keys], `${name}.${key}: ${message}`),
      );
      if (known !== command) continue;
      const placed = placeValue(option, read, path, found);
      if ('value' in placed) setValue(command, option, placed.value);
      else if (command.getOptionValueSource(key) !== 'cli') {
        const { message } = fail([name, key], `${name}.${key} is left aside: a configuration that was found`);
        report(`${message} ${placed.refused}. Name it with --config, or give ${option.long ?? key} itself.`);
      }
    }
  }
}

/** One that was found has to be a file: a pipe in a tree of somebody else's would be waited for. */
function readConfig(path: string, found: boolean): string {
  try {
    const bytes = found ? readFile(resolve(path), mostConfigBytes) : readUpTo(resolve(path), mostConfigBytes);
    return bytes.toString().replace(/^\ufeff/, '');
  } catch (error) {
    throw new ConfigError(`${path}: cannot be read: ${reasonOf(error)}.`);
  }
}

/** `place`: the keys that lead to what is wrong, or its offset. */
type Fail = (place: readonly string[] | number, message: string) => ConfigError;

function failAt(path: string, text: string): Fail {
  return (place, message) => {
    const offset = typeof place === 'number' ? place : (findKeys(text).get(JSON.stringify(place)) ?? 0);
    const { line, column } = createLineIndex(text).pointAt(offset);
    return new ConfigError(`${path}:${line}:${column}: ${message}`);
  };
}

function parseObject(text: string, fail: Fail): Readonly<Record<string, unknown>> {
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch (error) {
    throw fail(findDamage(text), `not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (!isObject(config)) throw fail([], 'has to be an object whose keys are commands.');
  return config;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a value as the command line reads it. Lists and objects are several values, for options that take them. */
function readValue(option: Option, value: unknown, fail: (message: string, ...keys: string[]) => ConfigError): unknown {
  const { argChoices, parseArg } = option;
  const name = option.attributeName();
  if (option.isBoolean() || option.negate) {
    if (typeof value !== 'boolean') throw fail('true or false is needed.');
    return value;
  }
  if (name === 'rule') checkRules(value, fail);
  if (argChoices !== undefined) {
    if (typeof value === 'string' && argChoices.includes(value)) return value;
    throw fail(`there are ${argChoices.join(', ')}${typeof value === 'string' ? nearest(value, argChoices) : '.'}`);
  }
  if (parseArg === undefined) {
    if (typeof value !== 'string') throw fail('a text is needed.');
    return value;
  }
  const texts = spell(value);
  if (texts === undefined) throw fail('a text is needed, or a list of texts.');
  let read: unknown;
  try {
    read =
      parseArg === collectWhole
        ? texts.reduce<readonly string[]>((list, text) => collectWhole(text, list), [])
        : parseArg(texts.join(','), undefined as never);
  } catch (error) {
    throw fail(error instanceof Error ? error.message : String(error));
  }
  if (typeof value === 'object' && !(Array.isArray(value) ? Array.isArray(read) : name === 'rule')) {
    throw fail('a text is needed.');
  }
  const wrong =
    name === 'skip' || name === 'with' ? parseSkips(texts) : name === 'code' ? findUnknownCode(texts) : undefined;
  if (typeof wrong === 'string') throw fail(wrong);
  return read;
}

/** Codes and levels are looked at here: their place is still known. */
function checkRules(value: unknown, fail: (message: string, ...keys: string[]) => ConfigError): void {
  for (const text of spell(value) ?? []) {
    const rules = parseRules(text.split(','));
    if (typeof rules === 'string') throw isObject(value) ? fail(rules, text.replace(/=.*$/, '')) : fail(rules);
  }
}

function spell(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? value : undefined;
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every(([, item]) => typeof item === 'string')
    ? entries.map(([key, item]) => `${key}=${item}`)
    : undefined;
}

/** The command line wins; of lists that are collected, what it says comes last. */
function setValue(command: Command, option: Option, value: unknown): void {
  const name = option.attributeName();
  const isAsked = command.getOptionValueSource(name) === 'cli';
  const asked: unknown = command.getOptionValue(name);
  if (isAsked && Array.isArray(asked) && Array.isArray(value) && name === 'rule') {
    command.setOptionValueWithSource(name, [...value, ...asked], 'config');
  } else if (!isAsked) {
    command.setOptionValueWithSource(name, value, 'config');
  }
}
