import type { Case } from './cases-xliff.js';
import { as22, fileOf, unitOf, xliffOf } from './documents.js';

const seg = '<segment id="s1"><source>x</source></segment>';
const unit = `<unit id="u1">${seg}</unit>`;
const notes = '<notes><note id="n1">x</note></notes>';
const metadata = (attributes = ''): string =>
  `<mda:metadata id="m1"><mda:metaGroup><mda:metaGroup ${attributes}><mda:meta type="t"/></mda:metaGroup></mda:metaGroup></mda:metadata>`;
const rooted = (content: string): string => as22(xliffOf(`${content}<file id="f1">${unit}</file>`));
const noted = (attributes: string): string => as22(unitOf(`<notes><note ${attributes}>x</note></notes>${seg}`));
const switched = (value: string, each: string): string =>
  as22(
    fileOf(
      `<unit id="u1" pgs:switch="${value}"><segment pgs:case="other"><source>x</source></segment><segment ${each}><source>x</source></segment></unit>`,
    ),
  );

/** Of what 2.2 adds. */
export const cases22: readonly Case[] = [
  ['xliff/version', 'a version to come', as22(fileOf(unit)).replace(' version="2.2"', ' ¶version="2.3"')],
  ['xliff/element-order', 'notes after metadata', rooted(`${metadata()}¶${notes}`)],
  ['xliff/repeated-element', 'notes of the document', rooted(`${notes}¶${notes}`)],
  ['xliff/repeated-element', 'metadata of the document', rooted(`${metadata()}¶${metadata().replace('m1', 'm2')}`)],
  ['xliff/element-order', 'notes after a file', as22(xliffOf(`<file id="f1">${unit}</file>¶${notes}`))],
  ['xliff/unknown-element', 'notes of the document before 2.2', xliffOf(`¶${notes}<file id="f1">${unit}</file>`)],
  ['xliff/missing-element', 'no note', rooted('¶<notes/>')],
  ['xliff/missing-element', 'no metadata', rooted('<mda:metadata>¶<mda:metaGroup/></mda:metadata>')],
  ['xliff/attribute-value', 'of nested metadata', rooted(metadata('¶appliesTo="all"'))],
  ['xliff/duplicate-module-id', 'in nested metadata of the document', rooted(metadata('¶id="m1"'))],
  ['xliff/duplicate-note-id', 'of the document', rooted(notes.replace('</notes>', '<note ¶id="n1">y</note></notes>'))],
  [
    'xliff/duplicate-note-id',
    'of a resource',
    as22(
      fileOf(
        `<res:resourceData><res:resourceItem><notes><note id="n">x</note><note ¶id="n">x</note></notes></res:resourceItem></res:resourceData>${unit}`,
      ),
    ),
  ],
  ['xliff/unknown-attribute', 'ref of a note before 2.2', unitOf(`<notes><note ¶ref="#s1">x</note></notes>${seg}`)],
  ['xliff/unresolved-fragment', 'a note on no segment', noted('¶ref="#s9"')],
  [
    'xliff/unresolved-fragment',
    'a note of the document on no note',
    rooted('<notes><note ¶ref="#n=n9">x</note></notes>'),
  ],
  [
    'xliff/unresolved-fragment',
    'a note of the document on no unit',
    rooted('<notes><note ¶ref="#u=u1">x</note></notes>'),
  ],
  ['xliff/fragment-prefix', 'a note', noted('¶ref="#/f=f1/u=u1/my=1"')],
  ['xliff/fragment-syntax', 'a note', noted('¶ref="#u=u1/f=f1"')],
  ['xliff/plural-switch', 'no selector', switched('¶count', '').replace('pgs:switch="¶', '¶pgs:switch="')],
  ['xliff/plural-switch', 'another selector', switched('¶number:n', '').replace('pgs:switch="¶', '¶pgs:switch="')],
  ['xliff/plural-switch', 'no variable', switched('¶plural:', '').replace('pgs:switch="¶', '¶pgs:switch="')],
  ['xliff/plural-switch', 'two variables', switched('¶plural:a:b', '').replace('pgs:switch="¶', '¶pgs:switch="')],
  ['xliff/plural-switch', 'nothing', as22(fileOf(`<unit id="u1" ¶pgs:switch=" ">${seg}</unit>`))],
  ['xliff/plural-case', 'a word for a number', switched('plural:n', '¶pgs:case="some"')],
  ['xliff/plural-case', 'a number of ICU', switched('ordinal:n', '¶pgs:case="=1"')],
  ['xliff/plural-case', 'two values for one variable', switched('select:s', '¶pgs:case="a b"')],
  ['xliff/plural-case', 'no value', switched('gender:g', '¶pgs:case=""')],
  [
    'xliff/plural-case',
    'the values in the wrong order',
    switched('gender:g plural:n', '¶pgs:case="one feminine"').replace('"other"', '"other other"'),
  ],
  ['xliff/case-without-switch', 'no switch', as22(unitOf('<segment ¶pgs:case="one"><source>x</source></segment>'))],
  [
    'xliff/case-without-switch',
    'its own switch',
    as22(fileOf(`<unit id="u1" pgs:switch="plural:n" ¶pgs:case="one">${seg}</unit>`)),
  ],
  [
    'xliff/unknown-attribute',
    'a switch on a segment',
    as22(unitOf('<segment ¶pgs:switch="plural:n"><source>x</source></segment>')),
  ],
  [
    'xliff/unknown-attribute',
    'a case on an ignorable',
    as22(unitOf(`<ignorable ¶pgs:case="one"><source>x</source></ignorable>${seg}`)),
  ],
];
