import { describe, expect, it } from 'vitest';
import { type CheckFinding, checkArticle, collectTree, type Glossary, type Rules } from '../../src/index.js';
import { glossaryOf } from '../support/glossary-of.js';
import { articleOf, pair } from '../support/pairs.js';

const glossary = glossaryOf('de', [
  ['Save', { preferred: ['Speichern'], admitted: ['Sichern unter'], forbidden: ['Sichern'] }],
  ['Save as', { preferred: ['Speichern unter...'] }],
  ['Account', { preferred: ['Konto'], forbidden: ['Account'] }],
  ['Sales account', { preferred: ['Sales-Account'] }],
  ['Start', { preferred: ['Start'], admitted: ['Starten'] }],
  ['Trash', { forbidden: ['Müll'] }],
  ['Cancel', { preferred: ['Abbrechen'], admitted: ['Verwerfen'] }],
  ['Contoso Drive', { kind: 'fixed' }],
]);

/** What is reported of pairs of German and English. */
function findingsOf(
  pairs: readonly (readonly [target: string, source: string])[],
  { lang = 'de-DE', ...rules }: Rules & { readonly lang?: string } = {},
): readonly CheckFinding[] {
  const body = pairs.map(([target, source], index) => pair(`1a2b3-${101 + index}`, target, source)).join('\n\n');
  const article = articleOf(`---\nms.contentlocale: ${lang}\n---\n${body}\n`, 'a.md');
  const findings = checkArticle(article, { glossary, ...rules }, collectTree([article]));
  return findings
    .filter(({ code }) => code === 'check/ui-terms')
    .map((found) => ({ ...found, text: article.text.slice(found.offset, found.end) }));
}

function messagesOf(...pairs: readonly (readonly [target: string, source: string])[]): string[] {
  return findingsOf(pairs).map(({ message }) => message);
}

