import { isLeft } from 'fp-ts/lib/These.js';
import {
  type Article,
  type ExportOptions,
  exportToString,
  type Merged,
  type MergeOptions,
  mergeXliff,
} from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';

/** An article with a block of three sentences, codes in most of them, and a heading. */
const text: string = `---
title: Gut
ms.contentlocale: de-DE
ms.translationtype: HT
---
# ${pair('1a2b3-102', 'Gut', 'Good')}

${pair('1a2b3-103', 'Erster **fetter** Satz.', 'First **bold** sentence.')} ${pair('1a2b3-104', 'Siehe [hier](a.md) und `x`.', 'See [here](a.md) and `x`.')} ${pair('1a2b3-105', 'Dritter &lt; Satz\\*.', 'Third &lt; sentence\\*.')}

- ${pair('1a2b3-106', '**A:** und *B*', '**A:** and *B*')}

| ${pair('1a2b3-107', 'Zelle', 'Cell')} | x |
`;

export const article: Article = articleOf(text, 'docs/a.md');

export function exported(options: ExportOptions = {}, format: 'xliff' | 'xliff1.2' | 'tmx' = 'xliff'): string {
  return exportToString([article], format, options);
}

/** What a merge into {@link article} gives: what changed, and the codes of its diagnostics; or only these where it is refused. */
export interface Outcome {
  readonly changes?: Readonly<Record<string, string>>;
  readonly codes: readonly string[];
}

export function outcomeOf(merged: ReturnType<typeof mergeXliff>, of: Article = article): Outcome {
  if (isLeft(merged)) return { codes: merged.left.map(({ code }) => code) };
  const { changes, text: mergedText } = merged.right;
  expectOnlyChanges(of.text, merged.right);
  const codes = merged._tag === 'Both' ? merged.left.map(({ code }) => code) : [];
  if (changes.length === 0 && mergedText !== of.text) throw new Error('The text changed, and no target did.');
  return { changes: Object.fromEntries(changes.map(({ id, after }) => [id, after])), codes };
}

/** Outside of what changed, every character is that of the article. */
function expectOnlyChanges(before: string, { text: after, changes }: Merged): void {
  let rest = after;
  let done = 0;
  for (const { range } of changes) {
    const kept = before.slice(done, range.start);
    if (!rest.startsWith(kept)) throw new Error(`Text before ${range.start} changed.`);
    rest = rest.slice(kept.length);
    done = range.end;
    const next = before.slice(done, done + 20);
    rest = rest.slice(rest.indexOf(next));
  }
  if (rest !== before.slice(done)) throw new Error('Text behind the last change changed.');
}

/** Merges a document into {@link article}. */
export function merge(document: string, options: MergeOptions = {}): Outcome {
  return outcomeOf(mergeXliff(article, document, options));
}

/** Merges an export in which parts of the text were replaced; each must be there. */
export function mergeEdited(
  edits: readonly (readonly [string | RegExp, string])[],
  options: ExportOptions & MergeOptions = {},
  format: 'xliff' | 'xliff1.2' = 'xliff',
): Outcome {
  const { force, ...exporting } = options;
  return merge(edit(exported(exporting, format), edits), force === undefined ? {} : { force });
}

export function edit(document: string, edits: readonly (readonly [string | RegExp, string])[]): string {
  let edited = document;
  for (const [found, other] of edits) {
    const next = edited.replace(found, other);
    if (next === edited) throw new Error(`${found} is not in the document.`);
    edited = next;
  }
  return edited;
}
