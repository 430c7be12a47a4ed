import { describe, expect, it } from 'vitest';
import {
  countNoteOf,
  placeText,
  readCountNote,
  readPersonNote,
  readPlace,
  writePersonNote,
} from '../../../src/model/terms/tbx-words.js';

describe('how often a term was seen', () => {
  it.each([
    [{ count: 12 }, 'count 12'],
    [{ share: 0.25 }, 'share 0.25'],
    [{ count: 0, share: 1 }, 'count 0, share 1'],
    [{ count: 3, share: 5e-324 }, 'count 3, share 5e-324'],
  ])('%j is a note that is read again', (counts, note) => {
    expect(countNoteOf(counts)).toBe(note);
    expect(readCountNote(note)).toEqual(counts);
  });

  it.each([{}, { count: -1 }, { count: 1.5 }, { count: Number.NaN }, { share: 2 }, { share: -0 }])(
    '%j is no note',
    (counts) => {
      expect(countNoteOf(counts)).toBeUndefined();
    },
  );

  it.each([
    'count',
    'count 1 ',
    'Count 1',
    'count -1',
    'count 99999999999999999999',
    'share 2',
    'count 1, share 1.5',
    'share .5',
  ])('%j is a note of a person', (note) => {
    expect(readCountNote(note)).toBeUndefined();
  });
});

it.each(['x', 'count 1', 'note: count 1', 'note: note: share 0.5', 'note: x'])(
  'a note of a person is read again: %s',
  (note) => {
    const written = writePersonNote(note);
    expect(readCountNote(written)).toBeUndefined();
    expect(readPersonNote(written)).toBe(note);
  },
);

it.each([
  ['a.md', '1'],
  ['a#b.md', '1#2%23'],
  ['', ''],
])('a place is read again: %s, %s', (path, segment) => {
  expect(readPlace(placeText({ path, segment }))).toEqual({ path, segment });
});
