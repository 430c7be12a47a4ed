import { withLineFeeds } from '../../read/line-ends.js';
/** How a rebuilt text differs from the real one; the first of these that holds. */
export type Difference = (typeof differences)[number];

/**
 * `equal`: byte for byte; `line-ends`: but for CR and LF; `white-space`: but for white space, and how YAML folds lines;
 * `escapes`: and but for backslashes before `*`; `title`, `front-matter`: only there, white space and escapes apart;
 * `anchors`: only in `<a name>`, all of that apart; `other`: elsewhere; `missing`: there is no such file.
 */
export const differences = [
  'equal',
  'line-ends',
  'white-space',
  'escapes',
  'title',
  'front-matter',
  'anchors',
  'other',
  'missing',
] as const;

/** Compares a rebuilt text with the real one. */
export function differenceOf(rebuilt: Buffer, real: Buffer): Exclude<Difference, 'missing'> {
  if (rebuilt.equals(real)) return 'equal';
  const a = rebuilt.toString();
  const b = real.toString();
  if (withLineFeeds(a) === withLineFeeds(b)) return 'line-ends';
  const [headerA, bodyA] = partsOf(withLineFeeds(a));
  const [headerB, bodyB] = partsOf(withLineFeeds(b));
  const sameBut = (change: (text: string) => string): boolean =>
    bare(change(bodyA)) === bare(change(bodyB)) && bareHeader(change(headerA)) === bareHeader(change(headerB));
  if (sameBut((text) => text)) return 'white-space';
  if (sameBut(withoutEscapes)) return 'escapes';
  if (bare(withoutEscapes(bodyA)) === bare(withoutEscapes(bodyB))) {
    return bareHeader(withoutTitle(headerA)) === bareHeader(withoutTitle(headerB)) ? 'title' : 'front-matter';
  }
  if (bare(withoutAnchors(withoutEscapes(bodyA))) === bare(withoutAnchors(withoutEscapes(bodyB)))) return 'anchors';
  return 'other';
}

/** The front matter and the rest. */
function partsOf(text: string): [string, string] {
  const header = /^\ufeff?---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text)?.[0] ?? '';
  return [header, text.slice(header.length)];
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** A scalar that YAML folds is the same text as one that it does not. */
function bareHeader(header: string): string {
  return bare(header.replace(/:[ \t]*[>|][-+]?[ \t]*$/gm, ':'));
}

function withoutEscapes(text: string): string {
  return text.replaceAll('\\*', '*');
}

function withoutTitle(header: string): string {
  return header.replace(/^title:.*\n(?:[ \t].*\n)*/m, '');
}

function withoutAnchors(text: string): string {
  return text.replace(/<a (?:name|id)="[^"]*"><\/a>/g, '');
}
