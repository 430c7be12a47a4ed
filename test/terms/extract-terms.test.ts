import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractTerms } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';
import { articleWith, linesOf, type Texts, termsIn } from '../support/terms.js';

const usual: readonly Texts[] = [
  ['Wählen Sie **Weiter** aus.', 'Select **Next**.'],
  ['Klicken Sie zweimal auf **Weiter**.', 'Click **Next** twice.'],
  ['Wählen Sie **Speichern** aus.', 'Select **Save**.'],
  ['Zum Beenden wählen Sie **Speichern**.', 'To finish, select **Save**.'],
];

describe('terms are', () => {
  it('bold texts that stand together in several segments', () => {
    expect(termsIn(usual)).toEqual(['ui de-DE: Next = Weiter', 'ui de-DE: Save = Speichern']);
  });

  it('counted in all segments, bold or not', () => {
    const pairs: Texts[] = [...usual, ['Bei Weiter geht es voran.', 'Next takes you on.']];
    const [next] = extractTerms([articleWith(pairs)]).concepts;
    expect(next?.languages[1]?.terms[0]).toMatchObject({ text: 'Weiter', count: 3, share: 1 });
  });

  it('no texts that stand together once', () => {
    expect(termsIn([['Wählen Sie **Kopie** aus.', 'Select **Copy**.']])).toEqual([]);
  });

  it('texts of one sentence that stands in several places, where neither stands anywhere else', () => {
    const again: Texts = ['Wählen Sie **Kopie anlegen** aus.', 'Select **Make a Copy**.'];
    expect(termsIn([again, again])).toEqual(['ui de-DE: Make a Copy = Kopie anlegen']);
  });

  it('no emphasis, no label of an alert, no sentence, no caption', () => {
    const pairs: Texts[] = ['always', 'Note', 'Why is that so?', 'Figure 3', 'To save the file'].flatMap(
      (text): Texts[] => [
        [`Es ist **das ${text}**.`, `It is **${text}**.`],
        [`So ist **das ${text}** dort.`, `So **${text}** is there.`],
      ],
    );
    expect(termsIn(pairs)).toEqual([]);
  });
});

describe('bold that moved to another word', () => {
  it('is found by what the word is elsewhere', () => {
    const pairs: Texts[] = [
      ['**Klicken Sie** auf Produkte.', 'Click **Products**.'],
      ['**Klicken Sie** zuerst auf Produkte.', 'First, click **Products**.'],
      ['Auf **Produkte** kommt es an.', '**Products** matter.'],
      ['Öffnen Sie **Produkte**.', 'Open **Products**.'],
      ['Klicken Sie auf die Tür.', 'Click the door.'],
      ['Klicken Sie auf das Fenster.', 'Click the window.'],
      ['Klicken Sie auf das Dach.', 'Click the roof.'],
    ];
    expect(termsIn(pairs)).toEqual(['ui de-DE: Products = Produkte']);
  });

  it('is found where words have no spaces between them', () => {
    const pairs: Texts[] = [
      ['然后**选择**产品。', 'Then select **Products**.'],
      ['请**选择**产品。', 'Please select **Products**.'],
      ['打开**产品**页面。', 'Open the **Products** page.'],
      ['在**产品**下查看。', 'Look under **Products**.'],
      ['选择门。', 'Select the door.'],
      ['选择窗户。', 'Select the window.'],
    ];
    expect(termsIn(pairs, 'zh-CN')).toEqual(['ui zh-CN: Products = 产品']);
  });

  it('that covers a part of the translation gives way to the whole', () => {
    const pairs: Texts[] = [
      ['Öffnen Sie die **Große** Tür.', 'Open the **Big Door**.'],
      ['Hier ist die **Große Tür**.', 'Here is the **Big Door**.'],
      ['Dort ist die **Große Tür** auch.', 'The **Big Door** is there, too.'],
      ['Große Fenster gibt es.', 'There are big windows.'],
    ];
    expect(termsIn(pairs)).toEqual(['ui de-DE: Big Door = Große Tür']);
  });
});

