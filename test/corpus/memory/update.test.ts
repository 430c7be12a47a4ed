import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateTmx } from '../../../src/index.js';
import { type MemoryCorpusOptions, memoryCorpus } from '../../../src/node.js';
import { tree } from '../../support/cli.js';
import { written } from '../../support/memory-trees.js';

const attributes =
  'creationtool="A Studio" creationtoolversion="7 &amp; more" segtype="paragraph" o-tmf="A TM" adminlang="de-DE" srclang="en-US" datatype="xml" o-encoding="UTF-8" creationdate="20190203T101112Z" creationid="HOST\\someone" changedate="20200203T101112Z" changeid="b"';
const foreign = (
  units: string,
  header = `<header ${attributes}><note>keep &amp; care</note><prop type="x-Team">one, two</prop></header>`,
): string => `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">${header}<body>${units}</body></tmx>\n`;
const unit = (text: string, attributesOfUnit = '', inside = '', ofTarget = ''): string =>
  `<tu${attributesOfUnit}>${inside}<tuv xml:lang="en-US"><seg>${text}</seg></tuv><tuv xml:lang="de-DE"${ofTarget}><seg>${text} de</seg></tuv></tu>`;

async function updated(tmx: string, options: MemoryCorpusOptions = {}): Promise<string> {
  const root = tree({
    'a.md': written({
      date: '05/06/2021',
      pairs: [
        ['New', 'Neu'],
        ['Old', 'Old de'],
      ],
    }),
    'team.tmx': tmx,
  });
  const update = join(root, 'team.tmx');
  await memoryCorpus([join(root, 'a.md')], { ...options, jobs: 1, update });
  return readFileSync(update, 'utf8');
}

/** The attributes of the unit of a text. */
function attributesIn(tmx: string, text: string): Record<string, string> {
  const [line = ''] = tmx.split('\n').filter((each) => each.includes(`<seg>${text}</seg>`));
  const [head = ''] = /^<tu[^>]*>/.exec(line) ?? [];
  return Object.fromEntries(
    Array.from(head.matchAll(/([\w-]+)="([^"]*)"/g), ([, name = '', value = '']) => [name, value]),
  );
}

