/** Marks that languages put around names: none of them is part of a term. By first mark: those that may close it. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”“',
  '„': '“”„',
  '”': '”',
  '‘': '’',
  '‚': '‘’',
  '’': '’',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '【': '】',
  '〖': '〗',
  '《': '》',
  '〈': '〉',
  '〔': '〕',
  '［': '］',
  '[': ']',
  '＂': '＂',
};
const anyMark = new Set([...Object.keys(closers), ...Object.values(closers).join('')]);

/** A character that has no width. */
export const noWidth: RegExp = /[\u200b\u200e\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]/;
// A call that is marked as pure is left out of bundles that need none of it.
const allNoWidth: RegExp = /* @__PURE__ */ new RegExp(noWidth, 'g');

/** A text with single spaces, in composed characters, without those that have no width. */
export function plainText(text: string): string {
  // Most texts are so.
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(allNoWidth, '')
    .replace(/\u2011/g, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * A name as it stands on a screen: without the brackets and quotes around it, and without punctuation at its end that
 * belongs to the sentence.
 *
 * @example
 * termText('[次へ]') // '次へ'
 */
export function termText(text: string): string {
  let term = plainText(text).replace(/"{2,}/g, '"');
  for (;;) {
    const before = term;
    term = withoutMarks(trimEnd(term.replace(/^[\s,，、:：;；)）]+/u, '')));
    if (term === before) return term;
  }
}

/** Without the punctuation at the end that belongs to a sentence; dots of an ellipsis stay. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' ,，、:：;；。(（'.includes(text.charAt(end - 1))) end--;
  const trimmed = text.slice(0, end);
  return /[^.]\.$/.test(trimmed) && !/(?:^|\s)\p{L}{1,3}\.$/u.test(trimmed) ? trimmed.slice(0, -1) : trimmed;
}

/** Without marks around the whole, or such as have no partner in it. */
function withoutMarks(text: string): string {
  const first = text.charAt(0);
  const last = text.charAt(text.length - 1);
  if (text.length > 1 && closers[first]?.includes(last)) {
    const inside = text.slice(1, -1);
    if (!inside.includes(first) && !inside.includes(last)) return inside;
  }
  if (closers[first] !== undefined && ![...(closers[first] ?? '')].some((mark) => text.indexOf(mark, 1) >= 0)) {
    return text.slice(1);
  }
  if (anyMark.has(last) && !opensBefore(text, last)) return text.slice(0, -1);
  return text;
}

/** Whether something before the last mark may be what it closes. An apostrophe is none. */
function opensBefore(text: string, last: string): boolean {
  for (const [open, close] of Object.entries(closers)) {
    if (close.includes(last) && text.lastIndexOf(open, text.length - 2) >= 0) return true;
  }
  return false;
}

/**
 * What the variants of a term have in common, its case apart: no ellipsis, no `(preview)`, no sign of the key that
 * chooses it.
 *
 * @example
 * baseOf('Save &as... (preview)') // 'Save as'
 */
export function baseOf(term: string): string {
  const base = term
    .replace(/\s*[(（[](?:preview|beta|プレビュー|预览|預覽)[)）\]]$/iu, '')
    .replace(/\s*(?:\.{3}|…+)$/u, '')
    .replace(/\s*[(（]&?[A-Z0-9][)）](?:\.{3}|…)?$/u, '')
    .replace(/(^|\s)&(?=[\p{L}\p{N}])/u, '$1')
    .trim();
  return base === '' ? term : base;
}

/** What the variants of a term have in common. */
export function keyOf(term: string): string {
  return baseOf(term).toLowerCase();
}
