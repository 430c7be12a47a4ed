import { describe, expect, it } from 'vitest';
import { articleOf, createMemory, entryOf, exportToString, parseArticle, readMemoryText } from '../../../src/index.js';
import { written } from '../../support/memory-trees.js';

const typesIn = (text: string): unknown[] =>
  readMemoryText(text).units.flatMap((unit) => {
    const { targets, leftOut } = entryOf(unit);
    return targets.length === 0 ? leftOut.map(({ code }) => code) : targets.map((each) => each.translationType);
  });

describe('who translated, by the states of XLIFF 2', () => {
  const xliff = (attributes: string): string =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="f"><unit id="u"><segment ${attributes}><source>A</source><target>B</target></segment></unit></file></xliff>`;

  it.each([
    ['', undefined],
    ['state="initial"', 'document/not-translated'],
    ['state="translated"', undefined],
    ['state="translated" subState="ms:mt"', 'mt'],
    ['state="translated" subState="other:mt"', undefined],
    ['state="reviewed"', 'ht'],
    ['state="reviewed" subState="ms:mt"', 'ht'],
    ['state="final" subState="ms:mt"', 'ht'],
  ])('%s', (attributes, type) => expect(typesIn(xliff(attributes))).toEqual([type]));
});

describe('who translated, by the states of XLIFF 1.2', () => {
  const xliff = (ofUnit: string, ofTarget: string): string =>
    `<xliff version="1.2"><file original="a" source-language="en" target-language="de" datatype="plaintext"><body><trans-unit id="1" ${ofUnit}><source>A</source><target ${ofTarget}>B</target></trans-unit></body></file></xliff>`;

  it.each([
    ['', '', undefined],
    ['', 'state="new"', 'document/not-translated'],
    ['', 'state="needs-translation"', 'document/not-translated'],
    ['', 'state="translated" state-qualifier="leveraged-mt"', 'mt'],
    ['', 'state="needs-review-translation" state-qualifier="mt-suggestion"', 'mt'],
    ['approved="yes"', 'state-qualifier="leveraged-mt"', 'ht'],
    ['approved="no"', 'state-qualifier="leveraged-mt"', 'mt'],
    ['', 'state="signed-off" state-qualifier="mt-suggestion"', 'ht'],
    ['', 'state="final"', 'ht'],
  ])('%s, %s', (ofUnit, ofTarget, type) => expect(typesIn(xliff(ofUnit, ofTarget))).toEqual([type]));
});

describe('an export of machine translations that a person edited', () => {
  const text = written({
    type: 'MT',
    date: '01/02/2020',
    pairs: [
      ['First **one**', 'Erstes **Ding**'],
      ['Second', 'Zweites'],
    ],
  });
  const article = articleOf(parseArticle(text, { path: 'a.md' }));
  if (article === undefined) throw new Error('No article.');
  const exported = exportToString([article], 'xliff', {});
  const typesOf = (xliff: string): unknown => {
    const memory = createMemory({ trgLang: 'de-DE' });
    memory.add(article);
    expect(memory.add(xliff)).toEqual([]);
    return memory
      .entries()
      .map(({ source, targets: [target] }) => [source.text, target?.text, target?.translationType]);
  };

  it('is as the article where nothing was edited', () => {
    expect(exported.match(/subState="ms:mt"/g)).toHaveLength(2);
    expect(typesOf(exported)).toEqual([
      ['First **one**', 'Erstes **Ding**', 'mt'],
      ['Second', 'Zweites', 'mt'],
    ]);
  });

  it.each([
    ['with what the state came from', 'state="final" subState="ms:mt"'],
    ['without', 'state="reviewed"'],
  ])('is human where it was approved, %s', (_, state) => {
    const edited = exported.replace('Zweites', 'Das Zweite').replaceAll('state="translated" subState="ms:mt"', state);
    expect(typesOf(edited)).toEqual([
      ['First **one**', 'Erstes **Ding**', 'ht'],
      ['Second', 'Das Zweite', 'ht'],
    ]);
  });

  it('stays machine translation where nobody approved it', () => {
    const edited = exported.replace('Zweites', 'Das Zweite');
    const types = typesOf(edited) as unknown[][];
    expect(types.map(([, , type]) => type)).toEqual(['mt', 'mt']);
  });
});
