import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateTmx } from '../../../src/index.js';
import { type MemoryCorpusOptions, memoryCorpus } from '../../../src/node.js';
import { tree } from '../../support/cli.js';
import { written } from '../../support/memory-trees.js';

/** The memory after each of two runs with an article, which has the translation of `Old`, too. */
async function grown(units: string, options: MemoryCorpusOptions = {}): Promise<readonly [string, string]> {
  const pairs = [
    ['New', 'Neu'],
    ['Old', 'Old de'],
  ] as const;
  const head =
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="T" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en-US" datatype="xml"/><body>';
  const root = tree({
    'a.md': written({ date: '05/06/2021', pairs }),
    'team.tmx': `${head}${units}</body></tmx>`,
  });
  const update = join(root, 'team.tmx');
  const run = async (): Promise<string> => {
    await memoryCorpus([join(root, 'a.md')], { ...options, jobs: 1, update });
    const text = readFileSync(update, 'utf8');
    expect(validateTmx(text)).toEqual([]);
    return text;
  };
  return [await run(), await run()];
}

function lineOf(tmx: string, text: string): string {
  return tmx.split('\n').find((line) => line.includes(`<seg>${text}</seg>`)) ?? '';
}

const propsOf = (xml: string): string[] => Array.from(xml.matchAll(/<prop type="([^"]*)">/g), ([, type = '']) => type);

const memoq = (text: string): string =>
  `<tu><prop type="client">x</prop><tuv xml:lang="en-US"><prop type="x-context-pre">&lt;seg&gt;A&lt;/seg&gt;</prop><prop type="x-context-post">&lt;seg&gt;B&lt;/seg&gt;</prop><seg>${text}</seg></tuv><tuv xml:lang="de-DE"><seg>${text} de</seg></tuv></tu>`;
const omegat = (text: string): string =>
  `<tu><prop type="file">b.md</prop><prop type="id">7</prop><prop type="prev">A</prop><prop type="next">B</prop><note>n</note><tuv xml:lang="en-US"><seg>${text}</seg></tuv><tuv xml:lang="de-DE"><seg>${text} de</seg></tuv></tu>`;

describe('the context that another tool has in a memory that grows', () => {
  it.each([{}, { join: true }, { context: 'memoq' as const }])('stays where memoQ reads it: %j', async (options) => {
    const [once, twice] = await grown(memoq('One'), options);
    const [ofUnit = '', ofSource = '', ofTarget = ''] = lineOf(once, 'One').split('<tuv ');
    expect(propsOf(ofUnit)).toEqual(['client']);
    expect(propsOf(ofSource)).toEqual(['x-context-post', 'x-context-pre']);
    expect(propsOf(ofTarget)).toEqual([]);
    expect(twice).toBe(once);
  });

  it.each([{}, { join: true }, { context: 'omegat' as const }])('stays as OmegaT reads it: %j', async (options) => {
    const [once, twice] = await grown(omegat('One'), options);
    const [ofUnit = '', ofSource = '', ofTarget = ''] = lineOf(once, 'One').split('<tuv ');
    expect(ofUnit).not.toContain('tuid=');
    expect(propsOf(ofUnit)).toEqual(['file', 'id', 'next', 'prev']);
    expect(ofSource).toContain('<note>n</note>');
    expect(propsOf(ofSource)).toEqual(['x-tuid']);
    expect(propsOf(ofTarget)).toEqual([]);
    expect(twice).toBe(once);
  });

  it('is beside the name of the unit, which stays', async () => {
    const units = omegat('One').replace('<tu>', '<tu tuid="7">') + memoq('Two').replace('<tu>', '<tu tuid="8">');
    for (const options of [{}, { context: 'omegat' as const }]) {
      const [once, twice] = await grown(units, options);
      const names = Array.from(once.matchAll(/(?:<tu tuid="|type="x-tuid">)([78])\b/g), ([, name]) => name);
      expect(names).toEqual(['7', '8']);
      expect(twice).toBe(once);
    }
  });

  it('is kept where an article has the translation, too, however often it grows', async () => {
    for (const [unit, types] of [
      [memoq('Old'), ['client', 'x-context-post', 'x-context-pre']],
      [omegat('Old'), ['file', 'id', 'next', 'prev']],
    ] as const) {
      const [once, twice] = await grown(unit);
      expect(propsOf(lineOf(once, 'Old'))).toEqual(expect.arrayContaining(['x-article', ...types]));
      // OmegaT would take the unit for one of that file only.
      expect(propsOf(lineOf(once, 'Old').split('<tuv ')[0] ?? '')).not.toContain('file');
      expect(twice).toBe(once);
    }
  });

  it('of OmegaT is none where a unit for all files has the translation, too', async () => {
    const one = '<tuv xml:lang="en-US"><seg>One</seg></tuv><tuv xml:lang="de-DE"><seg>One de</seg></tuv></tu>';
    const everywhere = `<tu><prop type="client">y</prop>${one}`;
    for (const units of [omegat('One') + everywhere, everywhere + omegat('One')]) {
      for (const options of [{}, { join: true }, { context: 'omegat' as const }]) {
        const [once, twice] = await grown(units + omegat('Two'), options);
        expect(propsOf(lineOf(once, 'One'))).not.toContain('file');
        expect(lineOf(once, 'One')).toContain('<prop type="client">y</prop>');
        expect(lineOf(once, 'One')).toContain('<note>n</note>');
        expect(propsOf(lineOf(once, 'Two'))).toContain('file');
        expect(twice).toBe(once);
      }
    }
  });

  it.each(['omegat', 'memoq'] as const)(
    'gives way to that of an article where it is asked for: %s',
    async (context) => {
      const [once, twice] = await grown(memoq('Old') + omegat('Old'), { context });
      const types = propsOf(lineOf(once, 'Old'));
      expect(types.filter((type) => types.indexOf(type) !== types.lastIndexOf(type))).toEqual([]);
      // What stands before it there.
      expect(lineOf(once, 'Old')).toMatch(
        context === 'omegat'
          ? /<prop type="file">a\.md<\/prop><prop type="prev">New<\/prop>/
          : /<prop type="x-context-pre">&lt;seg&gt;New&lt;\/seg&gt;<\/prop>/,
      );
      expect(twice).toBe(once);
    },
  );
});
