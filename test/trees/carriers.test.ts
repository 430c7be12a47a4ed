import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isLeft } from 'fp-ts/lib/These.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import {
  type Article,
  checkArticle,
  type ExportOptions,
  exportToString,
  type Format,
  mergeTmx,
  mergeXliff,
  parseArticle,
  splitArticle,
  validateTmx,
  validateXliff,
} from '../../src/index.js';
import { createXmlScanner } from '../../src/xml/scan/well-formed.js';
import { editTargets, shapesOfTargets, typed } from '../support/edits.js';
import { tellWhereCorporaAreMissing } from '../support/missing.js';
import { pairsOf } from '../support/pairs.js';
import { shared, unpack } from '../support/shared.js';

const trgLang = 'ja-JP';
const forms: readonly (readonly [Format, ExportOptions])[] = [
  ['xliff', {}],
  ['xliff', { units: 'pair' }],
  ['xliff1.2', {}],
];
/** Independent of the library: the pairs in a text of YAML or XML. */
const span =
  /<span data-ttu-id=[^>]*>((?:(?!<\/span><span class="sxs-lookup">)[\s\S])*)<\/span><span class="sxs-lookup"><span data-stu-id=[^>]*>((?:(?!<\/span><\/span>)[\s\S])*)<\/span><\/span>/g;
const localization = /^ms\.(?:openlocfilehash|sourcegitcommit|translationtype|contentlocale|lasthandoff|locfileid)$/;

tellWhereCorporaAreMissing();

/** All keys and values of a YAML document, in order, by the library. */
function scalarsOf(text: string): { readonly errors: readonly string[]; readonly values: readonly string[] } {
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent', prettyErrors: false });
  const values: string[] = [];
  visit(document, (_, node) => {
    if (isScalar(node) && node.source !== '') values.push(String(node.value));
  });
  return { errors: document.errors.map(({ message }) => message), values };
}

function expectedValues(text: string, side: 'source' | 'target'): readonly string[] {
  const values = scalarsOf(text).values.map((value) => value.replace(span, side === 'source' ? '$2' : '$1'));
  if (side === 'target') return values;
  const kept = values.filter((value, at) => !localization.test(value) && !localization.test(values[at - 1] ?? ''));
  // Nothing is left in it.
  return kept.filter((value, at) => value !== 'metadata' || at < kept.length - 1);
}

function isWellFormed(text: string): boolean {
  const scanner = createXmlScanner();
  return (scanner.write(text) ?? scanner.end()) === undefined;
}

/** Ten edits over the articles of a tree: what came out other than meant, and how many were refused. */
function editTen(articles: readonly Article[], seed: number): { wrong: readonly string[]; refused: number } {
  let refused = 0;
  const texts = fc.sample(typed, { numRuns: 10, seed });
  const wrong = texts.flatMap((text, number) => {
    const article = articles[(seed + number * 59) % articles.length] as Article;
    const pairs = pairsOf(article);
    const id = pairs[(seed * 7 + number) % pairs.length]?.id ?? '';
    const edited = editTargets(article, new Set([id]), text, seed + number);
    const [format, options] = forms[number % forms.length] ?? ['xliff', {}];
    const merged = mergeXliff(article, exportToString([edited], format, { trgLang, ...options }));
    if (isLeft(merged)) return [`${article.path} ${id}: refused as a whole`];
    const read = parseArticle(merged.right.text, { path: article.path ?? '' });
    if (isLeft(read)) return [`${article.path} ${id}: cannot be read`];
    const isRefused = merged._tag === 'Both' && merged.left.some(({ severity }) => severity === 'error');
    if (isRefused) refused++;
    const wanted = shapesOfTargets(isRefused ? article : edited);
    const given = shapesOfTargets(read.right);
    const others = [...wanted].filter(([each, shape]) => given.get(each) !== shape).map(([each]) => each);
    const damage =
      article.carrier === 'yaml' ? scalarsOf(merged.right.text).errors : isWellFormed(merged.right.text) ? [] : ['XML'];
    return [...others, ...damage].map((what) => `${article.path} ${id} ${JSON.stringify(text)}: ${what}`);
  });
  return { wrong, refused };
}

describe.runIf(shared !== undefined).each([
  ['learn.ja-JP', 'yaml', '.yml', { files: 531, withPairs: 455, pairs: 3608 }],
  ['sdk-sample.ja-JP', 'xml', '.xml', { files: 592, withPairs: 592, pairs: 11_669 }],
] as const)('%s in %s', (name, carrier, extension, counts) => {
  const articles: Article[] = [];
  let files = 0;
  beforeAll(() => {
    const root = unpack(`${name}.sxs`, 'trees');
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!file.endsWith(extension)) continue;
      files++;
      const read = parseArticle(readFileSync(join(root, file), 'utf8'), { path: file });
      if (!isLeft(read)) articles.push(read.right);
    }
  });

  it('has all its pairs, and no errors', () => {
    const withPairs = articles.filter((article) => pairsOf(article).length > 0);
    expect({
      files,
      withPairs: withPairs.length,
      pairs: withPairs.reduce((sum, article) => sum + pairsOf(article).length, 0),
    }).toEqual(counts);
    expect(articles.every((article) => article.carrier === carrier)).toBe(true);
    if (carrier === 'yaml') {
      expect(withPairs.every((article) => article.localization.trgLang === 'ja-JP')).toBe(true);
    }
  });

  it('has on both sides what its pairs have, and nothing else is another', () => {
    for (const article of articles) {
      for (const side of ['source', 'target'] as const) {
        const split = splitArticle(article, side);
        expect(split.includes('data-ttu-id'), article.path).toBe(false);
        if (carrier === 'yaml') {
          expect(scalarsOf(split), article.path).toEqual({ errors: [], values: expectedValues(article.text, side) });
        } else {
          expect(isWellFormed(split), article.path).toBe(true);
          expect(split, article.path).toBe(article.text.replace(span, side === 'source' ? '$2' : '$1'));
        }
      }
    }
  });

  it('comes back to the letter from each format, and these are valid', () => {
    for (const article of articles) {
      if (pairsOf(article).length === 0) continue;
      for (const [format, options] of forms) {
        const document = exportToString([article], format, { trgLang, ...options });
        if (format === 'xliff') expect(validateXliff(document), article.path).toEqual([]);
        const merged = mergeXliff(article, document);
        expect(merged._tag === 'Right' && merged.right.text === article.text, `${article.path} ${format}`).toBe(true);
      }
      const memory = exportToString([article], 'tmx', { trgLang });
      expect(validateTmx(memory), article.path).toEqual([]);
      const merged = mergeTmx(article, memory, { trgLang });
      expect(merged._tag !== 'Left' && merged.right.text === article.text, `${article.path} TMX`).toBe(true);
    }
  });

  it('takes edits as they are meant', () => {
    const withPairs = articles.filter((article) => pairsOf(article).length > 0);
    let refused = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const edits = editTen(withPairs, seed);
      expect(edits.wrong).toEqual([]);
      refused += edits.refused;
    }
    // What looks like the markup of a pair, for example.
    expect(refused).toBeLessThan(20);
  });

  it('has findings of the rules that fit it', () => {
    const codes = new Set(articles.flatMap((article) => checkArticle(article).map(({ code }) => code)));
    expect([...codes].sort()).toEqual(
      carrier === 'yaml'
        ? ['check/double-space', 'check/leading-trailing-space']
        : ['check/double-space', 'check/leading-trailing-space', 'check/urls'],
    );
  });
});
