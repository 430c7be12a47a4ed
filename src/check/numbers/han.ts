const digits = '〇零一二三四五六七八九';
const run = /[〇零一二两兩両三四五六七八九十百千万萬億亿]+/g;
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const scales: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 億: 1e8, 亿: 1e8 };
/** What is counted, or set in order: of other words, a number is only the first part. */
const counter =
  /^[つ個人回度種次重段番月日年時分秒者名件行列本枚台倍桁週点社章節項階層方字色进進通个种天周节步位条條类類页頁张張级級维維轮批组組款版家所號号点點时小大份隻只元円桶套步阶階]/;
const idiom = /第三[方者]|十分(?![钟鐘間之])|一般|万一|萬一|三角|四方八方/g;

/**
 * Whether a text in Chinese or Japanese says a number: with numerals that are beside no other Han character, or with
 * one that is counted; from 11, all numerals that are together the number.
 */
export function isSaidInHan(value: number, text: string): boolean {
  const plain = text.replace(idiom, (found) => ' '.repeat(found.length));
  for (const { 0: found, index } of plain.matchAll(run)) {
    if (found.length > 12 || readHan(found) !== value) continue;
    if (value > 10) return true;
    const rest = plain.slice(index + found.length, index + found.length + 2);
    if (!/^\p{sc=Hani}/u.test(rest) || counter.test(rest)) return true;
  }
  return false;
}

/** `十五`, `二百三十`, `一万`, and `二〇二一`. */
function readHan(text: string): number {
  const plain = text.replace(/[两兩両]/g, '二');
  if (!/[十百千万萬億亿]/.test(plain)) {
    return Number(Array.from(plain, (character) => Math.max(0, digits.indexOf(character) - 1)).join(''));
  }
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of plain) {
    const unit = units[character];
    const scale = scales[character];
    if (unit !== undefined) {
      section += (digit || 1) * unit;
      digit = 0;
    } else if (scale !== undefined) {
      total += (section + digit || 1) * scale;
      section = 0;
      digit = 0;
    } else digit = Math.max(0, digits.indexOf(character) - 1);
  }
  return total + section + digit;
}
