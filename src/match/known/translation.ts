import { compareCodePoints, comparePlaces } from '../../memory/policy.js';
import type { Content } from '../../model/content.js';
import type { EntryTarget, MemoryEntry } from '../../model/memory/entry.js';

/** A memory that is asked. */
export interface KnownMemory {
  /** Its place among all, from 0: the earlier one wins a tie. */
  readonly number: number;
  readonly name: string;
  /** What is taken off the score of its matches. */
  readonly penalty: number;
}

/** A translation in a memory. */
export interface Translation {
  readonly entry: MemoryEntry;
  readonly target: EntryTarget;
  readonly memory: KnownMemory;
  /** What is taken off its score whatever it is compared with: for its memory, and for a machine translation. */
  readonly penalty: number;
}

/** A copy that keeps nothing else alive: texts of a document that is read may be parts of the whole. */
export function ownTranslation({ entry, target, memory, penalty }: Translation): Translation {
  const own: MemoryEntry = JSON.parse(JSON.stringify(entry));
  for (const text of [own.source, ...own.targets]) shareText(text);
  return { entry: own, target: own.targets[entry.targets.indexOf(target)] ?? target, memory, penalty };
}

/** A text without codes is its content: it is kept once. */
function shareText(given: { text: string; readonly content: Content }): void {
  const [first] = given.content;
  if (first?.kind === 'text' && first.text === given.text) given.text = first.text;
}

const nowhere = { path: '', id: '' };

/**
 * Compares translations with one score; the better one is the smaller. Human before machine translation, or one of which
 * nothing is known; then the later hand-off, the earlier memory, the first place by path and id; then the texts, so that
 * the order of entries changes nothing.
 */
export function compareTranslations(a: Translation, b: Translation): number {
  return (
    Number(b.target.translationType === 'ht') - Number(a.target.translationType === 'ht') ||
    compareCodePoints(b.target.lastHandoff ?? '', a.target.lastHandoff ?? '') ||
    a.memory.number - b.memory.number ||
    comparePlaces(a.target.places[0] ?? nowhere, b.target.places[0] ?? nowhere) ||
    compareCodePoints(a.entry.id, b.entry.id) ||
    compareCodePoints(a.entry.source.text, b.entry.source.text) ||
    compareCodePoints(a.target.text, b.target.text)
  );
}

/** The same of those of one source: what is taken off decides first. */
export function compareOfSource(a: Translation, b: Translation): number {
  return a.penalty - b.penalty || compareTranslations(a, b);
}
