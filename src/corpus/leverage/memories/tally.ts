import { languageTest } from '../../../match/known/memories.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import type { MemoryEntry } from '../../../model/memory/entry.js';
import type { OtherFile } from '../../find/inputs.js';

/** The languages of the articles, and of their translations. */
export interface MemoryLanguages {
  readonly srcLang: string;
  readonly trgLang: string;
}

const mostListed = 5;

/** Counts what a memory has. */
export class Tally {
  entries = 0;
  /** How many translations there are from one language into another, by both tags. */
  private readonly pairs = new Map<string, { readonly srcLang: string; readonly trgLang: string; count: number }>();
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
    const known = Array.from(
      this.pairs.values(),
      (pair) => [`${pair.srcLang} to ${pair.trgLang}`, pair.count] as const,
    );
    known.sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
    const listed = known.slice(0, mostListed).map(([pair, count]) => `${count.toLocaleString('en-US')} from ${pair}`);
    const more = known.length > mostListed ? [`${known.length - mostListed} other pairs of languages`] : [];
    const has = known.length === 0 ? 'nothing that could be read as such a memory' : [...listed, ...more].join(', ');
    const diagnostic = diagnosticForFile('memory/no-language', `${srcLang} to ${trgLang}`, has);
    return { path: name, namedPath: name, diagnostics: [diagnostic] };
  }
}
