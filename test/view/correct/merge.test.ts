import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  articleOf,
  type Diagnostic,
  diagnosticsOf,
  mergedOf,
  mergeTmx,
  mergeXliff,
  parseArticle,
} from '../../../src/index.js';
import { faultOf } from '../../../src/view/correct/fault.js';
import { isHandedChange, toTmx, toXliff } from '../../../src/view/correct/hand-over/hand-over.js';
import { noWork, withTarget, workArticleOf } from '../../../src/view/correct/work.js';
import { toPageArticle } from '../../../src/view/view-model.js';
import { root } from '../../vitest.config.js';
import { editTarget, randomEdit } from './random-edits.js';

const folder = join(root, 'fixtures');
const articles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /[/\\]input\.(?:md|ya?ml|xml)$/.test(path))
  .map((path) => articleOf(parseArticle(readFileSync(join(folder, path), 'utf8'), { path })))
  .filter((article) => article !== undefined && article.units.length > 0)
  .filter((article) => article !== undefined);

/** Edits of each article: 10,000 of all, as far as they are possible. */
const editsEach = 400;
let edits = 0;
let handed = 0;
let held = 0;

describe('what the editing model makes of random edits', () => {
  afterAll(() => {
    expect(edits).toBeGreaterThan(10_000);
    // What is held back is an exception.
    expect(held).toBeLessThan(handed / 20);
  });

  it.each(articles.map((article) => [article.path ?? '', article] as const))('is merged: %s', (_, article) => {
    const trgLang = article.localization.trgLang ?? 'de-DE';
    const page = toPageArticle({ article, trgLang });
    const entries = page.units.flatMap((unit) => unit.segments.map((segment) => ({ unit, segment })));
    const each = Math.ceil(editsEach / entries.length);
    const all = fc.array(randomEdit, { minLength: each, maxLength: each });
    fc.assert(
      fc.property(fc.array(all, { minLength: entries.length, maxLength: entries.length }), (plans) => {
        const segments = entries.map(({ unit, segment }, index) => {
          const { target, done } = editTarget(segment, unit.block, plans[index] ?? []);
          edits += done;
          return withTarget(noWork(unit, segment), target);
        });
        const work = { ...workArticleOf(page), segments };
        const changed = segments.filter(isHandedChange);
        handed += changed.length;
        held += segments.filter((one) => faultOf(one) !== undefined).length;
        const errors = (found: readonly Diagnostic[]): string[] =>
          found.filter(({ severity }) => severity === 'error').map(({ message }) => message);
        const xliff = mergeXliff(article, toXliff([work], 'en-US', trgLang));
        expect(errors(diagnosticsOf(xliff))).toEqual([]);
        expect(mergedOf(xliff)?.changes.map(({ id }) => id)).toEqual(changed.map(({ id }) => id));
        // A title that was recovered is no pair: a memory does not speak of it.
        const tmx = mergeTmx(article, toTmx([work], 'en-US'), { trgLang });
        expect(errors(diagnosticsOf(tmx))).toEqual([]);
      }),
      // The same edits in each run: what fails once, fails again.
      { numRuns: 2, seed: 2026 },
    );
  });
});
