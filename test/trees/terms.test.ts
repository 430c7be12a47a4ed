import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { termsCorpus } from '../../src/corpus/terms/terms.js';
import { type Glossary, glossaryToString, readGlossary } from '../../src/index.js';
import { temporaryFolder } from '../support/cli.js';
import { tellWhereCorporaAreMissing } from '../support/missing.js';
import { pair } from '../support/pairs.js';
import { unpack } from '../support/shared.js';

tellWhereCorporaAreMissing();

/** Invented names, which no tree has: made of syllables of their own. */
const syllables = ['Zor', 'qua', 'bli', 'nex', 'tuv', 'mip', 'dax', 'wey'];

function nameOf(number: number): string {
  const parts = [number & 7, (number >> 3) & 7, (number >> 6) & 7].map((each) => syllables[each] ?? '');
  return parts
    .join('')
    .toLowerCase()
    .replace(/^./, (first) => first.toUpperCase());
}

interface Language {
  readonly name: string;
  readonly place: 'corpus' | 'trees';
  readonly lang: string;
  /** A term of the language, by its number. */
  readonly term: (number: number) => string;
  /** A sentence with it, and one in which something else is in bold. */
  readonly sentence: (term: string, number: number) => string;
  readonly moved: (term: string, number: number) => string;
}

const kana = ['ゾル', 'クア', 'ブリ', 'ネク', 'トヴ', 'ミプ', 'ダク', 'ウェ'];
const han = ['琮', '夸', '卟', '嫐', '秃', '咪', '妲', '喂'];
const thai = ['ซอร์', 'ควา', 'บลิ', 'เน็ก', 'ทูฟ', 'มิพ', 'แดก', 'เวย์'];

function made(parts: readonly string[]): (number: number) => string {
  return (number) => [number & 7, (number >> 3) & 7, (number >> 6) & 7].map((each) => parts[each]).join('');
}

const languages: readonly Language[] = [
  {
    name: 'alchemyinsights.ja-JP',
    place: 'corpus',
    lang: 'ja-JP',
    term: made(kana),
    sentence: (term, number) => `手順 ${number} で **[${term}]** を選択します。`,
    moved: (term, number) => `手順 ${number} では ${term} を **選択** します。`,
  },
  {
    name: 'alchemyinsights.zh-CN',
    place: 'trees',
    lang: 'zh-CN',
    term: made(han),
    sentence: (term, number) => `在步骤 ${number} 中选择“**${term}**”。`,
    moved: (term, number) => `在步骤 ${number} 中**选择**${term}。`,
  },
  {
    name: 'alchemyinsights.th-TH',
    place: 'trees',
    lang: 'th-TH',
    term: made(thai),
    sentence: (term, number) => `ในขั้นตอน ${number} ให้เลือก **${term}**`,
    moved: (term, number) => `ในขั้นตอน ${number} **ให้เลือก** ${term}`,
  },
  {
    name: 'quantum.de-DE',
    place: 'corpus',
    lang: 'de-DE',
    term: (number) => `${nameOf(number)}ung`,
    sentence: (term, number) => `Wählen Sie in Schritt ${number} **${term}** aus.`,
    moved: (term, number) => `**Wählen Sie** in Schritt ${number} ${term} aus.`,
  },
];

const planted = 60;

/** A copy of a tree with an article for each planted term: four sentences, in one of which the bold is elsewhere. */
function plant(root: string, { lang, term, sentence, moved }: Language): string {
  const tree = join(temporaryFolder(), 'tree');
  cpSync(root, tree, { recursive: true });
  mkdirSync(join(tree, 'planted'));
  for (let number = 0; number < planted; number++) {
    const pairs = [0, 1, 2, 3].map((at) => {
      const step = number * 4 + at + 100;
      const target = (at === number % 4 ? moved : sentence)(term(number), step);
      return pair(`1a2b3-${step}`, target, `In step ${step}, select **${nameOf(number)}**.`);
    });
    const text = `---\nms.contentlocale: ${lang}\n---\n\n${pairs.join('\n\n')}\n`;
    writeFileSync(join(tree, `planted/${number}.md`), text);
  }
  return tree;
}

/** What a source is called, the preferred term first. */
function targetsOf({ concepts }: Glossary, source: string): string[] | undefined {
  const concept = concepts.find(({ languages: [own] }) => own?.terms[0]?.text === source);
  return concept?.languages[1]?.terms.map(({ text }) => text);
}

describe.each(languages)('terms of $name', (language) => {
  it('has what was planted, and reads it again', { timeout: 120_000 }, async () => {
    const tree = plant(unpack(`${language.name}.sxs`, language.place), language);
    const { glossary, report } = await termsCorpus([tree], { jobs: 1 });
    const expected = Array.from({ length: planted }, (_, number) => [nameOf(number), [language.term(number)]]);
    expect(expected.map(([source]) => [source, targetsOf(glossary, String(source))])).toEqual(expected);
    // All candidates are terms, or left out for a reason.
    for (const { candidates, terms, leftOut } of Object.values(report.terms.languages)) {
      expect(Object.values(leftOut).reduce((sum, number) => sum + number, terms)).toBe(candidates);
    }
    for (const format of ['tbx', 'json'] as const) {
      const read = await readGlossary(glossaryToString(glossary, format));
      expect(read).toEqual({ _tag: 'Right', right: glossary });
    }
  });
});
