import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportToString, segmentsOf } from '../../../src/index.js';
import { temporaryFolder } from '../../support/cli.js';
import { fetchedFolder } from '../../support/clients.js';
import { fixturesAndSeed } from '../articles.js';
import { hasOkapi } from '../okapi/run.js';
import { describeOmegat, translateProject } from '../omegat/omegat.js';
import { wordsIn, wordsOf } from '../omegat/words.js';
import { describeToolkits } from '../translate-toolkit/toolkits.js';

const versions = ['2.0', '2.1', '2.2'] as const;
const articles = fixturesAndSeed().map(({ article }) => article);
/** The segments that are written; all have targets. */
const count = articles.flatMap((article) => [...segmentsOf(article)].filter(({ skip }) => skip === undefined)).length;

/** All articles in one document of each version. */
function documents(): readonly string[] {
  const folder = temporaryFolder();
  return versions.map((xliffVersion) => {
    const file = join(folder, `${xliffVersion}.xlf`);
    // Articles of several languages: what a client makes of the language is not what is asked.
    const same = articles.map((article) => ({
      ...article,
      localization: { ...article.localization, trgLang: 'ja-JP' },
    }));
    writeFileSync(file, exportToString(same, 'xliff', { xliffVersion }));
    return file;
  });
}

const linesOf = (output: string): readonly string[] => output.trimEnd().split('\n');

describe.runIf(hasOkapi)('the validating reader of Okapi', () => {
  it('reads 2.0 and 2.1, and refuses 2.2', () => {
    const script = join(import.meta.dirname, 'ReadXliff.java');
    const args = ['-cp', join(fetchedFolder('okapi'), '*'), script, ...documents()];
    const output = execFileSync('java', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const read = `${count} ${count}`;
    expect(linesOf(output)).toEqual([read, read, expect.stringMatching(/^refused: .*Cannot find the declaration/)]);
  });
});

describeToolkits('', ({ version, run }) => {
  // 3.8 knows no XLIFF 2, and takes each for XLIFF 1.2.
  it(version === '3.8' ? 'finds no segment in any, and says nothing' : 'reads all versions', () => {
    const output = run(join(import.meta.dirname, 'read-xliff.py'), ...documents());
    expect(linesOf(output)).toEqual(versions.map(() => (version === '3.8' ? '0 0' : `${count} ${count}`)));
  });
});

describeOmegat('', (version) => {
  it(version === '3.6' ? 'has no segment of any, and says nothing' : 'has all sources and targets of all', () => {
    const files = documents();
    const sources = Object.fromEntries(
      files.map((file, index) => [`${versions[index]}.xlf`, readFileSync(file, 'utf8')]),
    );
    const { segments } = translateProject({ version, trgLang: 'ja-JP', sentences: false, sources });
    const all = articles
      .flatMap((article) => [...segmentsOf(article)])
      .filter(({ skip, source }) => skip === undefined && wordsOf(source.content) !== '')
      .map(({ source, target }) => [wordsOf(source.content), wordsOf(target.content)]);
    for (const name of Object.keys(sources)) {
      const shown = segments
        .filter(({ file }) => file === name)
        .map(({ source, translation }) => [source, translation ?? source].map(wordsIn));
      expect([name, shown]).toEqual([name, version === '3.6' ? [] : all]);
    }
  });
});
