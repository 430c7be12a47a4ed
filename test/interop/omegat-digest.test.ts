import { describe, expect, it } from 'vitest';
import { exportToString, type Format } from '../../src/index.js';
import { isInstalled } from '../support/clients.js';
import { isAsWritten } from '../support/sources.js';
import { fixturesAndSeed } from './articles.js';
import { translateProject } from './omegat.js';

describe.runIf(isInstalled('OmegaT', 'omegat'))('OmegaT and the digest', () => {
  it.each<[Format]>([['xliff'], ['xliff1.2']])('documents that it did not change are not edited: %s', (format) => {
    const trgLang = 'ja-JP';
    const documents = fixturesAndSeed().flatMap(({ name, article }) => {
      const document = exportToString([article], format, { trgLang });
      return document === '' ? [] : [[`${name}.xlf`, document] as const];
    });
    const project = translateProject({ trgLang, sentences: false, sources: Object.fromEntries(documents) });
    const edited = documents.filter(([name]) => !isAsWritten(project.output(name))).map(([name]) => name);
    expect([documents.length > 10, edited]).toEqual([true, []]);
    const [[name, document]] = documents as [readonly [string, string]];
    expect([project.output(name) === document, isAsWritten(document.replace(/<target>(?=.)/, '<target>x'))]).toEqual([
      false,
      false,
    ]);
  });
});
