import type { Glossary } from '../../src/index.js';

/** An invented glossary with all that a glossary may have: scripts of both directions, statuses, variants, markup. */
export const invented: Glossary = {
  srcLang: 'en-US',
  concepts: [
    {
      id: 'Harvest-basket',
      kind: 'ui',
      definition: 'Where picked pears are put\nuntil they are weighed.',
      languages: [
        {
          lang: 'en-US',
          terms: [
            {
              text: 'Harvest basket',
              status: 'preferred',
              variants: ['Harvest Basket…', 'harvest basket'],
              count: 12,
              place: { path: 'orchard/pick & pack.md', segment: '1a2b3-101' },
              context: 'Open the Harvest basket, then select <Weigh>.',
            },
            { text: 'Pear bin', status: 'forbidden', note: 'old name, see "Harvest basket"' },
          ],
        },
        {
          lang: 'ja-JP',
          terms: [
            {
              text: '収穫バスケット',
              status: 'preferred',
              count: 9,
              share: 0.75,
              place: { path: 'orchard/a#b.md', segment: '1a2b3-101' },
            },
            { text: '収穫かご', status: 'admitted', count: 3, share: 0.25 },
            { text: 'なしビン', status: 'forbidden', variants: ['ナシビン'], note: 'count 5' },
          ],
        },
        { lang: 'ar-SA', terms: [{ text: 'سلة الحصاد (A & B)', status: 'preferred', count: 4 }] },
        {
          lang: 'de-DE',
          terms: [{ text: '=Erntekorb <neu>', status: 'preferred', note: 'erste Zeile\nzweite Zeile' }],
        },
      ],
    },
    {
      id: 'Weigh',
      kind: 'title',
      languages: [
        { lang: 'en-US', terms: [{ text: 'Weigh your pears', status: 'preferred', share: 1 }] },
        { lang: 'zh-Hans-CN', terms: [{ text: '𠮷称一称你的梨', status: 'preferred' }] },
        { lang: 'he-IL', terms: [{ text: '\u2067שקילת אגסים\u2069', status: 'preferred' }] },
      ],
    },
    {
      id: 'pear-cli',
      kind: 'fixed',
      languages: [
        { lang: 'en-US', terms: [{ text: '#pear --all', status: 'preferred' }] },
        { lang: 'ja-JP', terms: [{ text: '#pear --all', status: 'preferred' }] },
        { lang: 'de-DE', terms: [{ text: '#pear --all', status: 'preferred' }] },
      ],
    },
    { id: 'alone', languages: [{ lang: 'en-US', terms: [{ text: 'Windfall', status: 'preferred' }] }] },
  ],
};
