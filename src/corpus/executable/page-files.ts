import { createHash } from 'node:crypto';
import { getAsset } from 'node:sea';
import type { PageFiles } from '../../view/document.js';

/** The code and the style of the review page, as the executable holds them. */
export function loadPageFiles(): PageFiles {
  const script = getAsset('page.js', 'utf8');
  const style = getAsset('page.css', 'utf8');
  return { script, style, scriptHash: hashOf(script), styleHash: hashOf(style) };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