describe('what is no part of a term', () => {
  it.each([
    ['ja-JP', '[次へ]', '次へ'],
    ['ja-JP', '「次へ」', '次へ'],
    ['zh-CN', '“下一步”', '下一步'],
    ['de-DE', '„Weiter“', 'Weiter'],
    ['fr-FR', '« Suivant »', 'Suivant'],
    ['pl-PL', '„Dalej”', 'Dalej'],
    ['th-TH', '"ถัดไป"', 'ถัดไป'],
    ['ar-SA', '«التالي»', 'التالي'],
    ['de-DE', 'Weiter:', 'Weiter'],
  ])('marks around it: %s %s', (lang, marked, term) => {
    const pairs: Texts[] = [
      [`A **${marked}** b.`, 'Choose **Next** now.'],
      [`C **${marked}** d.`, 'Here **Next** stands.'],
    ];
    expect(termsIn(pairs, lang)).toEqual([`ui ${lang}: Next = ${term}`]);
  });

  it('a word that slipped into the bold', () => {
    const names = ['Alpha', 'Beta', 'Gamma', 'Delta'].flatMap((name, index): Texts[] => [
      [`ให้ **เลือก ชื่อ${index}ก** ตอนนี้`, `Select **${name}** now.`],
      [`ที่ **ชื่อ${index}ก** นั้น`, `At **${name}** there.`],
      [`และ **ชื่อ${index}ก** ด้วย`, `Also **${name}** as well.`],
    ]);
    expect(termsIn(names, 'th-TH')).toEqual([
      'ui th-TH: Alpha = ชื่อ0ก',
      'ui th-TH: Beta = ชื่อ1ก',
      'ui th-TH: Delta = ชื่อ3ก',
      'ui th-TH: Gamma = ชื่อ2ก',
    ]);
  });
});

describe('one concept are', () => {
  it('spellings that differ in case, an ellipsis, a preview, or the key that chooses them', () => {
    const pairs: Texts[] = [
      ['Wählen Sie **Speichern unter** aus.', 'Select **Save as**.'],
      ['Wählen Sie dort **Speichern unter...** aus.', 'There, select **Save As...**.'],
      ['Wählen Sie nun **Speichern &unter** aus.', 'Now select **Save as (preview)**.'],
      ['Hier ist **Speichern unter**.', 'Here is **Save as**.'],
    ];
    expect(termsIn(pairs)).toEqual(['ui de-DE: Save as = Speichern unter | Speichern &unter | Speichern unter...']);
  });

  it('the steps of a way through menus, each by itself', () => {
    const pairs: Texts[] = [
      ['Öffnen Sie **Datei > Drucken**.', 'Open **File > Print**.'],
      ['Dann **Datei > Drucken**.', 'Then **File > Print**.'],
      ['Die **Datei** ist da.', 'The **File** is there.'],
    ];
    expect(termsIn(pairs)).toEqual(['ui de-DE: File = Datei', 'ui de-DE: Print = Drucken']);
  });

  it.each([
    ['fr-FR', '« Fichier » > « Imprimer »'],
    ['fr-FR', '«\u00a0Fichier\u00a0» → «\u00a0Imprimer\u00a0»'],
    ['de-CH', '‹Fichier› > ‹Imprimer›'],
    ['de-DE', '»Fichier« > »Imprimer«'],
    ['fr-FR', 'Fichier » Imprimer'],
  ])('the steps of a way, whose quotes are none of its signs: %s %s', (lang, way) => {
    const pairs: Texts[] = [
      [`A **${way}** b.`, 'Open **File > Print**.'],
      [`C **${way}** d.`, 'Then **File > Print**.'],
    ];
    expect(termsIn(pairs, lang)).toEqual([`ui ${lang}: File = Fichier`, `ui ${lang}: Print = Imprimer`]);
  });

  it('spellings, of which one without a key or an ellipsis is the term where none is more frequent', () => {
    const pairs: Texts[] = [
      ['Wählen Sie **&Ablegen** aus.', 'Select **&Save...**.'],
      ['Wählen Sie dort **Ablegen** aus.', 'There, select **Save**.'],
    ];
    const [concept] = extractTerms([articleWith(pairs)]).concepts;
    expect(concept?.languages.map(({ terms: [term] }) => [term?.text, term?.variants])).toEqual([
      ['Save', ['&Save...']],
      ['Ablegen', ['&Ablegen']],
    ]);
  });

  it('several renderings, with their shares', () => {
    const pairs: Texts[] = [
      ['Im Menü **Start** ist es.', 'It is in the **Start** menu.'],
      ['Öffnen Sie **Start** im Menü.', 'Open **Start** in the menu.'],
      ['Drücken Sie **Start** zuerst.', 'Press **Start** first.'],
      ['Wählen Sie **Starten** aus.', 'Select **Start**.'],
      ['Mit **Starten** geht es los.', '**Start** begins it.'],
    ];
    const [concept] = extractTerms([articleWith(pairs)]).concepts;
    expect(concept?.kind).toBe('ui');
    expect(concept?.languages[1]?.terms).toMatchObject([
      { text: 'Start', status: 'preferred', count: 3, share: 0.6 },
      { text: 'Starten', status: 'admitted', count: 2, share: 0.4 },
    ]);
  });
});

