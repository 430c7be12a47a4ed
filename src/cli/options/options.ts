import type { Command } from 'commander';
import { type InputOptions, inputOptions } from '../../corpus/find/input-options.js';
import { exportOptions } from '../../write/export-options.js';
import { addOptions } from './define-options.js';
import { type FailOn, failOnLevels } from './status.js';

/** What all commands are given. */
export interface UsualOptions {
  readonly failOn: FailOn;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** What commands over trees of articles are given. */
export interface TreeOptions extends InputOptions {
  readonly srcLang: string;
  readonly trgLang?: string;
}

/** Options of all commands. */
const usualOptions = {
  failOn: {
    kind: 'name',
    of: failOnLevels,
    argument: 'level',
    about: 'exit with 1 at this severity',
    default: 'error',
  },
  quiet: { kind: 'truth', short: 'q', about: 'print nothing but errors' },
  color: { kind: 'truth', about: 'colour messages' },
} as const;

/** Adds what all commands take. */
export function addUsualOptions(command: Command): Command {
  return addOptions(command, usualOptions);
}

/** What commands that read trees of articles share. */
export const treeOptions: Readonly<typeof inputOptions & Pick<typeof exportOptions, 'srcLang' | 'trgLang'>> = {
  ...inputOptions,
  srcLang: exportOptions.srcLang,
  trgLang: exportOptions.trgLang,
};

/** Of commands that report findings. */
export const ruleOption = {
  kind: 'texts',
  argument: 'code=level',
  about: 'how much a finding matters: off, info, warning, error; may be given often',
} as const;

/** Of commands that say what they did. */
export const reportOption = {
  kind: 'text',
  argument: 'file',
  about: 'write what was done as JSON; - for standard output',
} as const;
