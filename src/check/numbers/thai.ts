const words = ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า', 'สิบ', 'สิบเอ็ด', 'สิบสอง'];
const tens = ['ยี่สิบ', ...words.slice(3, 10).map((word) => `${word}สิบ`), 'ร้อย'];

let segmenter: Intl.Segmenter | undefined;
/** So many characters before and after a word are enough to see where it ends. */
const around = 30;
/** More places are not looked at. */
const most = 50;

/** Whether a Thai text says a number in a word that is no part of a longer one: `ห้า` (five) is the start of `ห้าม` (do not). */
export function isSaidInThai(value: number, text: string): boolean {
  const word = value <= 12 ? words[value] : value % 10 === 0 ? tens[value / 10 - 2] : undefined;
  if (word === undefined) return false;
  let at = text.indexOf(word);
  for (let count = 0; at >= 0 && count < most; count++) {
    if (endsWord(text, at, word)) return true;
    at = text.indexOf(word, at + word.length);
  }
  return false;
}

function endsWord(text: string, at: number, word: string): boolean {
  const start = Math.max(0, at - around);
  const end = at + word.length - start;
  // Per cent.
  if (word === 'ร้อย' && text.startsWith('ละ', at + word.length)) return false;
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  for (const { index, segment } of segmenter.segment(text.slice(start, at + word.length + around))) {
    if (index + segment.length === end) return true;
    if (index >= end) return false;
  }
  return false;
}
