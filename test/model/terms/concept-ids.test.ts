import { expect, it } from 'vitest';
import { createConceptIds } from '../../../src/index.js';

it('ids are names of XML, each once, whatever they are made of', () => {
  const idOf = createConceptIds();
  const texts = [
    'Sign in',
    'Sign-in',
    'Sign-in',
    'Sign-in-2',
    '3D view',
    '…',
    '',
    'a:b',
    '.x',
    'Ünï',
    '\ud800',
    'constructor',
    'x'.repeat(500),
    `${'y '.repeat(500)}`,
  ];
  const ids = texts.map(idOf);
  expect(ids.slice(0, 12)).toEqual([
    'Sign-in',
    'Sign-in-2',
    'Sign-in-3',
    'Sign-in-2-2',
    'c-3D-view',
    'concept',
    'concept-2',
    'a-b',
    'x',
    'Ünï',
    'concept-3',
    'constructor',
  ]);
  expect(ids[12]).toHaveLength(500);
  expect(ids[13]?.length).toBeLessThanOrEqual(64);
  expect(new Set(ids).size).toBe(ids.length);
});

it('many of one text take time in proportion', () => {
  const idOf = createConceptIds();
  const ids = Array.from({ length: 100_000 }, () => idOf('…'));
  expect(ids.at(-1)).toBe('concept-100000');
});
