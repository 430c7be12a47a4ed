import { InvalidArgumentError, Option } from 'commander';
import { nearest } from '../model/nearest.js';
import { parseLanguage } from './language.js';
import { collectList } from './list.js';
import { failOnLevels } from './status.js';

/** An option whose value is one of a few. An unknown one is a usage error that names those that are like it. */
export function choiceOption(flags: string, about: string, choices: readonly string[]): Option {
  return new Option(flags, about).choices(choices).argParser((value) => {
    if (choices.includes(value)) return value;
    throw new InvalidArgumentError(`There are ${choices.join(', ')}${nearest(value, choices)}`);
  });
}

/** The language of the sources; `about` says what it is for. */
export function srcLangOption(about = 'source language'): Option {
  return new Option('--src-lang <tag>', about).argParser(parseLanguage).default('en-US');
}

export function trgLangOption(): Option {
  return new Option('--trg-lang <tag>', 'target language of articles that name none').argParser(parseLanguage);
}

/** Severities of findings, as they are collected. */
export function ruleOption(): Option {
  const about = 'how much a finding matters: off, info, warning, error; may be given often';
  return new Option('--rule <code=level>', about).argParser(collectList);
}

export function baseOption(): Option {
  return new Option('--base <dir>', 'paths in outputs start here (default: at each input)');
}

export function failOnOption(): Option {
  return choiceOption('--fail-on <level>', 'exit with 1 at this severity', failOnLevels).default('error');
}

export function quietOption(): Option {
  return new Option('-q, --quiet', 'print nothing but errors');
}

export function colorOption(): Option {
  return new Option('--color', 'colour messages');
}
