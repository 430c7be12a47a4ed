import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mergeCorpus } from '../../../../src/corpus/merge/tree/merge-corpus.js';
import { exportToString } from '../../../../src/index.js';
import { tree } from '../../../support/cli.js';
import { articleOf, pair } from '../../../support/pairs.js';

/** An article, in a language or in none. */
function article(trgLang: string | undefined, target: string, source: string): string {
  const header = trgLang === undefined ? '' : `ms.contentlocale: ${trgLang}\n`;
  return `---\ntitle: x\n${header}---\n${pair('1a2b3-101', target, source)}\n`;
}

function memory(trgLang: string, target: string, source: string): string {
  return exportToString([articleOf(article(trgLang, target, source), 'm.md')], 'tmx');
}

it.each([1, 2])(
  'an article without a language is asked for one only where a memory has a source of it: %s memories',
  async (count) => {
    // Two other languages, so that none is inferred.
    const cwd = tree({
      't/a.md': article('de-DE', 'Eins', 'One'),
      't/b.md': article('fr-FR', 'Un', 'One'),
      't/c.md': article(undefined, 'Zwei', 'Two'),
      't/d.md': article(undefined, 'Drei', 'Three'),
      'x/1.tmx': memory('de-DE', 'Eines', 'One'),
      'x/2.tmx': memory('de-DE', 'Andere', 'Others'),
      'y/3.tmx': memory('de-DE', 'Zweie', 'Two'),
    });
    const documents = ['x/1.tmx', 'x/2.tmx'].slice(0, count).map((name) => join(cwd, name));
    const given = { output: join(cwd, 'out'), jobs: 1 };
    const report = await mergeCorpus(join(cwd, 't'), documents, given);
    expect(report).toMatchObject({ articles: 4, written: 1, changed: 1, diagnostics: {} });
    const asked = await mergeCorpus(join(cwd, 't'), [...documents, join(cwd, 'y/3.tmx')], given);
    expect(asked).toMatchObject({ articles: 4, written: 1, changed: 1, diagnostics: { 'language/missing': 1 } });
    const named = asked.files.filter(({ diagnostics }) => diagnostics.some(({ code }) => code === 'language/missing'));
    expect(named.map(({ path }) => path)).toEqual(['c.md']);
  },
);
