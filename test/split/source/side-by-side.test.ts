import { describe, expect, it } from 'vitest';
import {
  createGrains,
  entryOf,
  exportToString,
  parseArticle,
  readMemoryText,
  recutSource,
  type SegmentState,
  type SideBySideOptions,
  type SourceArticle,
  segmentsOf,
  sourceSegmentsOf,
  splitArticle,
  toSideBySide,
  translateSource,
} from '../../../src/index.js';
import { articleOf, pair, pairsOf } from '../../support/pairs.js';
import { sourceOf } from '../../support/sources.js';

const sourceHash = '5d41402abc4b2a76b9719d911017c592aaaaaaaa';
const options: SideBySideOptions = { trgLang: 'de-DE', sourceHash };

/** The article with targets: what is given for the source of a segment. */
function translated(
  article: SourceArticle,
  targetOf: (source: string) => string | undefined,
  state?: SegmentState,
): SourceArticle {
  return {
    ...article,
    units: article.units.map((unit) => ({
      ...unit,
      parts: unit.parts.map((part) => {
        const target = part.kind === 'segment' ? targetOf(part.source.text) : undefined;
        if (part.kind === 'ignorable' || target === undefined) return part;
        const content = [{ kind: 'text' as const, text: target }];
        return { ...part, target: { text: target, content }, ...(state === undefined ? {} : { state }) };
      }),
    })),
  };
}

const shout = (source: string): string => source.toUpperCase();
const text = `---
title: Garden
description: One day. Two days.
---

# Garden

Water it. Then
wait.

> [!TIP]
> See [rain](rain.md), ![a **pot**](pot.png) and <b>more</b>.

| Plant | Y |
|---|---|
| Rose | \`x\` |
`;

