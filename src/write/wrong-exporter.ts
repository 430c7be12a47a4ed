import { formatNames } from './formats.js';

/** What keeps a value from being an exporter, as a message about an option; `undefined` where it is one. */
export function wrongExporter(option: string, exporter: unknown): string | undefined {
  if (typeof exporter !== 'object' || exporter === null) {
    return `${option}: ${String(exporter)} is no exporter; give one, or a name: ${formatNames.join(', ')}.`;
  }
  const { name, scope, beside, ...first } = exporter as Readonly<Record<string, unknown>>;
  const lacks = (what: string): string => `${option}: an exporter has no ${what}; see docs/extending.md.`;
  if (typeof name !== 'string' || name === '') return lacks('name');
  if (scope !== 'article' && scope !== 'language') return lacks("scope of 'article' or 'language'");
  if (beside !== undefined && !Array.isArray(beside)) return lacks('list of files beside the first one');
  for (const file of [first, ...((beside as readonly unknown[] | undefined) ?? [])]) {
    const missing = missingOf(file);
    if (missing !== undefined) return lacks(missing);
  }
  return undefined;
}

/** Whether a name of a file may end with it: a dot, and nothing that leads to another folder. */
export function isExtension(value: unknown): value is string {
  return typeof value === 'string' && /^\.[^/\\\0]+$/.test(value);
}

/** What a file of an exporter lacks. */
function missingOf(file: unknown): string | undefined {
  const parts = (typeof file === 'object' ? file : undefined) ?? {};
  const { extension, begin, article, end, source, entry, pack } = parts as Readonly<Record<string, unknown>>;
  if (typeof extension !== 'function' && !isExtension(extension)) return "extension with its dot, such as '.csv'";
  const missing = Object.entries({ begin, article, end }).find(([, value]) => typeof value !== 'function');
  if (missing !== undefined) return `function ${missing[0]}`;
  const other = Object.entries({ source, entry, pack }).find(
    ([, value]) => value !== undefined && typeof value !== 'function',
  );
  return other === undefined ? undefined : `function ${other[0]}, but something else of that name`;
}
