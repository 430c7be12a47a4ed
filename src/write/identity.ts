import type { Article } from '../model/article.js';

/** Digits of the source hash that a stem has: 48 bits tell the articles of any corpus from each other. */
const hashLength = 12;

/**
 * An NMTOKEN for a path: its readable end, and a hash of the whole.
 *
 * @example
 * idOfPath('docs/a b.md') // 'docs_a_b.md.0fadd69f'
 */
export function idOfPath(path: string): string {
  const readable = path.replace(/[^A-Za-z0-9._-]/g, '_').slice(-80);
  return `${readable}.${fnv1a(path).toString(16).padStart(8, '0')}`;
}

/** What names an article over hand-offs and languages: the hash of its source (shortened), else its path. */
export function stemOf(article: Article, path: string): string {
  return article.localization.sourceHash?.slice(0, hashLength) ?? idOfPath(path);
}

/** The part of a pair id that stays the same over hand-offs and languages: what follows the hyphen. */
export function suffixOf(id: string): string {
  return id.slice(suffixStart(id));
}

/** Where that part begins. */
export function suffixStart(id: string): number {
  const hyphen = id.indexOf('-');
  return hyphen === 5 ? hyphen + 1 : 0;
}

/** The 32-bit FNV-1a hash of the UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
