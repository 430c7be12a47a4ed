import { readFileSync } from 'node:fs';
import { type Diagnostic, diagnosticForFile } from '../model/diagnostic.js';
import type { FoundArticle, FoundArticles } from './find.js';

/** What a search found and no run reads: folders that cannot be opened, and files with pairs that are no Markdown. */
export function passedOver({
  unreadable,
  others,
}: FoundArticles): readonly { readonly path: string; readonly diagnostics: readonly Diagnostic[] }[] {
  return [
    ...unreadable.map(({ path, reason }) => ({ path, diagnostics: [diagnosticForFile('input/unreadable', reason)] })),
    ...others
      .filter(holdsPairs)
      .map(({ path }) => ({ path, diagnostics: [diagnosticForFile('input/not-markdown', globFor(path))] })),
  ];
}

function holdsPairs({ file }: FoundArticle): boolean {
  try {
    return file !== undefined && readFileSync(file).includes('data-ttu-id');
  } catch {
    return false;
  }
}

function globFor(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  return `${path.slice(0, path.length - name.length)}**/*${name.slice(name.lastIndexOf('.'))}`;
}
