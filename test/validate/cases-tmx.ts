import type { Case } from './cases-xliff.js';
import { headerAttributes, pairOf, tmxOf } from './documents.js';

const tuv = (language: string): string => `<tuv xml:lang="${language}"><seg>x</seg></tuv>`;
const unit = `<tu>${tuv('en-US')}${tuv('de-DE')}</tu>`;
const headed = (header: string): string => tmxOf(unit, header);

const required = ['creationtool', 'creationtoolversion', 'segtype', 'o-tmf', 'adminlang', 'srclang', 'datatype'];

export const tmxCases: readonly Case[] = [
  ['tmx/root', 'another root', '¶<xliff/>'],
  ['tmx/root', 'a namespace', tmxOf(unit).replace('<tmx ', '¶<tmx xmlns="urn:x" ')],
  ['tmx/version', 'version 1.3', tmxOf(unit).replace('version="1.4"', '¶version="1.3"')],
  ['tmx/missing-attribute', 'version', tmxOf(unit).replace('<tmx version="1.4"', '¶<tmx')],
  ...required.map((name): Case => {
    const attributes = headerAttributes.replace(new RegExp(`(?<![-\\w])${name}="[^"]*"`), '');
    return ['tmx/missing-attribute', name, headed(`¶<header ${attributes}/>`)];
  }),
  ['tmx/missing-attribute', 'xml:lang', tmxOf(`<tu>${tuv('en-US')}¶<tuv><seg>x</seg></tuv></tu>`)],
  ['tmx/missing-attribute', 'the type of a prop', tmxOf(`<tu>¶<prop>p</prop>${tuv('en-US')}</tu>`)],
  ['tmx/missing-attribute', 'the i of a bpt', pairOf('¶<bpt/>')],
  ['tmx/missing-attribute', 'the pos of an it', pairOf('¶<it/>')],
  [
    'tmx/attribute-value',
    'segtype of the header',
    headed(`<header ${headerAttributes.replace('segtype="sentence"', '¶segtype="text"')}/>`),
  ],
  ['tmx/attribute-value', 'segtype of a unit', tmxOf(`<tu ¶segtype="p">${tuv('en-US')}</tu>`)],
  ['tmx/attribute-value', 'pos', pairOf('<it ¶pos="middle"/>')],
  ['tmx/attribute-value', 'assoc', pairOf('<ph ¶assoc="x"/>')],
  [
    'tmx/attribute-value',
    'unicode',
    headed(`<header ${headerAttributes}><ude name="u"><map ¶unicode="F8FF" ent="e"/></ude></header>`),
  ],
  ['tmx/unknown-attribute', 'of a tuv', tmxOf(`<tu><tuv ¶language="en" xml:lang="en-US"><seg>x</seg></tuv></tu>`)],
  ['tmx/unknown-attribute', 'of a foreign namespace', tmxOf(`<tu xmlns:x="urn:x" ¶x:y="z">${tuv('en-US')}</tu>`)],
  ['tmx/unknown-element', 'in a seg', pairOf('¶<b>x</b>')],
  ['tmx/unknown-element', 'a seg in a unit', tmxOf(`<tu>${tuv('en-US')}¶<seg>x</seg></tu>`)],
  ['tmx/unknown-element', 'hi in a bpt', pairOf('<bpt i="1">¶<hi>x</hi></bpt><ept i="1"/>')],
  ['tmx/unknown-element', 'sub in a seg', pairOf('¶<sub>x</sub>')],
  ['tmx/unknown-element', 'of a namespace', tmxOf(`¶<tu xmlns="urn:x">${tuv('en-US')}</tu>`)],
  [
    'tmx/element-order',
    'the header after the body',
    `<tmx version="1.4"><body>${unit}</body>¶<header ${headerAttributes}/></tmx>`,
  ],
  ['tmx/element-order', 'a prop after a tuv', tmxOf(`<tu>${tuv('en-US')}¶<prop type="x">p</prop></tu>`)],
  [
    'tmx/element-order',
    'a note after a seg',
    tmxOf(`<tu><tuv xml:lang="en-US"><seg>x</seg>¶<note>n</note></tuv></tu>`),
  ],
  ['tmx/repeated-element', 'two segs', tmxOf(`<tu><tuv xml:lang="en-US"><seg>x</seg>¶<seg>y</seg></tuv></tu>`)],
  ['tmx/missing-element', 'no seg', tmxOf(`<tu>¶<tuv xml:lang="en-US"/></tu>`)],
  ['tmx/missing-element', 'no tuv', tmxOf('¶<tu/>')],
  ['tmx/missing-element', 'no header', `¶<tmx version="1.4"><body>${unit}</body></tmx>`],
  ['tmx/missing-element', 'no map', headed(`<header ${headerAttributes}>¶<ude name="u"/></header>`)],
  ['tmx/stray-text', 'in a unit', tmxOf(`<tu>${tuv('en-US')} ¶stray</tu>`)],
  ['tmx/invalid-language', 'xml:lang', tmxOf(`<tu>${tuv('en-US')}<tuv ¶xml:lang="de_DE"><seg>x</seg></tuv></tu>`)],
  [
    'tmx/invalid-language',
    '*all* as xml:lang',
    tmxOf(`<tu>${tuv('en-US')}<tuv ¶xml:lang="*all*"><seg>x</seg></tuv></tu>`),
  ],
  [
    'tmx/invalid-language',
    'adminlang',
    headed(`<header ${headerAttributes.replace('adminlang="en"', '¶adminlang="e"')}/>`),
  ],
  ['tmx/deprecated', 'ut', pairOf('¶<ut>x</ut>')],
  ['tmx/deprecated', 'lang', tmxOf(`<tu><tuv xml:lang="en-US" ¶lang="en"><seg>x</seg></tuv></tu>`)],
  ['tmx/invalid-date', 'another form', tmxOf(`<tu ¶creationdate="2024-01-01T00:00:00Z">${tuv('en-US')}</tu>`)],
  ['tmx/invalid-date', 'no such day', tmxOf(`<tu ¶changedate="20230229T000000Z">${tuv('en-US')}</tu>`)],
  ['tmx/invalid-date', 'no such month', tmxOf(`<tu ¶lastusagedate="20231301T000000Z">${tuv('en-US')}</tu>`)],
  ['tmx/invalid-date', 'no such hour', headed(`<header ${headerAttributes} ¶creationdate="20230101T240000Z"/>`)],
  ['tmx/invalid-number', 'usagecount', tmxOf(`<tu ¶usagecount="often">${tuv('en-US')}</tu>`)],
  ['tmx/invalid-number', 'x', pairOf('<ph ¶x="-1"/>')],
  ['tmx/invalid-tuid', 'white space', tmxOf(`<tu ¶tuid="a b">${tuv('en-US')}</tu>`)],
  ['tmx/duplicate-tuid', 'two units', tmxOf(`<tu tuid="a">${tuv('en-US')}</tu><tu ¶tuid="a">${tuv('en-US')}</tu>`)],
  ['tmx/source-language-missing', 'of the header', tmxOf(`¶<tu>${tuv('de-DE')}</tu>`)],
  ['tmx/source-language-missing', 'of the unit', tmxOf(`¶<tu srclang="fr">${tuv('en-US')}</tu>`)],
  ['tmx/source-language-case', 'en-us', tmxOf(`<tu><tuv ¶xml:lang="en-us"><seg>x</seg></tuv></tu>`)],
  [
    'tmx/duplicate-language',
    'two variants',
    tmxOf(`<tu>${tuv('en-US')}${tuv('de-DE')}${tuv('DE-de').replace('xml:', '¶xml:')}</tu>`),
  ],
  ['tmx/duplicate-i', 'bpt', pairOf('<bpt i="1"/><bpt ¶i="1"/><ept i="1"/>')],
  ['tmx/duplicate-i', 'ept', pairOf('x', '<bpt i="1"/><ept i="1"/><ept ¶i="1"/>')],
  ['tmx/unpaired-bpt', 'no ept', pairOf('¶<bpt i="1"/>x')],
  ['tmx/unpaired-ept', 'no bpt', pairOf('x', 'x¶<ept i="1"/>')],
  ['tmx/ept-before-bpt', 'the other way round', pairOf('¶<ept i="1"/><bpt i="1"/>')],
  ['tmx/unmatched-x', 'not in the source', pairOf('<ph x="1"/>', '<ph ¶x="2"/>')],
  ['tmx/unmatched-x', 'of another kind', pairOf('<ph x="1"/>', '<hi ¶x="1">y</hi>')],
  [
    'tmx/base-missing',
    'a code without a base',
    headed(`<header ${headerAttributes}><ude name="u"><map unicode="#xF8FF" ¶code="#xF0"/></ude></header>`),
  ],
  [
    'tmx/empty-map',
    'unicode alone',
    headed(`<header ${headerAttributes}><ude name="u">¶<map unicode="#xF8FF"/></ude></header>`),
  ],
  [
    'tmx/attribute-value',
    'no code point of Unicode',
    headed(`<header ${headerAttributes}><ude name="u"><map ¶unicode="#x110000" ent="e"/></ude></header>`),
  ],
  [
    'tmx/attribute-value',
    'an entity beyond ASCII',
    headed(`<header ${headerAttributes}><ude name="u"><map unicode="#xF8FF" ¶ent="é"/></ude></header>`),
  ],
];
