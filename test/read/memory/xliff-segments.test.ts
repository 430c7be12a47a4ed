import { describe, expect, it } from 'vitest';
import { entryOf, readMemoryText } from '../../../src/index.js';

/** Source and target of each entry, codes with their ids; and why others are none. */
const entriesIn = (text: string): unknown[] =>
  readMemoryText(text).units.flatMap((unit) => {
    const { source, targets, leftOut } = entryOf(unit);
    const shown = (each: typeof source): string =>
      each?.content.map((piece) => (piece.kind === 'text' ? piece.text : `{${piece.kind} ${piece.id}}`)).join('') ?? '';
    return [...targets.map((target) => [shown(source), shown(target)]), ...leftOut.map(({ code }) => code)];
  });

describe('segments of XLIFF 1.2', () => {
  const xliff = (content: string): string =>
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="de" datatype="plaintext"><body><trans-unit id="1">${content}</trans-unit></body></file></xliff>`;
  const segment = (mid: string, text: string): string => `<mrk mtype="seg" mid="${mid}">${text}</mrk>`;
  const source = '<source>One. <g id="1">Two.</g> Three.</source>';
  const segmented = `<seg-source>${segment('1', 'One.')} <g id="1">${segment('2', 'Two.')}</g> ${segment('3', 'Three.')}</seg-source>`;

  it.each([
    [
      'a target that is done in part gives what is done',
      `${source}${segmented}<target>${segment('1', 'Eins.')} <g id="1">${segment('2', '')}</g> <mrk mtype="seg" mid="3"/></target>`,
      [['One.', 'Eins.'], 'document/empty-target', 'document/empty-target'],
    ],
    [
      'segments are told by their names, not by their order',
      `${source}${segmented}<target>${segment('3', 'Drei.')} ${segment('2', 'Zwei.')} ${segment('1', 'Eins.')}</target>`,
      [
        ['One.', 'Eins.'],
        ['Two.', 'Zwei.'],
        ['Three.', 'Drei.'],
      ],
    ],
    [
      'what only one side has is counted',
      `${source}${segmented}<target>${segment('1', 'Eins.')}${segment('3', 'Drei.')}${segment('3', 'Noch.')}${segment('9', 'Neun.')}</target>`,
      [['One.', 'Eins.'], 'document/no-target', ['Three.', 'Drei.'], 'document/no-source', 'document/no-source'],
    ],
    [
      'marks in a segment, and pairs from one to the next',
      `<source>A <bx id="4"/>b. c<ex id="4"/></source><seg-source>${segment('1', '<mrk mtype="x-term">A</mrk> <bx id="4"/>b.')} ${segment('2', 'c<ex id="4"/>')}</seg-source><target>${segment('1', 'D <bx id="4"/>e.')}${segment('2', '<mrk mtype="x-note">f</mrk><ex id="4"/>')}</target>`,
      [
        ['A {sc 4}b.', 'D {sc 4}e.'],
        ['c{ec 4}', 'f{ec 4}'],
      ],
    ],
    [
      'a target without segments is one',
      `${source}${segmented}<target>Alles.</target>`,
      [['One. {sc 1}Two.{ec 1} Three.', 'Alles.']],
    ],
    [
      'a source without segments is one',
      `<source>All.</source><target>${segment('1', 'Al')}${segment('2', 'les.')}</target>`,
      [['All.', 'Alles.']],
    ],
    ['without a target, the unit is one that has none', `${source}${segmented}`, ['document/no-target']],
    ['an empty target is one, too', `${source}${segmented}<target/>`, ['document/empty-target']],
  ])('%s', (_, content, expected) => expect(entriesIn(xliff(content))).toEqual(expected));
});

it('the ends of a pair have one id in both languages, where XLIFF 2 has its start in the segment before', () => {
  const text = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="f"><unit id="u">
    <segment><source>One <sc id="1"/>two.</source><target>Eins <sc id="1"/>zwei.</target></segment>
    <segment><source><ph id="2"/>three<ec startRef="1"/></source><target>drei<ec startRef="1"/><ph id="2"/></target></segment></unit></file></xliff>`;
  expect(entriesIn(text)).toEqual([
    ['One {sc 1}two.', 'Eins {sc 1}zwei.'],
    ['{ph 2}three{ec 1}', 'drei{ec 1}{ph 2}'],
  ]);
});
