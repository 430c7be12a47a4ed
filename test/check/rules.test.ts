import { describe, expect, it } from 'vitest';
import { checkArticle, collectTree, type RuleCode } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';

type Case = readonly [language: string, source: string, target: string];

/** What a rule marks in an article of one pair, or `undefined`. */
function marked(code: RuleCode, [language, source, target]: Case): string | undefined {
  const text = `---\nms.contentlocale: ${language}\n---\n${pair('1a2b3-102', target, source)}\n`;
  const [found] = checkArticle(articleOf(text), { [code]: 'warning' }).filter((finding) => finding.code === code);
  return found === undefined ? undefined : text.slice(found.offset, found.end);
}

const found: Readonly<Partial<Record<RuleCode, readonly (readonly [...Case, marked: string])[]>>> = {
  'check/numbers': [
    ['ja-JP', 'Wait 15 minutes.', '51 分待ちます。', '51'],
    ['de-DE', 'Print 1,000 pages.', 'Drucken Sie 10.000 Seiten.', '10.000'],
    ['th-TH', 'Print 20 pages.', 'พิมพ์ ๓๐ หน้า', '๓๐'],
    ['ar-SA', 'Print 20 pages.', 'اطبع ٣٠ صفحة.', '٣٠'],
    ['fa-IR', 'Print 45 pages.', '۵۴ صفحه چاپ کنید.', '۵۴'],
    ['he-IL', 'Print 20 pages.', 'הדפס 30 עמודים.', '30'],
    ['zh-CN', 'Print 20 pages.', '打印３０页。', '３０'],
    ['sr-Latn-RS', 'Install version 2.10.', 'Instalirajte verziju 2.11.', '2.11'],
    ['de-DE', 'Since May 3, 2021', 'Seit dem 4. Mai 2021', '4'],
    ['ja-JP', 'Model 8000012 does not print', 'モデルは印刷できません', '8000012'],
  ],
  'check/urls': [
    [
      'de-DE',
      'See [it](https://example.com/en-us/a).',
      'Siehe [das](https://example.com/de-de/b).',
      '](https://example.com/de-de/b)',
    ],
    ['ar-SA', 'See <https://example.com/a>.', 'انظر <https://example.com/b>.', '<https://example.com/b>'],
    ['ko-KR', 'Open https://example.com/a now.', 'https://example.com/b를 지금 여세요.', 'https://example.com/b'],
    ['th-TH', 'Open www.example.com/a.', 'เปิดwww.example.com/bเลย', 'www.example.com/b'],
    ['fr-FR', 'Write to doors@example.com.', 'Écrivez à portes@example.com.', 'portes@example.com'],
    ['zh-TW', 'Open (https://example.com/a_(b)).', '開啟（https://example.com/a_）。', 'https://example.com/a'],
    ['de-DE', 'Open https://example.com/a now.', 'Jetzt öffnen.', 'Jetzt öffnen.'],
    ['fr-FR', 'See [it](../my-db/a.md).', 'Voir [ici](../my-os/a.md).', '](../my-os/a.md)'],
  ],
  'check/untranslated': [
    [
      'ja-JP',
      'Open the door and close the window.',
      'Open the door and close the window.',
      'Open the door and close the window.',
    ],
    [
      'sr-Latn-RS',
      'The door is open when your printer is not.',
      'The door is open when your printer is not.',
      'The door is open when your printer is not.',
    ],
  ],
  'check/source-language': [
    ['ja-JP', '扉を開けてください。', '扉を開けてください。', '扉を開けてください。'],
    ['de-DE', 'Откройте дверь и окно.', 'Öffnen Sie Tür und Fenster.', 'Откройте'],
    [
      'ja-JP',
      'Pour ouvrir la porte, prenez votre clé avec vous.',
      '鍵で開けます。',
      'Pour ouvrir la porte, prenez votre clé avec vous.',
    ],
  ],
  'check/target-script': [
    [
      'ja-JP',
      'Wait until the door is open.',
      '扉が wait until the door is open again です。',
      'wait until the door is open again',
    ],
    [
      'he-IL',
      'Wait until the door is open.',
      'Please wait until the door is open.',
      'Please wait until the door is open',
    ],
    [
      'ru-RU',
      'Wait until the door is open.',
      'Подождите until the door is open for you',
      'until the door is open for you',
    ],
    [
      'el-GR',
      'Wait until the door is open.',
      'Περιμένετε until the door is open for you',
      'until the door is open for you',
    ],
    [
      'hi-IN',
      'Wait until the door is open.',
      'प्रतीक्षा करें until the door is open for you',
      'until the door is open for you',
    ],
    [
      'ko-KR',
      'Wait until the door is open.',
      '기다리세요 until the door is open for you',
      'until the door is open for you',
    ],
    ['zh-CN', 'Wait until the door is open.', '等待 until the door is open for you', 'until the door is open for you'],
    ['de-DE', 'Open the door.', 'Öffnen Sie die 扉.', '扉.'],
    ['sr-Latn-RS', 'Open the door.', 'Otvorite врата.', 'врата.'],
    [
      'de-DE',
      'Wait until it is open.',
      'Please wait until the door is open for you.',
      'Please wait until the door is open for you.',
    ],
  ],
  'check/mojibake': [
    ['de-DE', 'Open the door.', 'Öffnen Sie die T\ufffdr.', '\ufffd'],
    ['de-DE', 'Open the door.', 'Öffnen Sie die T\u0081r.', '\u0081'],
    ['de-DE', 'Open the door.', 'Öffnen Sie die TÃ¼r.', 'Ã¼'],
    ['ja-JP', 'Door', 'ãƒ‰ã‚¢', 'ãƒ‰ã‚¢'],
    ['th-TH', 'Do not use the “door”.', 'à¸­à¸¢à¹ˆà¸²', 'à¸­à¸¢à¹ˆà¸²'],
    ['he-IL', 'Door', '×“×œ×ª', '×“×œ×ª'],
    ['de-DE', 'Don’t', 'nichtâ€™', 'â€™'],
  ],
  'check/syntax': [
    ['ja-JP', '[!NOTE] Close it.', '[!メモ] 閉めます。', '[!メモ'],
    ['de-DE', '[!NOTE] Close it.', '[! NOTE] Schließen Sie es.', '[! NOTE'],
    ['ja-JP', ':::image text="x":::', ':::画像 text="x":::', ':::画像'],
    ['de-DE', ':::row::: One', 'Eins', 'Eins'],
  ],
  'check/header-text': [
    ['de-DE', 'One', 'Eins ms.topic: article', 'ms.topic:'],
    ['de-DE', 'title: One\nauthor: two\n', 'Eins', 'title: One'],
  ],
  'check/leading-trailing-space': [
    ['de-DE', 'One', ' Eins', ' '],
    ['de-DE', 'One ', 'Eins', 's'],
    ['ja-JP', 'One', '一つ　', '　'],
    ['de-DE', ' One', 'Eins', 'E'],
  ],
  'check/double-space': [
    ['de-DE', 'One door', 'Eine  Tür', '  '],
    ['ja-JP', 'Go to **A** > **B**.', '**A**  >  **B** に移動します。', '  '],
    ['de-DE', 'One  door', 'Eine Tür', '  '],
    ['th-TH', 'One: two', 'หนึ่ง:    สอง', '    '],
  ],
  'check/link-label': [
    ['de-DE', 'See [doors](a.md).', 'Siehe Türen [](a.md).', '[](a.md)'],
    ['zh-CN', 'See [**doors**](a.md) here.', '请参阅 [ ](a.md)门。', '[ ](a.md)'],
    ['ja-JP', '[](a.md)Doors', '[ドア](a.md)', '[](a.md)'],
    ['de-DE', 'See [doors](a.md).', 'Siehe Türen [\u200b](a.md).', '[\u200b](a.md)'],
    ['ar-SA', '[![A door](a.png)](a.md)', '[\u200f \u2060](a.md)', '[\u200f \u2060](a.md)'],
    ['de-DE', 'See <a href="a.md">doors</a>.', 'Siehe <a href="a.md"></a>.', '<a href="a.md"></a>'],
    ['ja-JP', 'See <a href>doors</a>.', '<a href></a>ドア', '<a href></a>'],
    [
      'th-TH',
      '<A class="x" HREF = \'a.md\'>Doors</A>',
      '<A class="x" HREF = \'a.md\'>&nbsp;</A>',
      '<A class="x" HREF = \'a.md\'>&nbsp;</A>',
    ],
    ['fr-FR', '<a href="a.md"></a>Doors', '<a href="a.md">Portes</a>', '<a href="a.md"></a>'],
    ['pl-PL', '<a href="a.md"><b>Doors</b></a>', '<a href="a.md"><b></b></a> Drzwi', '<a href="a.md"><b></b></a>'],
    ['de-DE', '[Doors][ref]\n\n[ref]: a.md', '[][ref] Türen\n\n[ref]: a.md', '[][ref]'],
    ['he-IL', 'See [**doors**][ref].', '[ ][ref] דלתות', '[ ][ref]'],
  ],
  'check/misplaced-bold': [
    ['de-DE', 'Select **Save**.', 'Wählen Sie Speichern **aus.**', '**aus.**'],
    ['de-DE', 'Select **Save** now.', 'Wählen Sie jetzt Speichern **und** mehr.', '**und**'],
    ['zh-CN', 'Select **Save**.', '选择"保存 **"。**', '**"。**'],
    ['th-TH', 'Open **Settings**.', 'เปิด **โดย** การตั้งค่า', '**โดย**'],
    ['ja-JP', 'Open the **Toolbox**.', 'ツールボックス **の** を開きます。', '**の**'],
    ['fr-FR', 'Open **Settings**.', 'Ouvrez les paramètres **de**.', '**de**'],
    ['ko-KR', 'Open **Settings**.', '설정 **을** 엽니다.', '**을**'],
  ],
};