describe('a memory of another tool that grows', () => {
  it('keeps its header', async () => {
    const tmx = await updated(foreign(unit('One')));
    expect(tmx).toContain(
      'creationtool="A Studio" creationtoolversion="7 &amp; more" segtype="paragraph" o-tmf="A TM"',
    );
    for (const each of attributes.split(/(?<=") /)) expect(tmx).toContain(each);
    expect(tmx).toContain('<note>keep &amp; care</note>\n<prop type="x-Team">one, two</prop>\n</header>');
    expect(validateTmx(tmx)).toEqual([]);
    expect(await updated(tmx)).toBe(tmx);
  });

  it('keeps times that the unit, its translation and its source each say in part', async () => {
    const [made, changed] = ['creationdate="20180304T050607Z"', 'changedate="20190304T050607Z"'];
    const tmx = await updated(
      foreign(
        unit('One', ` ${changed} changeid="bob"`, '', ` ${made} creationid="ann"`) +
          unit('Two', ` ${made} creationid="ann"`, '', ` ${changed} changeid="bob"`) +
          unit('Three', ` ${changed} changeid="bob"`).replace(
            'xml:lang="en-US"',
            `xml:lang="en-US" ${made} creationid="ann"`,
          ),
      ),
    );
    for (const each of ['One', 'Two', 'Three']) {
      expect(attributesIn(tmx, each)).toMatchObject({
        creationdate: '20180304T050607Z',
        creationid: 'ann',
        changedate: '20190304T050607Z',
        changeid: 'bob',
      });
    }
    expect(await updated(tmx)).toBe(tmx);
  });

  it('takes no time of the unit by which a translation was changed before it was made', async () => {
    const [made, changed] = ['creationdate="20240601T050607Z"', 'changedate="20200304T050607Z"'];
    const tmx = await updated(
      foreign(
        unit('One', ` ${changed} changeid="bob"`, '', ` ${made} creationid="ann"`) +
          unit('Two', ` ${made} creationid="ann"`, '', ` ${changed} changeid="bob"`),
      ),
    );
    expect(attributesIn(tmx, 'One')).toEqual({
      tuid: expect.any(String),
      creationdate: '20240601T050607Z',
      creationid: 'ann',
      usagecount: '1',
    });
    expect(attributesIn(tmx, 'Two')).toEqual({
      tuid: expect.any(String),
      changedate: '20200304T050607Z',
      changeid: 'bob',
      usagecount: '1',
    });
    expect(await updated(tmx)).toBe(tmx);
  });

  it.each([
    ['creationdate="20180304T050607Z" creationid="ann"'],
    ['changedate="20180304T050607Z" changeid="bob"'],
    ['changedate="20180304T000000Z" changeid="bob"'],
    ['changedate="20180304T000000Z" changeid="bob" lastusagedate="20180304T000000Z"'],
    ['creationdate="20180304T000000Z" creationid="ann" changedate="20190304T000000Z" changeid="bob"'],
    ['changedate="20180304T050607Z" changeid="bob" lastusagedate="20170304T050607Z"'],
    ['lastusagedate="20180304T050607Z"'],
    ['changeid="bob"'],
    [''],
  ])('says of no unit when it was made, changed or used where the memory does not: %s', async (own) => {
    const tmx = await updated(foreign(unit('One', ` tuid="7" usagecount="2" ${own}`) + unit('Old', ` ${own}`)));
    const { tuid, usagecount, ...rest } = attributesIn(tmx, 'One');
    const said = Array.from(own.matchAll(/(\w+)="([^"]*)"/g), ([, name = '', value = '']) => [name, value]);
    expect([tuid, usagecount, rest]).toEqual(['7', '2', Object.fromEntries(said)]);
    // The article has this one.
    expect(attributesIn(tmx, 'Old')).toMatchObject({ changedate: '20210506T000000Z', changeid: 'sspr-tm' });
    expect(attributesIn(tmx, 'Old')['lastusagedate']).toBe('20210506T000000Z');
    expect(validateTmx(tmx)).toEqual([]);
    expect(await updated(tmx)).toBe(tmx);
  });

  it('says of what was never used that it was not, until an article has it', async () => {
    const tmx = await updated(
      foreign(unit('One', ' usagecount="0"') + unit('Two', '', '', ' usagecount="0"') + unit('Old', ' usagecount="0"')),
    );
    const counts = ['One', 'Two', 'Old'].map((each) =>
      new Map(Object.entries(attributesIn(tmx, each))).get('usagecount'),
    );
    expect(counts).toEqual(['0', '0', '1']);
    expect(validateTmx(tmx)).toEqual([]);
    expect(await updated(tmx)).toBe(tmx);
  });

  it.each([
    ['1', ' usagecount="0"', ' usagecount="1"'],
    ['1', ' usagecount="1"', '', ' usagecount="0"'],
    ['0', ' usagecount="1"', ' usagecount="0"'],
    ['0', '', '', ' usagecount="0"'],
  ])(
    'says %s of how often it was used, as the translation comes before its unit, and that before its source',
    async (count, ofUnit, ofTarget, ofSource = '') => {
      const tmx = await updated(
        foreign(unit('One', `${ofUnit} creationid="ann"`, '', ofTarget).replace('"en-US"><', `"en-US"${ofSource}><`)),
      );
      expect(attributesIn(tmx, 'One')).toMatchObject({ usagecount: count, creationid: 'ann' });
      expect(await updated(tmx)).toBe(tmx);
    },
  );

  it('keeps ids, people, times and properties of units', async () => {
    const all =
      ' tuid="7" segtype="phrase" creationdate="20180304T050607Z" creationid="HOST\\ann" changedate="20190304T050607Z" changeid="bob" usagecount="4" lastusagedate="20200102T030405Z" creationtool="T" creationtoolversion="1" o-tmf="f" o-encoding="x" datatype="html" srclang="en-US"';
    const inside = '<note>look</note><prop type="x-Own">a &lt; b</prop><prop type="client"></prop>';
    const tmx = await updated(
      foreign(unit('One', all, inside) + unit('Two', '', '', ' changeid="me" changedate="20220505T050505Z"')),
    );
    const [one] = Array.from(all.matchAll(/([\w-]+)="([^"]*)"/g), () => 0);
    expect(one).toBe(0);
    expect(attributesIn(tmx, 'One')).toEqual(
      Object.fromEntries(Array.from(all.matchAll(/([\w-]+)="([^"]*)"/g), ([, name = '', value = '']) => [name, value])),
    );
    expect(tmx).toContain('<prop type="client"></prop>');
    expect(tmx).toContain('<note>look</note>');
    expect(tmx).toContain('<prop type="x-Own">a &lt; b</prop>');
    expect(tmx).not.toContain('type="@');
    expect(attributesIn(tmx, 'Two')).toMatchObject({ changeid: 'me', changedate: '20220505T050505Z' });
    expect(validateTmx(tmx)).toEqual([]);
    expect(await updated(tmx)).toBe(tmx);
  });

  it.each([
    ['p', '<ph x="1" type="lb" assoc="p">&lt;br></ph>'],
    ['f', '<ph x="1" type="image" assoc="f">![a](b)</ph>'],
    ['b', '<ph x="1" assoc="b" type="x-html">&lt;x/></ph>'],
  ])('keeps what codes belong to, in each of its texts: %s', async (assoc, code) => {
    const seg = `<seg>One ${code} two<ph x="2" type="lb">&lt;br></ph></seg>`;
    const bare = seg.replace(` assoc="${assoc}"`, '');
    const pairOf = (source: string, target: string): string =>
      `<tu><tuv xml:lang="en-US">${source}</tuv><tuv xml:lang="de-DE">${target}</tuv></tu>`;
    const old = foreign(pairOf(seg, seg.replace('One', 'Eins')) + pairOf(bare.replace('One', 'Two'), bare));
    const once = await updated(old);
    expect(once.match(/assoc="[pfb]"/g)).toEqual([`assoc="${assoc}"`, `assoc="${assoc}"`]);
    for (const name of ['One', 'Eins'])
      expect(once).toMatch(new RegExp(`<seg>${name} <ph [^>]*assoc="${assoc}"[^>]*>`));
    expect(validateTmx(once)).toEqual([]);
    expect(await updated(once)).toBe(once);
  });

  it.each(['best', 'distinct', 'all'] as const)('keeps how often a translation was used: --keep %s', async (keep) => {
    const tmx = await updated(foreign(unit('One', ' usagecount="7"') + unit('Old', ' usagecount="7"')), { keep });
    expect(attributesIn(tmx, 'One')['usagecount']).toBe('7');
    expect(await updated(tmx, { keep })).toBe(tmx);
  });

  it('says who changed what is handed off later', async () => {
    const old = unit(
      'Old',
      ' tuid="x1" creationdate="20180304T050607Z" creationid="ann" changedate="20190304T050607Z" changeid="bob"',
    );
    expect(attributesIn(await updated(foreign(old)), 'Old')).toMatchObject({
      tuid: 'x1',
      creationdate: '20180304T050607Z',
      creationid: 'ann',
      changedate: '20210506T000000Z',
      changeid: 'sspr-tm',
    });
  });

  it('says of equal units who made the first, who changed the last, and one place of memoQ', async () => {
    const placed = (attributesOfUnit: string, before: string, after: string): string =>
      unit('One', attributesOfUnit).replace(
        '<tuv xml:lang="en-US">',
        `$&<prop type="x-context-pre">&lt;seg>${before}&lt;/seg></prop><prop type="x-context-post">&lt;seg>${after}&lt;/seg></prop>`,
      );
    const made = ' creationdate="20180304T050607Z" creationid="zoe"';
    const again = ' creationdate="20190304T050607Z" creationid="ada" changedate="20200304T050607Z" changeid="bea"';
    const tmx = await updated(
      foreign(
        placed(made, 'B', 'A') +
          placed(again, 'A', 'B') +
          unit('Two', again) +
          unit('Two', ' creationdate="20170304T000000Z"'),
      ),
    );
    expect(attributesIn(tmx, 'One')).toMatchObject({
      creationdate: '20180304T050607Z',
      creationid: 'zoe',
      changedate: '20200304T050607Z',
      changeid: 'bea',
      usagecount: '2',
    });
    expect(tmx.match(/<prop type="x-context-.*?<\/prop>/g)).toEqual([
      '<prop type="x-context-post">&lt;seg&gt;B&lt;/seg&gt;</prop>',
      '<prop type="x-context-pre">&lt;seg&gt;A&lt;/seg&gt;</prop>',
    ]);
    // Nothing says who made it in 2017.
    expect(attributesIn(tmx, 'Two')).toMatchObject({
      creationdate: '20170304T000000Z',
      creationid: 'sspr-tm',
      changedate: '20200304T050607Z',
      changeid: 'bea',
    });
    expect(validateTmx(tmx)).toEqual([]);
    expect(await updated(tmx)).toBe(tmx);
  });

  it('keeps ids of units that an article has, too, however often it grows', async () => {
    const ofUnit = (language: string): string =>
      `<tu tuid="x1" segtype="phrase"><tuv xml:lang="en-US"><seg>Old</seg></tuv><tuv xml:lang="${language}"><seg>Old de</seg></tuv></tu>`;
    for (const options of [{}, { join: true }, { context: 'omegat' as const }, { context: 'memoq' as const }]) {
      for (const language of ['de-DE', 'fr-FR', 'cs-CZ']) {
        const once = await updated(foreign(ofUnit(language)), options);
        expect(once).toMatch(/<tu tuid="x1" segtype="phrase"|type="x-tuid">x1</);
        expect(await updated(once, options)).toBe(once);
      }
    }
  });

  it.each([
    ['a segtype that ours has for other pairs', '<tu tuid="x1" segtype="paragraph">', ''],
    ['a name of twelve digits', '<tu tuid="202106051230-17" segtype="phrase">', ''],
    ['a name that ends as one of ours', '<tu tuid="note.deadbeef-2" segtype="phrase">', ''],
    ['a name at the source', '<tu segtype="phrase">', '<prop type="x-tuid">202106051230-17</prop>'],
  ])('keeps %s', async (_, start, inSource) => {
    const old = `${start}<tuv xml:lang="en-US">${inSource}<seg>Old</seg></tuv><tuv xml:lang="de-DE"><seg>Old de</seg></tuv></tu>`;
    const once = await updated(foreign(old));
    expect(once).toContain(inSource === '' ? start.slice(0, -1) : '202106051230-17');
    expect(await updated(once)).toBe(once);
  });

  it('has no tuid twice, and with --join a variant has what a variant may have', async () => {
    const two =
      '<tu tuid="1" creationid="ann" srclang="en-US" segtype="block"><tuv xml:lang="en-US"><seg>X</seg></tuv><tuv xml:lang="de-DE"><seg>Y</seg></tuv><tuv xml:lang="fr-FR" changeid="eve"><seg>Z</seg></tuv></tu>';
    for (const join of [false, true]) {
      const tmx = await updated(foreign(two), { join });
      const ids = Array.from(tmx.matchAll(/tuid="([^"]*)"/g), ([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toContain('1');
      expect(tmx.match(/creationid="ann"/g)).toHaveLength(2);
      expect(tmx.match(/changeid="eve"/g)).toHaveLength(1);
      expect(validateTmx(tmx)).toEqual([]);
    }
  });

  it.each([
    ['an attribute that there is not', foreign(unit('One', ' score="7"')), 'attribute score="7"'],
    ['a date of another form', foreign(unit('One', ' creationdate="2018-03-04T05:06:07Z"')), 'attribute creationdate='],
    ['<hi>', foreign(unit('<hi type="term">One</hi>')), '<hi>'],
    ['<sub>', foreign(unit('One <ph>[<sub>two</sub>]</ph>')), '<sub>'],
    ['<ut>', foreign(unit('One <ut>{x}</ut>')), '<ut>'],
    [
      'what a source says of itself',
      foreign(unit('One', ' creationid="a"').replace('"en-US"><', '"en-US" creationid="b"><')),
      'creationid="b" of the source',
    ],
    [
      'when a source was changed',
      foreign(
        unit('One', '', '', ' creationdate="20240601T050607Z"').replace(
          '"en-US"><',
          '"en-US" changedate="20190101T050607Z"><',
        ),
      ),
      'changedate="20190101T050607Z" of the source',
    ],
    [
      'another element of the header',
      foreign(unit('One'), `<header ${attributes}><ude name="n" base="b"/></header>`),
      '<ude> in its header',
    ],
    [
      'another attribute of the header',
      foreign(unit('One'), `<header ${attributes} x="y"/>`),
      'attribute x of its header',
    ],
  ])('stays as it is where %s would be lost', async (_, tmx, what) => {
    const root = tree({ 'a.md': written({ pairs: [['New', 'Neu']] }), 'team.tmx': tmx });
    const update = join(root, 'team.tmx');
    const run = memoryCorpus([join(root, 'a.md')], { jobs: 1, update });
    await expect(run).rejects.toThrow(/nothing may be lost: it stays as it is/);
    await expect(run).rejects.toThrow(what);
    expect(readFileSync(update, 'utf8')).toBe(tmx);
    // As an input it is read, as before.
    const report = await memoryCorpus([update], { jobs: 1, output: join(root, 'm.tmx') });
    expect(report).toMatchObject({ memory: { entries: 1 }, diagnostics: {} });
    expect(readFileSync(join(root, 'm.tmx'), 'utf8')).not.toContain('creationid="a"');
  });

  it.each([
    ['text', unit('<ph x="1"></ph>').replace('<ph x="1"></ph> de', 'Da')],
    ['strip', unit('One').replace('One de', '<ph x="1">{1}</ph>')],
  ] as const)('stays as it is where nothing would be left of a text with --inline %s', async (inline, odd) => {
    const tmx = foreign(unit('Two') + odd);
    const root = tree({ 'a.md': written({ pairs: [['New', 'Neu']] }), 'team.tmx': tmx });
    const update = join(root, 'team.tmx');
    const run = memoryCorpus([join(root, 'a.md')], { jobs: 1, update, inline });
    await expect(run).rejects.toMatchObject({ name: 'CorpusError', kind: 'input' });
    await expect(run).rejects.toThrow(`nothing but codes (with --inline ${inline})`);
    expect(readFileSync(update, 'utf8')).toBe(tmx);
    await memoryCorpus([join(root, 'a.md')], { jobs: 1, update, inline: 'codes' });
    expect(readFileSync(update, 'utf8').match(/<tu /g)).toHaveLength(3);
  });

  it('in the folder of its articles is none of the documents that are not read', async () => {
    const root = tree({ 'docs/a.md': written({ pairs: [['New', 'Neu']] }), 'docs/team.tmx': foreign(unit('One')) });
    const run = async () => memoryCorpus([join(root, 'docs')], { jobs: 1, update: join(root, 'docs/team.tmx') });
    const { memory, files: all, diagnostics: none } = await run();
    expect([memory.found, none]).toEqual([2, {}]);
    expect(all.map(({ path, pairs }) => [path, pairs])).toEqual([
      ['a.md', 1],
      ['team.tmx', 1],
    ]);
    writeFileSync(join(root, 'docs/other.tmx'), foreign(unit('Two')));
    const { files, diagnostics } = await run();
    expect(diagnostics).toEqual({ 'input/documents': 1 });
    expect(JSON.stringify(files)).toContain('It holds 1 document, and');
  });

  it('of our own, has the same bytes', async () => {
    const root = tree({
      'a.md': written({
        date: '05/06/2021',
        type: 'HT',
        pairs: [
          ['New', 'Neu'],
          ['**B**', '**b**'],
        ],
      }),
    });
    const update = join(root, 'team.tmx');
    await memoryCorpus([join(root, 'a.md')], { jobs: 1, update });
    const first = readFileSync(update, 'utf8');
    writeFileSync(update, first);
    await memoryCorpus([join(root, 'a.md')], { jobs: 1, update });
    expect(readFileSync(update, 'utf8')).toBe(first);
  });
});
