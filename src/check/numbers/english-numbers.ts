/** Words for numbers in English, as cardinals and ordinals. */
const ones: ReadonlyMap<string, number> = new Map(
  [
    'zero',
    'one first once single',
    'two second twice both double pair pairs dual couple',
    'three third thirds thrice triple',
    'four fourth fourths',
    'five fifth fifths',
    'six sixth',
    'seven seventh',
    'eight eighth',
    'nine ninth',
    'ten tenth tenths',
    'eleven eleventh',
    'twelve twelfth dozen',
    'thirteen thirteenth',
    'fourteen fourteenth fortnight',
    'fifteen fifteenth',
    'sixteen sixteenth',
    'seventeen seventeenth',
    'eighteen eighteenth',
    'nineteen nineteenth',
  ].flatMap((words, value) => words.split(' ').map((word): [string, number] => [word, value])),
);
const tens: ReadonlyMap<string, number> = new Map(
  'twent thirt fort fift sixt sevent eight ninet'.split(' ').flatMap((stem, index): [string, number][] => [
    [`${stem}y`, (index + 2) * 10],
    [`${stem}ieth`, (index + 2) * 10],
  ]),
);
const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const fractions: ReadonlyMap<string, string> = new Map([
  ['half', '5'],
  ['quarter', '25'],
  ['quarters', '75'],
]);
const months: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((month, index): [string, number][] => [
      [month, index + 1],
      [month.slice(0, 3), index + 1],
    ]),
);
/** How all these words begin: few others do. */
const beginnings: ReadonlySet<string> = new Set(
  [ones, tens, scales, fractions, months].flatMap((words) => Array.from(words.keys(), (word) => word.slice(0, 3))),
);
/** A second is a time, too. */
const notSecond = /(?:[0-9]|\b(?:per|every|each|one|a))[\s-]*$/;
const monthBefore = /(?:[0-9]|\b(?:in|of|since|until|by|from|to|on|early|late|mid|between|and|or))[\s,.-]*$/i;

/**
 * The numbers that an English text says in words that stand for nothing else: `two hundred and five`, `twenty-first`,
 * `two and a half`, `May 3`. Parts of a number are among them: `two` and `hundred` of `two hundred`.
 */
export function numbersSaid(text: string): Set<string> {
  const said = new Set<string>();
  const parts = new Set<string>();
  let total = 0;
  let current = 0;
  let isOpen = false;
  let last = -1;
  const close = (): void => {
    if (isOpen) said.add(String(total + current));
    total = 0;
    current = 0;
    isOpen = false;
  };
  for (const match of text.matchAll(/[A-Za-z]+/g)) {
    const { index } = match;
    const word = match[0].toLowerCase();
    if (isOpen && !/^[\s-]*$/.test(text.slice(last, Math.min(index, last + 3)))) close();
    last = index + word.length;
    if (!beginnings.has(word.slice(0, 3))) {
      if (word !== 'and' && word !== 'a') close();
      continue;
    }
    const plural = word.endsWith('s') ? word.slice(0, -1) : word;
    const scale = scales.get(word.replace(/(?:ths?|s)$/, ''));
    const small =
      word === 'second' && notSecond.test(text.slice(Math.max(0, index - 8), index)) ? undefined : ones.get(word);
    const ten = tens.get(word) ?? tens.get(`${plural.slice(0, -2)}y`);
    if (scale !== undefined) {
      if (!isOpen && /[0-9][\s\u00a0-]?$/.test(text.slice(Math.max(0, index - 2), index))) continue;
      current = (isOpen ? Math.max(current, 1) : 1) * scale;
      said.add(String(scale));
      const part = /\b(half|quarter)(?:\s+of)?\s+an?\s+$/i.exec(text.slice(Math.max(0, index - 20), index))?.[1];
      if (part !== undefined) said.add(String(Number(`0.${fractions.get(part.toLowerCase())}`) * scale));
      if (scale >= 1000) {
        total += current;
        current = 0;
      }
      isOpen = true;
    } else if (ten !== undefined || small !== undefined) {
      const value = ten ?? small ?? 0;
      said.add(String(value));
      const fits =
        ten === undefined ? current % 10 === 0 && current % 100 >= (value < 10 ? 0 : 100) : current % 100 === 0;
      if (isOpen && !fits && !(value < 10 && current % 10 === 0) && current !== 0) close();
      current += value;
      isOpen = true;
    } else close();
    const decimals = fractions.get(word);
    if (decimals !== undefined) {
      parts.add(decimals);
      for (const [number] of text.slice(Math.max(0, index - 12), index).matchAll(/[0-9]+/g))
        said.add(`${number}.${decimals}`);
    }
    const month = months.get(word);
    if (month !== undefined && /^[A-Z]/.test(match[0]) && isMonth(text, index, last, word)) said.add(String(month));
  }
  close();
  addParts(said, parts, /\ban?\s/i.test(text));
  return said;
}

/** `two and a half`, and `an hour and a half`, which says no number before it. */
function addParts(said: Set<string>, parts: ReadonlySet<string>, hasArticle: boolean): void {
  const wholes = [...said].filter((number) => /^[0-9]{1,3}$/.test(number));
  for (const decimals of parts) {
    for (const whole of ['0', ...(hasArticle ? ['1'] : []), ...wholes]) said.add(`${whole}.${decimals}`);
  }
}

/** `May` and `March` are words, too: they are months beside a number or after a preposition. */
function isMonth(text: string, start: number, end: number, word: string): boolean {
  if (!/^(?:may|mar|march|jan|dec|sep|jun|oct)$/.test(word)) return true;
  return (
    /^\.?,?\s*[0-9]/.test(text.slice(end, end + 4)) || monthBefore.test(text.slice(Math.max(0, start - 10), start))
  );
}
