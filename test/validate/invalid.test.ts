import { describe, expect, it } from 'vitest';
import { type Problem, problemKinds, validateTmx, validateXliff } from '../../src/index.js';
import { tmxCases } from './cases-tmx.js';
import { type Case, xliffCases, xmlCases } from './cases-xliff.js';
import { cases22 } from './cases-xliff-22.js';
import { moduleCases } from './cases-xliff-modules.js';
import { sequenceCases } from './cases-xliff-sequences.js';

const allXliff = [...xliffCases, ...moduleCases, ...sequenceCases, ...cases22];

function expectOnly([code, , marked]: Case, validate: (text: string) => readonly Problem[]): void {
  const offset = marked.indexOf('¶');
  const document = marked.replace('¶', '');
  const lines = document.slice(0, offset).split('\n');
  const problems = validate(document);
  expect(problems.map((problem) => ({ code: problem.code, offset: problem.offset }))).toEqual([{ code, offset }]);
  for (const { severity, message, clause, line, column } of problems) {
    expect({ line, column }).toEqual({ line: lines.length, column: (lines.at(-1) ?? '').length + 1 });
    expect(severity).toBe(problemKinds[code].severity);
    expect(message.endsWith(` (${clause}).`)).toBe(true);
    expect(message).not.toMatch(/\{\d\}|undefined/);
  }
}

describe('XML', () => {
  it.each(xmlCases)('%s: %s', (...fault) => {
    expectOnly(fault, validateXliff);
    expectOnly(fault, validateTmx);
  });
});

describe('too many elements', () => {
  const many = '<b/>'.repeat(1_000_000);
  it.each([
    ['an XLIFF document', `¶<xliff>${many}</xliff>`, validateXliff],
    ['a unit of TMX', `<tmx><body>¶<tu>${many}</tu></body></tmx>`, validateTmx],
    ['what is around units', `¶<tmx>${many}</tmx>`, validateTmx],
  ] as const)('are refused: %s', (_, marked, validate) => {
    const found = validate(marked.replace('¶', '')).filter(({ code }) => code === 'xml/too-large');
    expect(found.map(({ offset }) => offset)).toEqual([marked.indexOf('¶')]);
  });
});

describe('XLIFF', () => {
  it.each(allXliff)('%s: %s', (...fault) => expectOnly(fault, validateXliff));
});

describe('TMX', () => {
  it.each(tmxCases)('%s: %s', (...fault) => expectOnly(fault, validateTmx));
});

describe('the table of kinds', () => {
  it('has an invalid case for each', () => {
    const shown = new Set([...xmlCases, ...allXliff, ...tmxCases].map(([code]) => code));
    // Of bytes, not of texts: see test/corpus/xml-encoding.test.ts.
    shown.add('xml/encoding');
    // A fault of the parser: no document is known that it refuses.
    shown.add('xml/unreadable');
    expect(Object.keys(problemKinds).filter((code) => !shown.has(code as Problem['code']))).toEqual([]);
  });
});

describe('the order of problems', () => {
  it('is that of their places', () => {
    const problems = validateXliff(
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="3"><file>\r\n<unit id="u"/></file></xliff>',
    );
    const offsets = problems.map(({ offset }) => offset);
    expect(offsets.length).toBeGreaterThan(3);
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
    expect(problems.at(-1)).toMatchObject({ code: 'xliff/unit-without-segment', line: 2, column: 1 });
  });
});