describe('beside names of the interface there are', () => {
  it('titles, and labels of links that are titles', () => {
    const title = pair('1a2b3-1', 'Türen öffnen', 'Open doors');
    const links: Texts[] = [
      ['Siehe [Türen öffnen](b.md).', 'See [Open doors](b.md).'],
      ['Siehe [hier](c.md).', 'See [Here](c.md).'],
      ['Siehe nun [hier](c.md).', 'Now see [Here](c.md).'],
    ];
    const titled = articleOf(`---\ntitle: ${title}\nms.contentlocale: de-DE\n---\n`, 'b.md');
    expect(linesOf(extractTerms([articleWith(links), titled]))).toEqual(['title de-DE: Open doors = Türen öffnen']);
  });

  it('what is never translated', () => {
    const pairs: Texts[] = [
      ['**Contoso Mail** を開きます。', 'Open **Contoso Mail**.'],
      ['**Contoso Mail** で送信します。', 'Send it with **Contoso Mail**.'],
      [':::no-loc text="Fabrikam"::: です。', 'It is :::no-loc text="Fabrikam":::.'],
    ];
    expect(termsIn(pairs, 'ja-JP')).toEqual([
      'fixed ja-JP: Contoso Mail = Contoso Mail',
      'fixed ja-JP: Fabrikam = Fabrikam',
    ]);
  });
});

describe('several languages', () => {
  const japanese: readonly Texts[] = [
    ['**[次へ]** を選択します。', 'Select **Next**.'],
    ['**[次へ]** を 2 回クリックします。', 'Click **Next** twice.'],
  ];

  it('are one concept with a section for each', () => {
    const glossary = extractTerms([articleWith(usual), articleWith(japanese, 'ja-JP', 'b.md')]);
    expect(glossary.concepts.map(({ languages }) => languages.map(({ lang }) => lang))).toEqual([
      ['en-US', 'de-DE', 'ja-JP'],
      ['en-US', 'de-DE'],
    ]);
  });

  it('do not depend on the order of the articles, but for the places that are named', () => {
    const articles = [
      ...usual.map((each, index) => articleWith([each], 'de-DE', `${index}.md`)),
      articleWith(japanese, 'ja-JP'),
    ];
    const expected = linesOf(extractTerms(articles));
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(linesOf(extractTerms(shuffled))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('are left out where nobody knows the language', () => {
    const article = articleWith(usual);
    const nameless = { ...article, localization: {} };
    expect(extractTerms([nameless]).concepts).toEqual([]);
    expect(extractTerms([nameless], { trgLang: 'de-DE' }).concepts).toHaveLength(2);
  });
});

describe('options', () => {
  it('say how rare a term may be', () => {
    expect(linesOf(extractTerms([articleWith(usual)], { minCount: 3 }))).toEqual([]);
    const once: Texts[] = [['Wählen Sie **Kopie** aus.', 'Select **Copy**.']];
    expect(linesOf(extractTerms([articleWith(once)], { minCount: 1 }))).toEqual(['ui de-DE: Copy = Kopie']);
  });

  it.each(['2', '-1', 'x', ''])('refuse the share %j', (minShare) => {
    expect(() => extractTerms([], { minShare })).toThrow(RangeError);
  });
});