const fine: Readonly<Partial<Record<RuleCode, readonly Case[]>>> = {
  'check/numbers': [
    ['de-DE', 'Print 1,000.50 pages.', 'Drucken Sie 1.000,50 Seiten.'],
    ['fr-FR', 'Print 1,000 pages.', 'Imprimez 1 000 pages.'],
    ['fr-FR', 'Print 10,000 pages.', 'Imprimez 10\u00a0000 pages.'],
    ['ja-JP', 'Print 1,000 pages.', '１０００ページを印刷します。'],
    ['th-TH', 'Print 20 pages in 2021.', 'พิมพ์ ๒๐ หน้าในปี ๒๐๒๑'],
    ['ar-SA', 'Print 20.5 pages.', 'اطبع ٢٠٫٥ صفحة.'],
    ['fa-IR', 'Print 20 pages.', '۲۰ صفحه چاپ کنید.'],
    ['ar-SA', 'Wait 2 hours.', 'انتظر ساعتين.'],
    ['he-IL', 'Wait 2 hours.', 'המתן שעתיים.'],
    ['de-DE', 'Wait 3 hours.', 'Warten Sie drei Stunden.'],
    ['ja-JP', 'Two of three users', '3 人のうち 2 人のユーザー'],
    ['zh-CN', 'There are 3 kinds.', '有三种。'],
    ['sr-Latn-RS', 'Wait 5 hours.', 'Sačekajte pet sati.'],
    ['de-DE', 'Since May 3, 2021', 'Seit dem 3.5.2021'],
    ['ja-JP', 'Since March 15, 2021', '2021 年 3 月 15 日以降'],
    ['ja-JP', 'On 3/15/2021', '2021/03/15'],
    ['ja-JP', 'More than one door', '2 つ以上の扉'],
    ['ja-JP', 'More than 1 million pages', '100 万ページ以上'],
    ['de-DE', 'At 3 PM', 'Um 15:00 Uhr'],
    ['ja-JP', 'Numbers [1,2,3]', '数値 [1, 2, 3]'],
    ['ja-JP', 'A 3rd party printer', 'サードパーティのプリンター'],
    ['de-DE', 'A `v2` printer', 'Ein `v2`-Drucker'],
    ['de-DE', 'Costs &#36;5.', 'Kostet 5 &#8364;.'],
    ['ja-JP', 'Part II', '第 2 部'],
  ],
  'check/urls': [
    ['de-DE', '[it](https://example.com/en-us/a)', '[es](https://example.com/de-de/a)'],
    ['de-DE', '[it](https://example.com/en-us/a)', '[es](https://example.com/a/)'],
    ['zh-TW', '[it](http://example.com/EN-US/a#b)', '[x](https://example.com/zh-Hant-TW/a#b)'],
    ['de-DE', '[it](a.md "One")', '[es](a.md "Eins")'],
    ['ja-JP', '[it](https://en.wikipedia.org/wiki/A)', '[x](https://ja.wikipedia.org/wiki/A)'],
    ['de-DE', '[it](a%20b.md)', '[es](<a b.md>)'],
    ['ja-JP', 'Open https://example.com/en/a.', 'https://example.com/ja/aを開きます。'],
    ['ru-RU', 'Open https://example.com/a, please.', 'Откройте <https://example.com/a>.'],
    ['pl-PL', 'Open <https://example.com/a>.', 'Otwórz https://example.com/a!'],
    ['de-DE', 'Write to doors@example.com.', 'Schreiben Sie an [uns](mailto:doors@example.com).'],
    ['ja-JP', 'Open https://example.com/?a=[the name].', 'https://example.com/?a=[名前] を開きます。'],
    ['he-IL', '[https://example.com/a](https://example.com/a)', '[דלת](https://example.com/a)'],
    ['tr-TR', '[it](https://example.com/a?lang=en)', '[bu](https://example.com/a?lang=tr)'],
  ],
  'check/untranslated': [
    ['ja-JP', 'Contoso Defender for Office', 'Contoso Defender for Office'],
    [
      'ja-JP',
      'get-item -path c:\\x | where {$_.name -match "to"}',
      'get-item -path c:\\x | where {$_.name -match "to"}',
    ],
    ['de-DE', 'Name', 'Name'],
    ['en-GB', 'Open the door and close the window.', 'Open the door and close the window.'],
    ['ja-JP', 'Open the door and close the window.', '扉を開けて窓を閉めます。'],
  ],
  'check/source-language': [
    ['ja-JP', 'The word 扉 means door.', '「扉」は door です。'],
    ['de-DE', 'The angle α and the sum Σ', 'Der Winkel α und die Summe Σ'],
    ['de-DE', 'Use the verbs der, die, das.', 'Der, die, das.'],
  ],
  'check/target-script': [
    ['ja-JP', 'See the help.', '"This is the message that you see here" と表示されます。'],
    ['ja-JP', 'Wait for it.', 'Wait until the door is open (扉が開くまで待つ)'],
    [
      'ja-JP',
      'Comparison of Proposals for the Next Version',
      'Comparison of Proposals for the Next Version に関する資料',
    ],
    ['ja-JP', 'See https://example.com/ja-jp/x', 'https://example.com/ja-jp/x を参照'],
    ['de-DE', 'The word 扉', 'Das Wort 扉'],
    ['de-DE', 'Angle', 'Winkel α'],
    ['sr-Latn-RS', 'Open it.', 'Otvorite to i idite na to.'],
  ],
  'check/mojibake': [
    ['pt-BR', 'No', 'NÃO É PARA VOCÊ'],
    ['fr-FR', 'Age', 'Â ge'],
    ['pt-PT', 'Tomorrow', '«AMANHû'],
    ['fr-FR', 'Quality', '«\u00a0qualité\u00a0» ; « activé…\u00a0»'],
    ['sv-SE', 'Å', '»Å»'],
    ['vi-VN', 'Sound', 'Âm thanh'],
    ['de-DE', 'Door', 'Öffnen “Tür” – süß…'],
    ['ro-RO', 'In', 'În România'],
    ['tr-TR', 'Door', 'KÂĞIT'],
  ],
  'check/syntax': [
    ['ja-JP', '[!NOTE] Close it.', '[!NOTE] 閉めます。'],
    ['ja-JP', '[!note] Close it.', '[!NOTE] 閉めます。'],
    ['de-DE', 'Close it!', 'Schließen: [es] jetzt!'],
    ['ja-JP', '[!INCLUDE [x](x.md)] here', 'ここに [!INCLUDE [x](x.md)]'],
  ],
  'check/header-text': [
    ['de-DE', 'The title: a door', 'Der Titel: eine Tür'],
    ['de-DE', 'Set `ms.topic: article`.', 'Setzen Sie `ms.topic: article`.'],
  ],
  'check/leading-trailing-space': [
    ['de-DE', 'One ', 'Eins '],
    ['de-DE', ' One', ' Eins'],
    ['de-DE', 'One  ', 'Eins '],
  ],
  'check/double-space': [
    ['de-DE', 'One  door', 'Eine  Tür'],
    ['de-DE', 'One  \nTwo', 'Eins\nZwei'],
    ['de-DE', 'Set `a  b`.', 'Setzen Sie `a b`.'],
    ['de-DE', '-   One', '- Eins'],
    ['de-DE', '3.  One', '3. Eins'],
    ['de-DE', 'One door', 'Eine&nbsp;Tür'],
  ],
  'check/link-label': [
    ['de-DE', 'See [doors](a.md).', 'Siehe [Türen](a.md).'],
    ['de-DE', 'See [![A door](a.png)](a.md).', 'Siehe [![Eine Tür](a.png)](a.md).'],
    ['de-DE', '[](a.md) here', '[](a.md) hier'],
    ['de-DE', '[](a.md) here', '[\u200b](a.md) hier'],
    ['fr-FR', 'See [![A door](a.png)](a.md).', 'Voir [![](a.png)](a.md).'],
    ['de-DE', '<a name="doors">Doors</a>', '<a name="doors"></a>Türen'],
    ['de-DE', '<a data-x="href=" id=b/href=c>Doors</a>', '<a data-x="href=" id=b/href=c></a>Türen'],
    ['de-DE', '<a href="a.md"></a>Doors', '<a href="a.md"></a>Türen'],
    ['ja-JP', '<a href="a.md">doors</a>', '<a href="a.md"><img src="a.png"></a>'],
    ['ko-KR', 'See [doors][ref].', '[문][ref]을 보세요.'],
    ['ja-JP', 'See [doors][].', '[][] ドア'],
  ],
  'check/misplaced-bold': [
    ['de-DE', 'Select **Save**.', 'Wählen Sie **Speichern** aus.'],
    ['de-DE', 'From **A** **to** B', 'Von **A** **nach** B'],
    ['ja-JP', 'Yes **or** no', 'はい **または** いいえ'],
    ['ja-JP', 'Click **"..."** next to **Edit**.', '**[編集]** の横にある **[...]** をクリックします。'],
    ['de-DE', 'Type **+**.', 'Geben Sie **+** ein.'],
    ['xx-YY', 'Select **Save**.', 'Select **aus**.'],
    ['zh-CN', 'See **[![Save](a.png)](a.md)**.', '见 **[![保存](a.png)](a.md)**。'],
  ],
};