describe('the side-by-side form', () => {
  it('has a pair for each target, and all else as it was', () => {
    const article = translated(sourceOf(text), (source) => (source === 'Rose' ? undefined : shout(source)));
    const { text: written, unpaired } = toSideBySide(article, options);
    expect(unpaired).toEqual(['101', '102', '103']);
    expect(written).toBe(`---
title: GARDEN
description: ONE DAY. TWO DAYS.
ms.openlocfilehash: ${sourceHash}
ms.translationtype: MT
ms.contentlocale: de-DE
---

# ${pair('5d414-104', 'GARDEN', 'Garden')}

${pair('5d414-105', 'WATER IT.', 'Water it.')} ${pair('5d414-106', 'THEN WAIT.', 'Then wait.')}

> [!TIP]
> ${pair('5d414-107', 'SEE [RAIN](RAIN.MD), ![A **POT**](POT.PNG) AND <B>MORE</B>.', 'See [rain](rain.md), ![a **pot**](pot.png) and <b>more</b>.')}

| ${pair('5d414-108', 'PLANT', 'Plant')} | ${pair('5d414-109', 'Y', 'Y')} |
|---|---|
| Rose | \`x\` |
`);
  });

  it('is read as these pairs, and splits into both articles', () => {
    const read = sourceOf(text.replace('Then\nwait.', 'Then wait.'));
    const article = translated(read, shout, 'reviewed');
    const written = articleOf(toSideBySide(article, options).text);
    const expected = Array.from(sourceSegmentsOf(article), ({ source, target }) => [source.text, target?.text]);
    expect(pairsOf(written).map(({ source, target }) => [source.text, target.text])).toEqual(expected.slice(3));
    expect(written.localization).toEqual({ trgLang: 'de-DE', translationType: 'ht', sourceHash });
    const [title] = segmentsOf(written);
    expect(title).toMatchObject({ recovered: true, source: { text: 'Garden' }, target: { text: 'GARDEN' } });
    expect(splitArticle(written, 'source')).toBe(
      read.text.replace('description: One day. Two days.', 'description: ONE DAY. TWO DAYS.'),
    );
    expect(splitArticle(written, 'target').replace(/^ms\..*\n/gm, '')).toBe(translateSource(article));
  });

  it('grows a memory by exactly these pairs', () => {
    const article = translated(sourceOf(text), shout);
    const written = articleOf(toSideBySide(article, options).text, 'a.md');
    const own = Array.from(sourceSegmentsOf(article), ({ source, target }) => `${source.text} = ${target?.text}`);
    const { units } = readMemoryText(exportToString([written], 'tmx'));
    const entries = units.map((unit) => entryOf(unit, { srcLang: 'en-US' }));
    expect(entries.map((entry) => `${entry?.source?.text} = ${entry?.targets[0]?.text}`)).toEqual(own.slice(3));
  });

  it('says HT only where all targets were approved, and what it is told', () => {
    const typeOf = (article: SourceArticle, more: object = {}): string | undefined =>
      /ms\.translationtype: (.*)/.exec(toSideBySide(article, { ...options, ...more }).text)?.[1];
    const read = sourceOf('---\ntitle: T\n---\nOne. Two. Three.');
    const some = translated(read, (source) => (source === 'Two.' ? undefined : shout(source)), 'final');
    expect(typeOf(some)).toBe('HT');
    expect(typeOf(translated(some, (source) => (source === 'Two.' ? 'ZWEI.' : undefined), 'translated'))).toBe('MT');
    expect(typeOf(translated(read, shout), { translationType: 'ht' })).toBe('HT');
    const told = toSideBySide(some, { ...options, sourceCommit: sourceHash, lastHandoff: '2021-02-03' }).text;
    expect(told).toContain(`ms.sourcegitcommit: ${sourceHash}\n`);
    expect(told).toContain('ms.lasthandoff: 02/03/2021\n---\n');
  });

  it('replaces keys that are there, with the line ends of the article', () => {
    const read = sourceOf('---\r\nms.contentlocale: en-US\r\nms.translationtype:\r\n---\r\nOne.\r\n');
    expect(toSideBySide(translated(read, shout), options).text).toBe(
      `---\r\nms.contentlocale: de-DE\r\nms.translationtype: MT\r\nms.openlocfilehash: ${sourceHash}\r\n---\r\n${pair('5d414-101', 'ONE.', 'One.')}\r\n`,
    );
  });

  it('adds keys in the column of the others', () => {
    const read = sourceOf('---\n  ms.date: 1\n  title: T\n---\nOne.\n');
    const written = toSideBySide(translated(read, shout), options).text;
    expect(written).toContain(`\n  title: T\n  ms.openlocfilehash: ${sourceHash}\n  ms.translationtype: MT\n`);
    expect(articleOf(written).localization).toMatchObject({ trgLang: 'de-DE', sourceHash });
  });

  it('adds no front matter to an include, which has none', () => {
    expect(toSideBySide(translated(sourceOf('One.'), shout), options).text).toBe(pair('5d414-101', 'ONE.', 'One.'));
  });

  it('counts as the localization system does where texts are cut otherwise', () => {
    const read = sourceOf('One. Two. Three.\n\nFour: five. Six.\n\nSeven.');
    const grains = createGrains(read);
    const wanted = ['One. Two.', 'Three.', 'Four:', 'five.', 'Six.', 'Seven.'];
    const cut = recutSource(read, (unit) => [...grains.of(unit)].filter((grain) => wanted.includes(grain.text)));
    const written = toSideBySide(translated(cut, shout), options).text;
    expect(pairsOf(articleOf(written)).map(({ id, source }) => `${id} ${source.text}`)).toEqual([
      '5d414-p1 One. Two.',
      '5d414-103 Three.',
      '5d414-104 Four:',
      '5d414-105 five.',
      '5d414-106 Six.',
      '5d414-107 Seven.',
    ]);
    expect(parseArticle(written)._tag).toBe('Right');
  });

  it('leaves the spans out where they would not be read as the pair', () => {
    const read = sourceOf('One.\n\nTwo.\n\nThree.');
    const typed: Record<string, string> = {
      'One.': 'A <span data-ttu-id="1a2b3-9">b',
      'Two.': 'ZWEI.',
      'Three.': 'DREI.',
    };
    const { text: written, unpaired } = toSideBySide(
      translated(read, (source) => typed[source]),
      options,
    );
    expect(unpaired).toEqual(['101']);
    const pairs = pairsOf(articleOf(written)).filter(({ id }) => id.startsWith('5d414'));
    expect(pairs.map(({ target }) => target.text)).toEqual(['ZWEI.', 'DREI.']);
  });

  it('refuses what is no hash', () => {
    const read = sourceOf('One.');
    for (const wrong of ['', 'abc', 'G'.repeat(40), '0'.repeat(41)]) {
      expect(() => toSideBySide(read, { trgLang: 'de-DE', sourceHash: wrong })).toThrow(/^sourceHash: .* is no SHA-1/);
    }
    const none = { trgLang: 'de-DE' } as SideBySideOptions;
    expect(() => toSideBySide(read, none)).toThrow(RangeError);
  });
});
