import { describe, expect, it } from 'vitest';
import {
  checkArticle,
  exportToString,
  formats,
  mergeTmx,
  mergeXliff,
  splitArticle,
  toXliffJs,
} from '../../src/index.js';
import { viewToHtml } from '../../src/node.js';
import { articleOf, pair } from '../support/pairs.js';

const article = articleOf(pair('1a2b3-1', 'Ovi', 'Door'));
/** As the message lists them, however many there are. */
const names = Object.keys(formats).join(', ');
/** As callers in JavaScript do, whom no type keeps from it. */
const any = (value: unknown): never => value as never;

describe('pure functions throw a RangeError that says what there is', () => {
  it.each<[string, () => unknown, string]>([
    ['a format', () => exportToString([article], any('xlf')), `format: "xlf" is none of ${names}; did you mean xliff`],
    [
      'a format of the prototype',
      () => exportToString([article], any('constructor')),
      'format: "constructor" is none of',
    ],
    ['no format', () => exportToString([article], any(null)), `format: null is none of ${names}.`],
    ['undefined', () => exportToString([article], any(undefined)), 'is none of'],
    ['a number', () => exportToString([article], any(42)), 'format: 42 is none of'],
    ['an empty exporter', () => exportToString([article], any({})), 'format: an exporter has no name'],
    ['a name alone', () => exportToString([article], any({ name: 'x' })), 'format: an exporter has no scope'],

    [
      'inline',
      () => exportToString([article], 'tmx', { inline: any('code') }),
      'inline: "code" is none of codes, text, strip; did you mean codes?',
    ],
    [
      'units',
      () => exportToString([article], 'xliff', { units: any('blocks') }),
      'units: "blocks" is none of block, pair; did you mean block?',
    ],
    ['context', () => exportToString([article], 'tmx', { context: any('omegaT ') }), 'did you mean omegat?'],
    ['srcLang', () => exportToString([article], 'xliff', { srcLang: 'en_US' }), 'srcLang: "en_US" is no language tag'],
    ['trgLang', () => exportToString([article], 'xliff1.2', { trgLang: '' }), 'trgLang: "" is no language tag'],
    ['date', () => exportToString([article], 'tmx', { date: '2024-01-01' }), 'date: "2024-01-01" is no date'],
    [
      'metadata',
      () => exportToString([article], 'tmx', { metadata: any('no') }),
      'metadata: "no" is neither true nor false',
    ],
    ['inline of the JavaScript form', () => toXliffJs(article, { inline: any('texts') }), 'did you mean text?'],
    [
      'a side',
      () => splitArticle(article, any('sources')),
      'side: "sources" is none of source, target; did you mean source?',
    ],
    ['anchors', () => splitArticle(article, 'target', { anchors: any('kept') }), 'did you mean keep?'],
    [
      'inline of a merge',
      () => mergeXliff(article, '<xliff/>', { inline: any('strip') }),
      'inline: "strip" is none of codes, text.',
    ],
    ['force', () => mergeXliff(article, '<xliff/>', { force: any(1) }), 'force: 1 is neither'],
    [
      'trgLang of a memory',
      () => mergeTmx(article, '<tmx/>', { trgLang: 'fi_FI' }),
      'trgLang: "fi_FI" is no language tag',
    ],
    [
      'a rule',
      () => checkArticle(article, any({ 'check/number': 'error' })),
      'rules: there is no "check/number"; did you mean check/numbers?',
    ],
    [
      'a level',
      () => checkArticle(article, { 'check/numbers': any('warn') }),
      'rules: "warn" is none of off, info, warning, error; did you mean',
    ],
    ['rules', () => checkArticle(article, any(['check/numbers'])), 'rules: a list is no object'],
    [
      'the language of a page',
      () => viewToHtml([], { srcLang: 'english language' }),
      'srcLang: "english language" is no language tag',
    ],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });

  it('and take what there is, and what is left undefined', () => {
    expect(exportToString([article], 'tmx', any({ inline: undefined, trgLang: 'fi-FI' }))).toContain('Ovi');
    expect(checkArticle(article, any({ 'check/numbers': undefined, 'xliff/structure': 'off' }))).toEqual([]);
  });
});
