import { sep } from 'node:path';

/** The path or glob with `/`, whatever the platform writes; `separator`: what it writes. */
export function withSlashes(path: string, separator: string = sep): string {
  return separator === '/' ? path : path.replaceAll(separator, '/');
}
