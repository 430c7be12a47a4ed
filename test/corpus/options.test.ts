import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/index.js';
import {
  checkFiles,
  exportCorpus,
  findArticles,
  leverageCorpus,
  memoryCorpus,
  mergeCorpus,
  mergeFile,
  readArticles,
  splitCorpus,
  viewCorpus,
} from '../../src/node.js';
import { filesBelow, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

/** As the message lists them, however many there are. */
const names = Object.keys(formats).join(', ');
/** As callers in JavaScript do, whom no type keeps from it. */
const any = (value: unknown): never => value as never;

describe('library functions reject with `usage`, and write nothing', () => {
  it.each<[string, (a: string, o: string) => unknown, string]>([
    [
      'a format',
      (a, output) => exportCorpus([a], { output, formats: [any('xlf')] }),
      `formats: "xlf" is none of ${names}; did you mean xliff`,
    ],
    [
      'one of several formats',
      (a, output) => exportCorpus([a], { output, formats: ['tmx', any('TMX')] }),
      'did you mean tmx?',
    ],
    [
      'formats that are no list',
      (a, output) => exportCorpus([a], { output, formats: any('tmx') }),
      'formats: "tmx" is no list',
    ],
    [
      'formats that are null',
      (a, output) => exportCorpus([a], { output, formats: any(null) }),
      'formats: null is no list',
    ],
    ['no format', (a, output) => exportCorpus([a], { output, formats: [] }), 'No output format'],
    [
      'a name that all objects know',
      (a, output) => exportCorpus([a], { output, formats: [any('constructor')] }),
      `formats: "constructor" is none of ${names}`,
    ],
    ['inline', (a, output) => exportCorpus([a], { output, inline: any('codez') }), 'did you mean codes?'],
    ['units', (a, output) => exportCorpus([a], { output, units: any('pairs') }), 'did you mean pair?'],
    ['context', (a, output) => exportCorpus([a], { output, context: any('memo') }), 'did you mean memoq?'],
    ['only', (a, output) => exportCorpus([a], { output, only: any('HT') }), 'did you mean ht'],
    ['skip', (a, output) => exportCorpus([a], { output, skip: [any('check/url')] }), 'did you mean check/urls'],
    ['jobs', (a, output) => exportCorpus([a], { output, jobs: 0 }), 'jobs: 0 is no number from 1 on'],
    ['jobs that are no number', (a, output) => exportCorpus([a], { output, jobs: Number.NaN }), 'jobs: NaN'],
    ['srcLang', (a, output) => exportCorpus([a], { output, srcLang: '../x' }), 'srcLang: "../x" is no language tag'],
    ['trgLang', (a, output) => exportCorpus([a], { output, trgLang: 'de_DE' }), 'trgLang: "de_DE" is no language tag'],
    ['forceLang', (a, output) => exportCorpus([a], { output, forceLang: any('yes') }), 'forceLang: "yes" is neither'],
    ['output', (a) => exportCorpus([a], { output: any(7) }), 'output: 7 is no text'],
    ['overwrite', (a, output) => exportCorpus([a], { output, overwrite: any('all') }), 'overwrite: "all" is neither'],
    ['sides', (a, output) => splitCorpus([a], { output, sides: [any('targets')] }), 'did you mean target?'],
    [
      'anchors',
      (a, output) => splitCorpus([a], { output, anchors: any('none') }),
      'anchors: "none" is none of keep, drop',
    ],
    ['srcLang of a split', (a, output) => splitCorpus([a], { output, srcLang: 'a/b' }), 'srcLang: "a/b"'],
    [
      'rules of a page',
      (a, output) => viewCorpus([a], { output, rules: any({ 'check/urlz': 'off' }) }),
      'did you mean check/urls?',
    ],
    ['trgLang of a page', (a, output) => viewCorpus([a], { output, trgLang: 'x_y' }), 'trgLang: "x_y"'],
    [
      'levels',
      (a) => checkFiles([a], { rules: { 'check/urls': any('fatal') } }).next(),
      'rules: "fatal" is none of off, info',
    ],
    ['trgLang of a check', (a) => checkFiles([a], { trgLang: any(5) }).next(), 'trgLang: 5 is no language tag'],
    [
      'inline of a merge',
      async (a) => mergeFile(a, a, { inline: any('strip') }),
      'inline: "strip" is none of codes, text',
    ],
    [
      'formats of a memory',
      (a, output) => memoryCorpus([a], { formats: any(['xlif']), output }),
      'formats: "xlif" is none of csv, jsonl, moses, parquet, tmx, xlsx',
    ],
    [
      'formats of what is filled',
      (a, output) => leverageCorpus([a], { trgLang: 'fi-FI', memory: [a], formats: any(['mdd']), output }),
      'formats: "mdd" is none of xliff, xliff1.2, md; did you mean md?',
    ],
    ['one input of a memory', (a, output) => memoryCorpus(any(a), { output }), 'a.md" is no list of texts'],
    [
      'one article that is filled',
      (a, output) => leverageCorpus(any(a), { trgLang: 'fi-FI', memory: [a], output }),
      'a.md" is no list of texts',
    ],
    [
      'no options of what is filled',
      (a) => leverageCorpus([a], any(undefined)),
      'Name the language of the translations',
    ],
    ['one input of an export', (a, output) => exportCorpus(any(a), { output }), 'inputs: "'],
    ['one input of a check', (a) => checkFiles(any(a)).next(), 'inputs: "'],
    ['one input that is read', (a) => readArticles(any(a)).next(), 'inputs: "'],
    ['one input that is looked for', (a) => findArticles(any(a)), 'inputs: "'],
    ['one document of a merge', (a, output) => mergeCorpus(a, any('a.xlf'), { output }), 'documents: "a.xlf"'],
  ])('%s', async (_, call, message) => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'a.md'), `---\nms.contentlocale: fi-FI\n---\n${pair('1a2b3-1', 'Ovi', 'Door')}\n`);
    await expect(call(join(root, 'a.md'), join(root, 'out'))).rejects.toMatchObject({
      name: 'CorpusError',
      kind: 'usage',
      message: expect.stringContaining(message),
    });
    expect(filesBelow(root)).toEqual(['a.md']);
  });
});

it('a format that is named twice is written once', async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'a.md'), `---\nms.contentlocale: fi-FI\n---\n${pair('1a2b3-1', 'Ovi', 'Door')}\n`);
  const { outputs } = await exportCorpus([join(root, 'a.md')], {
    output: join(root, 'o'),
    formats: ['tmx', 'tmx'],
    jobs: 1,
  });
  expect(outputs).toEqual([join(root, 'o/en-US_fi-FI.tmx')]);
});
