import type { Option } from 'commander';
import { ruleLevels } from '../../src/check/rule-table.js';
import { acceptedSkips } from '../../src/check/skip.js';
import { configurableOptions } from '../../src/cli/config/config.js';
import { createProgram } from '../../src/cli/main.js';
import { acceptedCodes } from '../../src/corpus/check/check-codes.js';
import { formatNames } from '../../src/write/formats.js';

/** The JSON schema of config files, made of the options that the command line knows. */
export function createConfigSchema(): object {
  const program = createProgram(process, () => undefined);
  const commands = program.commands.map((command) => {
    const options = configurableOptions(command).map((option) => [option.attributeName(), schemaOf(option)]);
    const properties = Object.fromEntries(options);
    return [
      command.name(),
      { description: command.summary(), type: 'object', additionalProperties: false, properties },
    ];
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'sspr-tm.config.json',
    description: 'Options of sspr-tm by command. What the command line says wins.',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(commands) },
    definitions,
  };
}

function schemaOf(option: Option): object {
  const { description, argChoices, defaultValue } = option;
  const about = defaultValue === undefined || option.negate ? { description } : { description, default: defaultValue };
  if (option.isBoolean() || option.negate) return { ...about, type: 'boolean' };
  if (argChoices !== undefined) return { ...about, enum: argChoices };
  return { ...about, ...(special[option.attributeName()] ?? { type: 'string' }) };
}

/** What options share. */
const definitions: Readonly<Record<string, object>> = {
  code: { description: 'What check can report.', enum: acceptedCodes },
  level: { description: 'How much a finding matters.', enum: ruleLevels },
  skippableCode: { description: 'A finding by which pairs can be chosen.', enum: acceptedSkips },
  format: { description: 'A format of export.', enum: formatNames },
};

const ref = (name: string): object => ({ $ref: `#/definitions/${name}` });

const special: Readonly<Record<string, object>> = {
  rule: { type: 'object', propertyNames: ref('code'), additionalProperties: ref('level') },
  code: { type: 'array', items: ref('code') },
  skip: { type: 'array', items: ref('skippableCode') },
  with: { type: 'array', items: ref('skippableCode') },
  format: { type: 'array', items: ref('format') },
  exclude: { type: 'array', items: { type: 'string' } },
  jobs: { type: 'integer', minimum: 1, maximum: 256 },
};
