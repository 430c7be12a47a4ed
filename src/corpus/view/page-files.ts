import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { PageFiles } from '../../view/document.js';

/** Where the build puts the files of the page, seen from the library, from the command, and from the sources. */
const places = ['./page/', '../page/', '../../../dist/page/'];

let loaded: PageFiles | undefined;

/** The code and the style of the review page, as they were built. */
export function loadPageFiles(): PageFiles {
  loaded ??= readPageFiles();
  return loaded;
}

function readPageFiles(): PageFiles {
  const folder = places
    .map((place) => new URL(place, import.meta.url))
    .find((url) => existsSync(new URL('page.js', url)));
  if (folder === undefined) throw new Error('The review page is not built: run `npm run build`.');
  const script = readFileSync(new URL('page.js', folder), 'utf8');
  const style = readFileSync(new URL('page.css', folder), 'utf8');
  return { script, style, scriptHash: hashOf(script), styleHash: hashOf(style) };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
