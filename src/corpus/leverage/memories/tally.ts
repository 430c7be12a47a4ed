import { languageTest } from '../../../match/known/memories.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { isSameLanguage } from '../../../model/language.js';
import type { MemoryEntry } from '../../../model/memory/entry.js';
import type { OtherFile } from '../../find/inputs.js';

/** The languages of the articles, and of their translations. */
export interface MemoryLanguages {
  readonly srcLang: string;
  readonly trgLang: string;
}

const mostListed = 5;

/** How many translations there are from one language into another, by both tags. */
interface Counted extends MemoryLanguages {
  count: number;
}

/** Counts what a memory has. */
export class Tally {
  entries = 0;
  private readonly pairs = new Map<string, Counted>();
  private readonly originals: Set<string>;

  /** Hashes of English originals that are named are added to `originals`. */
  constructor(originals: Set<string>) {
    this.originals = originals;
  }

  add({ srcLang, targets }: MemoryEntry): void {
    this.entries++;
    for (const { trgLang, places } of targets) {
      const name = `${srcLang} ${trgLang}`;
      const pair = this.pairs.get(name);
      if (pair === undefined) this.pairs.set(name, { srcLang, trgLang, count: 1 });
      else pair.count++;
      for (const { sourceHash } of places) if (sourceHash !== undefined) this.originals.add(sourceHash.toLowerCase());
    }
  }

  /** How many translations are from one language into another. */
  translationsIn({ srcLang, trgLang }: MemoryLanguages): number {
    const isSource = languageTest(srcLang);
    const isTarget = languageTest(trgLang);
    let sum = 0;
    for (const pair of this.pairs.values()) if (isSource(pair.srcLang) && isTarget(pair.trgLang)) sum += pair.count;
    return sum;
  }

  /** What there is to say of a memory that has nothing for the languages that are asked for; with those that it has. */
  unused(name: string, { srcLang, trgLang }: MemoryLanguages): OtherFile {
    const has =
      this.pairs.size === 0 ? 'nothing that could be read as such a memory' : listOf([...this.pairs.values()]);
    const diagnostic = diagnosticForFile('memory/no-language', `${srcLang} to ${trgLang}`, has);
    return { path: name, namedPath: name, diagnostics: [diagnostic] };
  }

  /** What there is to say of a memory with translations that are taken, and are tagged otherwise. */
  near(name: string, { srcLang, trgLang }: MemoryLanguages): OtherFile | undefined {
    const isSource = languageTest(srcLang);
    const isTarget = languageTest(trgLang);
    const near = [...this.pairs.values()].filter(
      (pair) =>
        isSource(pair.srcLang) &&
        isTarget(pair.trgLang) &&
        !(isSameLanguage(pair.srcLang, srcLang) && isSameLanguage(pair.trgLang, trgLang)),
    );
    if (near.length === 0) return undefined;
    const diagnostic = diagnosticForFile('memory/near-language', listOf(near), `${srcLang} to ${trgLang}`);
    return { path: name, namedPath: name, diagnostics: [diagnostic] };
  }
}

function listOf(pairs: readonly Counted[]): string {
  const known = pairs.map(({ srcLang, trgLang, count }) => [`${srcLang} to ${trgLang}`, count] as const);
  known.sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  const listed = known.slice(0, mostListed).map(([pair, count]) => `${count.toLocaleString('en-US')} from ${pair}`);
  const more = known.length > mostListed ? [`${known.length - mostListed} other pairs of languages`] : [];
  return [...listed, ...more].join(', ');
}
