import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command, Option } from 'commander';
import { reasonOf } from '../corpus/error.js';
import { createLineIndex } from '../model/position.js';
import { findKeys } from './json-keys.js';
import { nearest } from './nearest.js';

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
 * @throws {ConfigError} The file cannot be read, or has something that no command knows.
 */
export function applyConfig(program: Command, command: Command, path: string): void {
  const text = readConfig(path);
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
      const read = readValue(option, value, (message) => fail([name, key], `${name}.${key}: ${message}`));
      if (known === command) setValue(command, option, read);
    }
  }
}

function readConfig(path: string): string {
  try {
    return readFileSync(resolve(path), 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new ConfigError(`${path}: cannot be read: ${reasonOf(error)}.`);
  }
}

type Fail = (keys: readonly string[], message: string) => ConfigError;

function failAt(path: string, text: string): Fail {
  return (keys, message) => {
    const { line, column } = createLineIndex(text).pointAt(findKeys(text).get(JSON.stringify(keys)) ?? 0);
    return new ConfigError(`${path}:${line}:${column}: ${message}`);
  };
}

function parseObject(text: string, fail: Fail): Readonly<Record<string, unknown>> {
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch (error) {
    throw fail([], `not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (!isObject(config)) throw fail([], 'has to be an object whose keys are commands.');
  return config;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a value as the command line reads it. Lists and objects are several values. */
function readValue(option: Option, value: unknown, fail: (message: string) => ConfigError): unknown {
  if (option.isBoolean() || option.negate) {
    if (typeof value !== 'boolean') throw fail('true or false is needed.');
    return value;
  }
  const texts = spell(value);
  if (texts === undefined) throw fail('a text is needed, or a list of texts.');
  const text = texts.join(',');
  if (option.argChoices !== undefined && !option.argChoices.includes(text)) {
    throw fail(`there are ${option.argChoices.join(', ')}.`);
  }
  try {
    return option.parseArg === undefined || option.argChoices !== undefined
      ? text
      : option.parseArg(text, undefined as never);
  } catch (error) {
    throw fail(error instanceof Error ? error.message : String(error));
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
