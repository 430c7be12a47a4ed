import { describe, expect, it } from 'vitest';
import { summarizeMemory } from '../../src/cli/commands/memory-summary.js';
import type { MemoryReport } from '../../src/corpus/memory/report.js';
import { paintIf } from '../../src/corpus/words/paint.js';
import type { LanguageCount } from '../../src/index.js';

const paint = paintIf(false);

function summary(languages: Record<string, Omit<LanguageCount, 'entries' | 'years'>>, isHistory?: boolean): string {
  const counts = Object.entries(languages).map(([language, { ht, mt, unknown }]) => {
    const entries = ht + mt + unknown;
    return [language, { entries, ht, mt, unknown, years: { 2020: entries } }] as const;
  });
  const found = counts.reduce((sum, [, { entries }]) => sum + entries, 0);
  const report = {
    articles: 1,
    withPairs: 1,
    bytes: 0,
    excluded: 0,
    ignored: 0,
    memory: { found, entries: found, leftOut: {}, sources: found, languages: Object.fromEntries(counts) },
    diagnostics: {},
    outputs: ['out/memory.tmx'],
  };
  return summarizeMemory(report as unknown as MemoryReport, paint, isHistory);
}

describe('summarizeMemory', () => {
  it.each([
    [{ ht: 3, mt: 1, unknown: 0 }, '4 entries, 75 % HT, 25 % MT, 2020'],
    [{ ht: 0, mt: 0, unknown: 7 }, '7 entries, 0 % HT, 0 % MT, 100 % of unknown type, 2020'],
    [{ ht: 17, mt: 77, unknown: 6 }, '100 entries, 17 % HT, 77 % MT, 6 % of unknown type, 2020'],
    [{ ht: 1, mt: 999, unknown: 0 }, '1,000 entries, < 1 % HT, > 99 % MT, 2020'],
    [{ ht: 999, mt: 0, unknown: 1 }, '1,000 entries, > 99 % HT, 0 % MT, < 1 % of unknown type, 2020'],
    [{ ht: 0, mt: 5, unknown: 0 }, '5 entries, 0 % HT, 100 % MT, 2020'],
  ])('says of %o who translated, whoever it was', (count, line) => {
    expect(summary({ 'th-TH': count }).split('\n')).toContain(`th-TH: ${line}`);
  });

  it('says of a history that versions were read', () => {
    const languages = { 'th-TH': { ht: 1, mt: 0, unknown: 0 } };
    expect(summary(languages, true)).toMatch(/^1 version of articles, 1 with pairs/);
    expect(summary(languages)).toMatch(/^1 article, 1 with pairs/);
  });
});
