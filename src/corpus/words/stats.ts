import type { LanguageStats } from '../../stats/stats.js';
import { count, countOf } from './count.js';
import { printable } from './printable.js';

/** One line for a language: what a quote asks for. */
export function describeStats(language: string, stats: LanguageStats): string {
  const { segments, source, target, repetitions, ht, mt, unknown } = stats;
  const types = Object.entries({ HT: ht, MT: mt, 'of unknown type': unknown })
    .filter(([, { words }]) => words > 0)
    .map(([type, { words }]) => `${count(words)} ${type}`);
  const inTypes = types.length === 0 ? '' : ` (${types.join(', ')})`;
  return [
    `${printable(language)}: ${countOf(segments, 'segment')}, ${countOf(source.words, 'source word')}${inTypes}`,
    countOf(source.characters, 'character'),
    `repetitions: ${countOf(repetitions.segments, 'segment')}, ${countOf(repetitions.words, 'word')}`,
    `target: ${countOf(target.words, 'word')}, ${countOf(target.characters, 'character')}`,
  ].join('; ');
}
