import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findUnit } from '../../../../src/corpus/files/documents/find-unit.js';
import { tree } from '../../../support/cli.js';

function find(document: string, from = 0, to = Buffer.byteLength(document)): number | undefined {
  const file = join(tree({}), 'memory.tmx');
  writeFileSync(file, document);
  return findUnit(openSync(file, 'r'), from, to);
}

describe('where a unit of a memory starts', () => {
  it.each([' ', '\t', '\n', '\r', '\r\n', '>', '/>'])('is found whatever is after its name: %j', (end) => {
    expect(find(`é<body><tuv ><tux><tu-a><tu.b><tu${end}`)).toBe(31);
  });

  it('is in the stretch that is asked for, though its tag may end after it', () => {
    const document = `<tu>${'.'.repeat(96)}<tu a="1">`;
    expect(find(document, 0, 1)).toBe(0);
    expect(find(document, 1, 100)).toBeUndefined();
    expect(find(document, 1, 101)).toBe(100);
    expect(find(document, 101)).toBeUndefined();
  });

  it.each([65_532, 65_533, 65_534, 65_535, 65_536, 65_537, 131_071])(
    'is found wherever bytes are read at once: at %d',
    (place) => {
      expect(
        find(
          `${'<tuv>'
            .repeat(place)
            .slice(0, place)
            .replace(/<[^>]*$/, (part) => '.'.repeat(part.length))}<tu\n>`,
        ),
      ).toBe(place);
    },
  );

  it('is not found where there is none', () => {
    expect(find('<tuv><t')).toBeUndefined();
    expect(find('<tu')).toBeUndefined();
    expect(find('')).toBeUndefined();
  });
});
