import type { Code } from '../model/content.js';
import { codesOf } from '../model/content.js';
import type { PairRule } from './rule.js';

/** A part of an address that names a language: `/de-de/`, `/zh-Hant-TW/`, and the host of a Wikipedia. */
const locale = /\/[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|latn-[a-z]{2}))(?=[/)?#>"]|$)|^[a-z]{2}(?=\.wikipedia\.org)/g;

/** Partners that lead to different addresses. Codes without a partner are told by the reader. */
export const checkUrls: PairRule = (pair, report) => {
  const { segment, target: side } = pair;
  if (!segment.target.text.includes('](') && !segment.target.text.includes('://')) return;
  const partners = new Map<string, string>();
  for (const code of codesOf(segment.source.content)) {
    const address = addressOf(code);
    if (address !== undefined) partners.set(code.id, address);
  }
  for (const code of codesOf(segment.target.content)) {
    const address = addressOf(code);
    const partner = partners.get(code.id);
    if (address === undefined || partner === undefined || reduce(address) === reduce(partner)) continue;
    report({ code: 'check/urls', pair, side, range: code.range, args: [partner, address] });
  }
};

/** Where a code leads to; `undefined` for codes that lead nowhere, or not by an address. */
function addressOf({ kind, subType, data }: Code): string | undefined {
  if (subType === 'md:autolink') return data.slice(1, -1);
  if ((subType !== 'md:link' && subType !== 'md:image') || kind === 'sc') return undefined;
  const start = data.lastIndexOf('](');
  if (start < 0) return undefined;
  return /^\s*<?([^\s<>]*?)>?(?:\s+["'(][\s\S]*)?\s*\)?$/.exec(data.slice(start + 2))?.[1]?.replace(/\)$/, '');
}

/** What of an address is the same in all languages. */
function reduce(address: string): string {
  let reduced = address.toLowerCase();
  try {
    reduced = decodeURI(reduced);
  } catch {
    // A percent sign that encodes nothing.
  }
  return reduced
    .replace(/[\\\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll('&amp;', '&')
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(locale, '')
    .replace(/\/+(?=[?#]|$)/, '');
}
