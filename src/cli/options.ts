import { Option } from 'commander';
import { parseLanguage } from './language.js';
import { collectList } from './list.js';
import { failOnLevels } from './status.js';

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

export function failOnOption(): Option {
  return new Option('--fail-on <level>', 'exit with 1 at this severity').choices(failOnLevels).default('error');
}

export function quietOption(): Option {
  return new Option('-q, --quiet', 'print nothing but errors');
}

export function colorOption(): Option {
  return new Option('--color', 'colour messages');
}
