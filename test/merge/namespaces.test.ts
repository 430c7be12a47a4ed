import { describe, expect, it } from 'vitest';
import { mergeTmx } from '../../src/index.js';
import { article, edit, exported, merge, outcomeOf } from './documents.js';

const changed = { changes: { '1a2b3-107': 'Feld' }, codes: [] };
const uri = 'urn:oasis:names:tc:xliff:document:2.0';
const xliff2 = edit(exported(), [['>Zelle<', '>Feld<']]);
const xliff12 = edit(exported({}, 'xliff1.2'), [['>Zelle<', '>Feld<']]);

describe('mergeXliff reads', () => {
  it.each([
    ['XLIFF 2 without a namespace', edit(xliff2, [[` xmlns="${uri}"`, '']])],
    [
      'XLIFF 2.1 without a namespace',
      edit(xliff2, [
        [` xmlns="${uri}" `, ' '],
        ['version="2.0"', 'version="2.1"'],
      ]),
    ],
    [
      'XLIFF 2.2',
      edit(xliff2, [
        ['document:2.0', 'document:2.2'],
        ['version="2.0"', 'version="2.2"'],
      ]),
    ],
    [
      'a namespace on the files only',
      edit(xliff2, [
        [` xmlns="${uri}"`, ''],
        ['<file ', `<file xmlns="${uri}" `],
      ]),
    ],
    [
      'a namespace on the units only',
      edit(xliff2, [
        [` xmlns="${uri}"`, ''],
        [/<unit /g, `<unit xmlns="${uri}" `],
      ]),
    ],
    ['a namespace that the targets lost', edit(xliff2, [[/<target>/g, '<target xmlns="">']])],
    ['XLIFF 1.2 without a namespace', edit(xliff12, [[/ xmlns="[^"]*"/, '']])],
    ['XLIFF 1.1', edit(xliff12, [[/document:1\.2/, 'document:1.1']])],
  ])('%s', (_, document) => {
    expect(merge(document)).toEqual(changed);
  });
});

describe('mergeXliff refuses', () => {
  it.each([
    ['an unknown namespace', edit(xliff2, [[uri, 'urn:example:xliff']])],
    ['a namespace in another case', edit(xliff2, [[uri, uri.toUpperCase()]])],
    ['a namespace of a version that there is not', edit(xliff2, [['document:2.0', 'document:3.0']])],
    ['an unknown namespace, 1.2', edit(xliff12, [[/xmlns="[^"]*"/, 'xmlns="urn:example:xliff"']])],
    [
      'an unknown version',
      edit(xliff2, [
        [` xmlns="${uri}"`, ''],
        ['version="2.0"', 'version="3.0"'],
      ]),
    ],
    [
      'neither',
      edit(xliff2, [
        [` xmlns="${uri}"`, ''],
        [' version="2.0"', ''],
      ]),
    ],
    [
      'a root in another case',
      edit(xliff2, [
        ['<xliff ', '<XLIFF '],
        ['</xliff>', '</XLIFF>'],
      ]),
    ],
    ['units in another namespace', edit(xliff2, [[/<unit /g, '<unit xmlns="urn:y" ']])],
    ['a file in another namespace', edit(xliff2, [[/<file /g, '<file xmlns="urn:y" ']])],
    ['segments in another namespace', edit(xliff2, [[/<segment /g, '<segment xmlns="urn:y" ']])],
    ['no units', '<xliff version="2.0"><file original="docs/a.md"/></xliff>'],
  ])('%s, and says so', (_, document) => {
    const { changes, codes } = merge(document);
    expect(changes).toBeUndefined();
    expect(codes.length).toBeGreaterThan(0);
  });
});

describe('mergeTmx', () => {
  const memory = edit(exported({}, 'tmx'), [['>Zelle<', '>Feld<']]);

  it('reads a memory with a namespace', () => {
    const document = edit(memory, [['<tmx ', '<tmx xmlns="http://www.lisa.org/tmx14" ']]);
    expect(outcomeOf(mergeTmx(article, document))).toEqual(changed);
  });

  it('says where no source of the article is in the memory', () => {
    const document = edit(memory, [[/(<tuv xml:lang="en-US"><seg>)/g, '$1x']]);
    expect(outcomeOf(mergeTmx(article, document))).toEqual({ changes: {}, codes: ['merge/no-match'] });
  });
});
