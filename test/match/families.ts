/** Many sources that are like each other: by name, the language, and the text of each; `pick` is a number below another. */
export type Family = readonly [
  name: string,
  language: string,
  textOf: (at: number, pick: (below: number) => number, count: number) => string,
];

export const families: readonly Family[] = [
  ['a number and a word', 'en-US', (at) => `Item number ${at} has ${word(at)} in it`],
  ['a word of several', 'en-US', (at) => `The ${word(at)} of the list, as the others of it, is here`],
  ['a code', 'en-US', (at) => `Select \`${word(at)}\`, then **${word(at)}**, and go on`],
  [
    'words far from each other',
    'en-US',
    (_, pick, count) =>
      `In the list of the many, ${word(pick(count))} has a ${word(pick(count))} in it, as have the others`,
  ],
  [
    'words side by side',
    'en-US',
    (_, pick, count) =>
      `In the list of the many, ${word(pick(count))} ${word(pick(count))} ${word(pick(count))} are there, as the others`,
  ],
  [
    'other lengths',
    'en-US',
    (at) => `The item ${word(at)} is${' one more thing'.repeat(at % 7)} for the others of the list`,
  ],
  [
    'hardly anything in common',
    'de-DE',
    (_, pick, count) =>
      `Siehe dazu ${word(pick(count))} ${word(pick(count))} ${word(pick(count))} ${word(pick(count))}`,
  ],
  [
    'long texts',
    'en-US',
    (at, pick, count) => `The item ${word(at)} is${' one of many here'.repeat(17)} and ${word(pick(count))} too`,
  ],
  ['characters', 'ja-JP', (at) => `一覧の${at}番にある${ideograph(at)}は他のすべてと同じです`],
  ['several characters', 'zh-CN', (at, pick, count) => `列表中的${ideograph(at)}和${ideograph(pick(count))}与其他相同`],
];

function word(number: number): string {
  return `w${number.toString(36).replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] as string)}`;
}

function ideograph(number: number): string {
  return String.fromCodePoint(0x4e00 + (number % 20_000));
}

/** The sources of a family, each once. */
export function sourcesOf([, , textOf]: Family, count: number): readonly string[] {
  let state = 1;
  const pick = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
  return [...new Set(Array.from({ length: count }, (_, at) => textOf(at, pick, count)))];
}
