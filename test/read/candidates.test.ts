import { describe, expect, it } from 'vitest';
import { readCandidates } from '../../src/read/candidates/xliff2.js';
import { readCandidates12 } from '../../src/read/candidates/xliff12.js';
import { readXml } from '../../src/xml/reader.js';

/** The files of a document. */
function read(xliff: string): ReturnType<typeof readCandidates> {
  const { root } = readXml(xliff);
  if (root === undefined) throw new Error('It is no XML.');
  return readCandidates(root);
}

const frame = (units: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:m="urn:oasis:names:tc:xliff:matches:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.0" srcLang="en" trgLang="de"><file id="f" original="a.md">${units}</file></xliff>`;

describe('candidates of XLIFF 2', () => {
  it('are read by the segments that they are for, with codes of their own data, in groups, too', () => {
    const [file] = read(
      frame(`<group id="g"><unit id="u" name="heading"><m:matches>
<m:match ref="#s2" matchQuality="83.5" similarity="90" type="tm" origin="x.tmx"><mda:metadata><mda:metaGroup><mda:meta type="penalty-codes">5</mda:meta><mda:meta type="adapted">numbers</mda:meta><mda:meta type="date">2020-01-02</mda:meta></mda:metaGroup></mda:metadata><originalData><data id="d1">**</data></originalData><source>A <ph id="1" dataRef="d1"/></source><target>Ein <ph id="1" dataRef="d1"/></target></m:match>
<m:match ref="#s2"><source>B</source></m:match></m:matches>
<segment id="s1"><source>One</source></segment><ignorable><source> </source></ignorable><segment id="s2" state="initial"><source>Two</source><target>Zwei</target></segment></unit></group>`),
    );
    const [unit] = file?.units ?? [];
    expect([file?.original, unit?.id, unit?.name, unit?.parts.length]).toEqual(['a.md', 'u', 'heading', 3]);
    expect([...(unit?.states ?? [])]).toEqual([['s2', 'initial']]);
    const code = { kind: 'ph', id: '1', data: '**' };
    expect([...(unit?.candidates ?? [])]).toEqual([
      [
        's2',
        [
          {
            score: 83.5,
            type: 'tm',
            origin: 'x.tmx',
            penalties: [['codes', '5']],
            adapted: 'numbers',
            date: '2020-01-02',
            source: ['A ', code],
            target: ['Ein ', code],
          },
          { penalties: [], source: ['B'], target: [] },
        ],
      ],
    ]);
  });

  it('are none where the document is another one', () => {
    expect(read('<tmx version="1.4"/>')).toEqual([]);
    expect(
      read('<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a"/></xliff>'),
    ).toEqual([]);
  });
});

describe('candidates of XLIFF 1.2', () => {
  it('are the alternatives of their units, in groups, too', () => {
    const { root } = readXml(
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a.md" source-language="en" target-language="de"><body><group><trans-unit id="1" resname="heading 2"><source>A <g id="1">b</g></source><target state="translated">Ein <g id="1">b</g></target><alt-trans match-quality="83%" origin="m.tmx"><source>The <g id="1">b</g></source><target state-qualifier="fuzzy-match">Das <g id="1">b</g></target></alt-trans><alt-trans match-quality="good"><target>Ein B</target></alt-trans></trans-unit></group><trans-unit id="2" approved="yes"><source>C</source></trans-unit></body></file></xliff>`,
    );
    const [file, ...others] = root === undefined ? [] : readCandidates12(root);
    expect([file?.original, file?.trgLang, others.length, root && readCandidates(root).length]).toEqual([
      'a.md',
      'de',
      0,
      0,
    ]);
    const [one, two] = file?.units ?? [];
    expect([one?.name, [...(one?.states ?? [])], [...(two?.states ?? [])]]).toEqual([
      'heading',
      [['1', 'translated']],
      [['2', 'approved']],
    ]);
    const b = [{ kind: 'sc', id: '1' }, 'b', { kind: 'ec', id: '1' }];
    expect(one?.candidates.get('1')).toEqual([
      {
        score: 83,
        type: 'fuzzy-match',
        origin: 'm.tmx',
        penalties: [],
        source: ['The ', ...b],
        target: ['Das ', ...b],
      },
      { penalties: [], source: [], target: ['Ein B'] },
    ]);
    expect(readCandidates12(readXml('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"/>').root as never)).toEqual(
      [],
    );
  });
});
