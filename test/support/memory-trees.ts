import { pair } from './pairs.js';

/** What an article of a memory's test is. */
export interface Written {
  readonly lang?: string;
  readonly type?: 'HT' | 'MT';
  /** `MM/DD/YYYY` */
  readonly date?: string;
  readonly hash?: string;
  readonly more?: readonly string[];
  readonly pairs: readonly (readonly [source: string, target: string])[];
}

/** An article as the localization system writes it; its pairs are numbered from 101. */
export function written({ lang = 'de-DE', type, date, hash = '1a2b3', more = [], pairs }: Written): string {
  const keys = [
    `ms.contentlocale: ${lang}`,
    ...(type === undefined ? [] : [`ms.translationtype: ${type}`]),
    ...(date === undefined ? [] : [`ms.lasthandoff: ${date}`]),
    `ms.openlocfilehash: ${hash.padEnd(40, '0')}`,
    ...more,
  ];
  const body = pairs.map(([source, target], index) => pair(`${hash.slice(0, 5)}-${101 + index}`, target, source));
  return `---\n${keys.join('\n')}\n---\n\n${body.join('\n\n')}\n`;
}

/** Six articles in German and Japanese each: `Same` alike in all, `Save` in three ways, `Own N` in one each. */
export function twoTrees(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [folder, lang] of [
    ['de', 'de-DE'],
    ['ja', 'ja-JP'],
  ] as const) {
    for (let number = 0; number < 6; number++) {
      files[`${folder}/a${number}.md`] = written({
        lang,
        type: number % 2 === 0 ? 'MT' : 'HT',
        date: `0${number + 1}/02/${2015 + number}`,
        hash: `${number}abcdef`.repeat(5),
        more: [`ms.service: ${number < 4 ? 'one' : 'two, three'}`],
        pairs: [
          ['Save', `Save ${lang} ${number % 3}`],
          [`Own **${number}**`, `**${number}** ${lang}`],
          ['Same', `Same ${lang}`],
        ],
      });
    }
  }
  return files;
}

/** The texts of the units of a TMX, markup left out: the source, then the targets. */
export function unitsOf(tmx: string): string[][] {
  return [...tmx.matchAll(/<tu [^>]*>.*?<\/tu>/gs)].map(([tu]) =>
    [...tu.matchAll(/<seg>(.*?)<\/seg>/gs)].map(([, text = '']) => text.replace(/<(\w+)[^>]*>[^<]*<\/\1>/g, '')),
  );
}

/** What was left out, in all. */
export const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, number) => all + number, 0);
