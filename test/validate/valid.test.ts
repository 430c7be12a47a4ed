import { describe, expect, it } from 'vitest';
import { validateTmx, validateXliff } from '../../src/index.js';
import { readFixtures, readGolden } from '../support/golden.js';
import { validModules, validTmx, validXliff } from './documents.js';

const outputs = readFixtures().flatMap((fixture) =>
  Object.entries(readGolden(fixture))
    .filter(([file]) => /\.(?:xlf|tmx)$/.test(file))
    .map(([file, document]) => ({ file: `${fixture.name}/${file}`, document })),
);

const validate = (file: string, document: string) =>
  file.endsWith('.tmx') ? validateTmx(document) : validateXliff(document);

// An article without pairs has no output.
const whole = outputs.filter(({ document }) => document !== '');

describe('what the writers give', () => {
  it('is found', () => expect(whole.length).toBeGreaterThan(100));

  it.each(whole)('has no problem: $file', ({ file, document }) => {
    expect(validate(file, document)).toEqual([]);
    expect(validate(file, `\uFEFF${document.replaceAll('\n', '\r\n')}`)).toEqual([]);
  });
});

describe('documents written by hand', () => {
  it.each(validXliff)('have no problem (XLIFF)', (document) => expect(validateXliff(document)).toEqual([]));
  it.each(validModules)('have no problem (modules)', (document) => expect(validateXliff(document)).toEqual([]));
  it.each(validTmx)('have no problem (TMX)', (document) => expect(validateTmx(document)).toEqual([]));
});
