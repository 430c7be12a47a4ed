import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockHeader, readBlockScalar } from '../../../src/read/metadata/plain-block-scalar.js';
import { readYamlMapping } from '../../../src/read/metadata/yaml.js';

/** Lines of a block scalar, and what may damage one. */
const text = fc.constantFrom(
  'a',
  '> [!NOTE]',
  '# b',
  '- c',
  'd: e',
  'f "g',
  '日本語 x',
  "h'",
  '&i *j',
  '---',
  '%k',
  '{l',
);
const line = fc.oneof(
  { weight: 8, arbitrary: text.map((each) => `  ${each}`) },
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '    more',
      ' less',
      '  end ',
      '  \tx',
      '\t',
      ' ',
      '  ',
      '  \u3000x',
      '  y\u3000',
      '# z',
      'k:',
    ),
  },
);
const block = fc.record({
  header: fc.constantFrom('>-', '>', '|-', '|'),
  lines: fc.array(line, { minLength: 1, maxLength: 7 }),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
  after: fc.constantFrom('', 'next: value\n', '\nnext: value\n'),
});

describe('the quick reader of block scalars', () => {
  it('reads what the YAML library reads, and where it stands, or gives up', () => {
    let quick = 0;
    fc.assert(
      fc.property(block, ({ header, lines, lineEnd, after }) => {
        const start = `key: ${header}${lineEnd}`;
        const yaml = `${start}${lines.join(lineEnd)}${lineEnd}${after.replaceAll('\n', lineEnd)}`;
        const [, kind, strip] = blockHeader.exec(header) ?? expect.fail();
        const read = readBlockScalar(yaml, start.length, kind === '>', strip === undefined);
        if (read === undefined) return;
        const { entries, findings } = readYamlMapping(yaml.slice(0, read.next), 0);
        expect(findings).toEqual([]);
        expect(entries).toHaveLength(1);
        expect(entries[0]).toMatchObject({ value: read.value, valueRange: { start: 5, end: read.end } });
        quick++;
        const rest = yaml.slice(read.next);
        if (rest === '' || rest.startsWith('next')) {
          const whole = readYamlMapping(yaml, 0);
          expect(whole.entries[0]).toEqual(entries[0]);
          expect(whole.entries).toHaveLength(rest === '' ? 1 : 2);
        }
      }),
      { numRuns: 2000 },
    );
    expect(quick).toBeGreaterThan(200);
  });

  it.each(['  a\n\n  b\n', '  a\n  b\n\n\n  c\n', '  a\n', '    deep\n    deep\n'])('reads %j itself', (yaml) => {
    expect(readBlockScalar(yaml, 0, true, false)).toBeDefined();
  });

  it.each(['', '\n  a\n', '  a\n   b\n', '  a \n', '  a\n \n  b\n', '\ta\n', '  a', '  a\n b\n'])(
    'leaves %j to the library',
    (yaml) => {
      expect(readBlockScalar(yaml, 0, true, false)).toBeUndefined();
    },
  );
});