describe('check/ui-terms by a glossary', () => {
  it('reports a term in bold that is none of those of the glossary, and names them', () => {
    expect(messagesOf(['Wählen Sie **Ablegen** aus.', 'Select **Save**.'])).toEqual([
      '"Save" is "Ablegen" here; the glossary has "Speichern" or "Sichern unter".',
    ]);
  });

  it.each([
    ['the preferred term', '**Speichern**'],
    ['an admitted term', '**Sichern unter**'],
    ['another case', '**SPEICHERN**'],
    ['brackets and quotes', '**[Speichern]** und „**Speichern**“'],
    ['an ellipsis, and a key', '**&Speichern...**'],
    ['a word beside it in the bold text', '**Schaltfläche Speichern**'],
    ['a space that does not break, and one without width', '**\u200bSichern\u00a0unter**'],
  ])('takes %s', (_, target) => {
    expect(messagesOf([target, '**SAVE…**'])).toEqual([]);
  });

  it('takes a term that bold has slipped from, but none elsewhere in the target', () => {
    expect(messagesOf(['Wählen Sie **Knopf** Speichern aus.', '**Save**'])).toEqual([]);
    expect(messagesOf(['Wählen Sie Speichern **aus**.', '**Save**'])).toEqual([]);
    expect(messagesOf(['Das **Sichern** **unter** geht.', '**Save**'])).toEqual([]);
    expect(messagesOf(['Zum **Ablegen** hier speichern.', 'To save, select **Save**.'])).toHaveLength(1);
  });

  it('passes over emphasis, titles, and bold on signs', () => {
    expect(messagesOf(['Sie **legen** es ab.', 'You **save** it.'])).toEqual([]);
    expect(messagesOf(['Sie **>** es.', '**Save** it.'])).toEqual([]);
    const [first] = glossary.concepts;
    const own = { ...glossary, concepts: [{ ...first, kind: 'title' }] } as Glossary;
    expect(findingsOf([['**Ablegen**', '**Save**']], { glossary: own })).toEqual([]);
    const lower = glossaryOf('de', [['kubectl', { kind: 'fixed' }]]);
    expect(findingsOf([['**Kubo**', '**kubectl**']], { glossary: lower })).toHaveLength(1);
  });

  it('takes a term wherever it stands, where several texts are in bold', () => {
    const source = 'Select **Save** or **Cancel**.';
    expect(messagesOf(['Mit **Abbrechen** oder **Speichern**.', source])).toEqual([]);
    expect(messagesOf(['Mit **Abbrechen** oder mit dem Knopf Speichern, **Knopf**.', source])).toEqual([]);
  });

  it('says of several what is not the term of another one', () => {
    expect(messagesOf(['Mit **Abbrechen** oder **Ablegen**.', 'Select **Save** or **Cancel**.'])).toEqual([
      '"Save" is "Ablegen" here; the glossary has "Speichern" or "Sichern unter".',
    ]);
  });

  it('says nothing of what is not in bold, not in the glossary, or has no partner', () => {
    expect(messagesOf(['Klicken Sie auf Ablegen.', 'Select **Save**.'])).toEqual([]);
    expect(messagesOf(['Klicken Sie auf **Ablegen**.', 'Select Save.'])).toEqual([]);
    expect(messagesOf(['Klicken Sie auf **Ablegen**.', 'Select **File**.'])).toEqual([]);
  });

  it('reports forbidden terms, bold or not, where they stand', () => {
    const findings = findingsOf([['Auf \\*Sichern\\* &amp; auf **Müll** klicken.', 'Click save &amp; **Trash**.']]);
    expect(findings).toMatchObject([
      {
        message: '"save" is "Sichern" here; the glossary forbids that and has "Speichern" or "Sichern unter".',
        text: 'Sichern',
      },
      { message: '"Trash" is "Müll" here; the glossary forbids that.', text: 'Müll' },
    ]);
  });

  it('says of a forbidden term in bold once that it is one', () => {
    expect(messagesOf(['Auf **Sichern** klicken.', 'Click **Save**.'])).toEqual([
      '"Save" is "Sichern" here; the glossary forbids that and has "Speichern" or "Sichern unter".',
    ]);
  });

  it('lets forbidden words stand in other words, in accepted terms, and where the source has no such term', () => {
    expect(messagesOf(['Der Accounter zahlt.', 'The account pays.'])).toEqual([]);
    expect(messagesOf(['Der Sales-Account zahlt.', 'The sales account pays, and the account.'])).toEqual([]);
    expect(messagesOf(['Der Account zahlt.', 'The login pays.'])).toEqual([]);
    expect(messagesOf(['Der Account zahlt.', 'The sales account pays.'])).toEqual([]);
    expect(messagesOf(['Sichern unter', 'Save'])).toEqual([]);
  });

  it('reports an admitted term beside the preferred one in an article', () => {
    expect(messagesOf(['**Start**', '**Start**'], ['**Starten**', '**Start**'])).toEqual([
      '"Start" is "Starten" here; elsewhere in the article it is "Start", which the glossary prefers.',
    ]);
    expect(messagesOf(['**Starten**', '**Start**'], ['**Starten**', '**Start**'])).toEqual([]);
  });

  it('reports what is never translated', () => {
    expect(
      messagesOf(['**Contoso-Laufwerk**', '**Contoso Drive**'], ['**Contoso  Drive**', '**Contoso Drive**']),
    ).toEqual(['"Contoso Drive" is "Contoso-Laufwerk" here; by the glossary it is not translated.']);
  });

  it('finds terms in scripts without spaces', () => {
    const own = glossaryOf('ja-JP', [['Save', { preferred: ['保存'], forbidden: ['セーブ'] }]]);
    const messages = (target: string): string[] =>
      findingsOf([[target, 'Click **Save**.']], { glossary: own, lang: 'ja-JP' }).map(({ message }) => message);
    expect(messages('**[保存]**をクリックします。')).toEqual([]);
    expect(messages('**保存を**クリックします。')).toEqual([]);
    expect(messages('**格納**をクリックします。')).toEqual(['"Save" is "格納" here; the glossary has "保存".']);
    expect(messages('**保 存**をクリックします。')).toEqual([]);
    expect(messages('セーブを**クリック**します。')).toHaveLength(2);
  });

  it.each([
    ['de', 'de-DE', true],
    ['de-DE', 'de', true],
    ['DE-de', 'de-DE', true],
    ['de-AT', 'de-DE', false],
    ['fr', 'de-DE', false],
    ['zh', 'zh-TW', false],
    ['zh-Hans', 'zh-CN', true],
  ])('takes a glossary for %s for an article in %s: %s', (tag, lang, isTaken) => {
    const own = glossaryOf(tag, [['Save', { preferred: ['Speichern'] }]]);
    expect(findingsOf([['**Ablegen**', '**Save**']], { glossary: own, lang })).toHaveLength(isTaken ? 1 : 0);
  });

  it('takes the terms of the language itself before those without a region', () => {
    const { concepts, ...own } = glossaryOf('de', [['Save', { preferred: ['Speichern'] }]]);
    const [concept] = concepts;
    const languages = [
      ...(concept?.languages ?? []),
      { lang: 'de-CH', terms: [{ text: 'Ablegen', status: 'preferred' }] },
    ];
    const both = { ...own, concepts: [{ ...concept, languages }] } as Glossary;
    expect(findingsOf([['**Ablegen**', '**Save**']], { glossary: both, lang: 'de-CH' })).toEqual([]);
    expect(findingsOf([['**Ablegen**', '**Save**']], { glossary: both, lang: 'de-DE' })).toHaveLength(1);
  });

  it('takes the place of the tree', () => {
    const usual = Array.from({ length: 4 }, () => ['**Datei**', '**File**'] as const);
    const odd = [...usual, ['**Akte**', '**File**'] as const];
    expect(findingsOf(odd)).toEqual([]);
    const { glossary: _, ...byTree } = { glossary: undefined };
    expect(
      checkArticle(articleOf(odd.map(([target, source], at) => pair(`a-${at}`, target, source)).join('\n')), byTree),
    ).toEqual([]);
  });

  it('passes over texts that are no terms for their length', () => {
    const long = glossaryOf('de', [
      ['['.repeat(200_000), { preferred: ['x'] }],
      ['Save', { preferred: ['„'.repeat(200_000)], admitted: ['Speichern'] }],
    ]);
    expect(findingsOf([['**Speichern**', '**Save**']], { glossary: long })).toEqual([]);
  });

  it('is set as the rule is', () => {
    expect(findingsOf([['**Ablegen**', '**Save**']], { 'check/ui-terms': 'off' })).toEqual([]);
    expect(findingsOf([['**Ablegen**', '**Save**']], { 'check/ui-terms': 'error' })).toMatchObject([
      { severity: 'error' },
    ]);
  });

  it.each([
    [{}, 'rules: glossary: it is no glossary; give { srcLang, concepts }.'],
    [{ srcLang: 'english?', concepts: [] }, 'rules: glossary: srcLang is no language tag of BCP 47, such as en-US.'],
    [
      { srcLang: 'en', concepts: [{ id: 'a b', languages: [] }] },
      'rules: glossary: concept 1: its id is no name; give letters, digits, and . - _',
    ],
    [
      {
        srcLang: 'en',
        concepts: [{ id: 'a', languages: [{ lang: 'de', terms: [{ text: 'A', status: 'prefered' }] }] }],
      },
      'rules: glossary: concept 1: de: "A": its status is none of preferred, admitted, forbidden; did you mean preferred?',
    ],
  ])('refuses what is no glossary: %j', (own, message) => {
    expect(() => checkArticle(articleOf(''), { glossary: own as unknown as Glossary })).toThrow(message);
  });
});
