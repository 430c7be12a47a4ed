import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportToString } from '../../../src/index.js';
import { temporaryFolder } from '../../support/cli.js';
import { fixturesAndSeed } from '../articles.js';
import { describeToolkits } from './toolkits.js';

/** A unit as `read-candidates.py` prints it. */
interface Unit {
  readonly source: string;
  readonly candidates: readonly Readonly<Record<'source' | 'target', string>>[];
}

/** Older versions make one space of white space. */
function oneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

describeToolkits(', pretranslate', ({ run }) => {
  it('gives each unit of XLIFF 1.2 the target that our TMX has for its source', () => {
    const folder = temporaryFolder();
    const articles = fixturesAndSeed()
      .map(({ article }) => article)
      .filter(({ localization }) => localization.trgLang === 'ja-JP');
    const options = { trgLang: 'ja-JP', client: 'translate-toolkit' } as const;
    const [tmx, empty, filled] = ['a.tmx', 'empty.xlf', 'filled.xlf'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(tmx, exportToString(articles, 'tmx', options));
    const document = exportToString(articles, 'xliff1.2', options);
    const targets = new Map<string, Set<string>>();
    for (const [, source = '', target = ''] of document.matchAll(/<source>(.*?)<\/source><target>(.*?)<\/target>/gs)) {
      const known = targets.get(oneLine(decode(source))) ?? new Set();
      targets.set(oneLine(decode(source)), known.add(oneLine(decode(target))));
    }
    writeFileSync(empty, document.replace(/<target>.*?<\/target>/gs, ''));
    // The template is what it looks into first; without one it fails.
    run('-m', 'translate.tools.pretranslate', '--progress=none', `--tm=${tmx}`, `--template=${empty}`, empty, filled);
    const [units = []] = JSON.parse(run(join(import.meta.dirname, 'read-candidates.py'), filled)) as Unit[][];
    expect(units.length).toBe(document.split('<trans-unit ').length - 1);
    expect(units.length).toBeGreaterThan(150);
    const unfound: string[] = [];
    for (const { source, candidates } of units) {
      const [found] = candidates;
      if (found === undefined) unfound.push(source);
      else {
        expect([source, oneLine(found.source)]).toEqual([source, oneLine(source)]);
        expect([...(targets.get(oneLine(source)) ?? [])]).toContain(oneLine(found.target));
      }
    }
    // It looks for words.
    expect(unfound.filter((source) => /\p{L}/u.test(source))).toEqual([]);
    console.log(`${units.length - unfound.length} of ${units.length} units pretranslated`);
  });
});

function decode(xml: string): string {
  return xml.replaceAll('&#13;', '\r').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