describe.each(Object.entries(found))('%s finds', (code, cases) => {
  it.each(cases)('%s: %s → %s', (language, source, target, expected) => {
    expect(marked(code as RuleCode, [language, source, target])).toBe(expected);
  });
});

describe.each(Object.entries(fine))('%s leaves alone', (code, cases) => {
  it.each(cases)('%s: %s → %s', (...example) => {
    expect(marked(code as RuleCode, example)).toBeUndefined();
  });
});

describe('the rules', () => {
  it('can be off, and of another severity', () => {
    const article = articleOf(pair('1a2b3-102', 'In 51 Minuten', 'In 15 minutes'));
    expect(checkArticle(article).map(({ severity }) => severity)).toEqual(['warning']);
    expect(checkArticle(article, { 'check/numbers': 'error' }).map(({ severity }) => severity)).toEqual(['error']);
    expect(checkArticle(article, { 'check/numbers': 'off' })).toEqual([]);
  });

  it('pass over pairs without a side, and a recovered title', () => {
    const text = `---\ntitle: In 51 Minuten\n---\n# ${pair('1a2b3-102', 'In 51 Minuten', 'In 15 minutes')}\n\n${pair('1a2b3-103', '', '15')}`;
    expect(checkArticle(articleOf(text)).map(({ segment }) => segment)).toEqual(['1a2b3-102']);
  });

  it('point to the whole side where escapes of YAML are in the way', () => {
    const escaped = pair('1a2b3-102', 'In "51" Minuten', 'In 15 minutes').replaceAll('"', '\\"');
    const text = `a: "${escaped}"`;
    const [finding] = checkArticle(articleOf(text));
    expect(text.slice(finding?.offset, finding?.end)).toBe('In \\"51\\" Minuten');
  });

  it('say the word only, where a code follows it', () => {
    const texts: Case[] = [
      ['de-DE', 'Open [the door](a.md).', 'Öffnen Sie [扉](a.md).'],
      ['ja-JP', '[Дверь](a.md)', '[扉](a.md)'],
      ['de-DE', 'title: `a`\nauthor: `b`\n', 'title: `a`\nauthor: `b`\n'],
      ['fr-FR', '[!NOTE] `a`', '[!NOTA`a`] `b`'],
      ['th-TH', 'Open it.', 'until the door is open again`a`'],
    ];
    for (const [language, source, target] of texts) {
      const article = articleOf(`---\nms.contentlocale: ${language}\n---\n${pair('1a2b3-102', target, source)}\n`);
      const messages = checkArticle(article).map(({ message }) => message);
      expect(messages.length).toBeGreaterThan(0);
      expect(messages.join('')).not.toContain('\ufffc');
    }
    const door = articleOf(
      `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'Die [扉](a.md)', 'The [door](a.md)')}\n`,
    );
    expect(checkArticle(door).map(({ message }) => message)).toEqual(['The target is not all in de-DE: 扉']);
  });

  it('name the other targets of a tree, and where they stand', () => {
    const terms = (path: string, ...targets: string[]) =>
      articleOf(
        `\n\n${targets.map((target, index) => pair(`1a2b3-${index}`, target, 'Select **Save** now.')).join('\n\n')}`,
        path,
      );
    const first = terms('a/one.md', 'Jetzt **Speichern**.', 'Jetzt **Speichern** wählen.', 'Nun **Speichern** tippen.');
    const second = terms('two.md', 'Jetzt **Sichern**.');
    const findings = checkArticle(second, {}, collectTree([first, second]));
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      [
        'check/inconsistent-target',
        'The source has 4 translations; 1 of 4 times it is another one: "Jetzt **Speichern**." (a/one.md:3), "Jetzt **Speichern** wählen." (a/one.md:5), "Nun **Speichern** tippen." (a/one.md:7).',
      ],
      ['check/ui-terms', '"Save" is "Sichern" here; 3 of 4 times it is "Speichern" (a/one.md:3).'],
    ]);
  });

  it('name the line alone where an article has no path, and the start of what is long', () => {
    const long = `Öffnen Sie die Tür ${'ganz '.repeat(30)}weit.`;
    const article = articleOf(
      [long, long, 'Mach auf!'].map((target, id) => pair(`1a2b3-${id}`, target, 'Open the door.')).join('\r\n\r\n'),
    );
    const [finding] = checkArticle(article, {}, collectTree([article])).filter(({ segment }) => segment === '1a2b3-2');
    expect(finding?.message).toBe(
      `The source has 2 translations; 2 of 3 times it is another one: "${long.slice(0, 60)}…" (line 1).`,
    );
  });

  it('compare pairs of a tree only when there is one', () => {
    const article = articleOf(
      [102, 103, 104]
        .map((id) => pair(`1a2b3-${id}`, id === 104 ? 'Mach die Tür auf.' : 'Öffnen Sie die Tür.', 'Open the door.'))
        .join(' '),
    );
    expect(checkArticle(article)).toEqual([]);
    expect(checkArticle(article, {}, collectTree([article])).map(({ segment }) => segment)).toEqual(['1a2b3-104']);
  });

  it('find all of swapped targets by their names and numbers', () => {
    const text = [
      pair('1a2b3-102', 'Set-Door öffnet 250 Türen.', 'Get-Window counts 120 windows.'),
      pair('1a2b3-103', 'Get-Window zählt 120 Fenster.', 'Set-Door opens 250 doors.'),
    ].join(' ');
    const found = checkArticle(articleOf(text)).filter(({ code }) => code === 'check/misaligned');
    expect(found.map(({ segment }) => segment)).toEqual(['1a2b3-102', '1a2b3-103']);
  });
});
