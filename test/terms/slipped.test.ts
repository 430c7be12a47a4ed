import { describe, expect, it } from 'vitest';
import { type Texts, termsIn } from '../support/terms.js';

/** Where bold stands in sentences of a language: at `#`, which is what slips into it, or at the name alone. */
interface Slipping {
  readonly lang: string;
  /** The name is `@`. */
  readonly slipped: string;
  readonly names: readonly string[];
  /** What is around names in sentences. */
  readonly frames: readonly string[];
}

const sources = ['Save', 'Users', 'Export', 'Mailbox'];
const english = ['Select # here.', 'Then choose # there.', 'You find # in the menu.', 'When # is shown, go on.'];

const languages: readonly Slipping[] = [
  {
    lang: 'ja-JP',
    slipped: '@を',
    names: ['保存', 'ユーザー', '出力', '受信箱'],
    frames: ['#選択します。', '次に#選ぶ。', 'メニューの#見る。', '#が出たら進む。'],
  },
  {
    lang: 'ko-KR',
    slipped: '@을',
    names: ['저장', '사람', '출력', '사서함'],
    frames: ['# 선택합니다.', '그런 다음 # 고릅니다.', '메뉴에서 # 봅니다.', '#이 나오면 계속합니다.'],
  },
  {
    lang: 'fr-FR',
    slipped: 'sur @',
    names: ['Enregistrer', 'Utilisateurs', 'Exporter', 'Courrier'],
    frames: ['Cliquez # ici.', 'Appuyez ensuite # en haut.', 'Allez # au menu.', 'Quand # apparaît, continuez.'],
  },
  {
    lang: 'vi-VN',
    slipped: 'vào @',
    names: ['Lưu', 'Người dùng', 'Xuất', 'Hộp thư'],
    frames: ['Bấm # ở đây.', 'Sau đó nhấn # ở trên.', 'Đi # trong menu.', 'Khi # hiện ra, tiếp tục.'],
  },
  {
    lang: 'hu-HU',
    slipped: '@t',
    names: ['Mentés', 'Emberek', 'Kiadás', 'Postaláda'],
    frames: ['Válassza a # itt.', 'Nyomja meg a # ott.', 'Keresse a # menüben.', 'Ha a # látszik, lépjen tovább.'],
  },
  {
    lang: 'ar-SA',
    slipped: 'و@',
    names: ['حفظ', 'ناس', 'تصدير', 'بريد'],
    frames: ['حدد # هنا.', 'ثم اختر # هناك.', 'انظر # في القائمة.', 'عندما # يظهر تابع.'],
  },
  {
    lang: 'he-IL',
    slipped: 'ה@',
    names: ['הוסף', 'אנשים', 'ייצוא', 'תיבה'],
    frames: ['בחר # כאן.', 'אחר כך לחץ # שם.', 'מצא # בתפריט.', 'כאשר # מוצג, המשך.'],
  },
];

/** Sentences with names in bold; `alone`: in how many of them nothing slipped into it, from the last one on. */
function sentences({ slipped, names, frames }: Slipping, alone: (name: number) => number): Texts[] {
  return names.flatMap((name, number) =>
    frames.map((frame, at): Texts => {
      const bold = at < frames.length - alone(number) ? slipped.replace('@', name) : name;
      return [frame.replace('#', `**${bold}**`), (english[at] ?? '').replace('#', `**${sources[number]}**`)];
    }),
  );
}

function expected({ lang, names }: Slipping): string[] {
  return names.map((name, number) => `ui ${lang}: ${sources[number]} = ${name}`).sort();
}

describe('what slipped into the bold', () => {
  it.each(languages)('is no part of a term, where half of the bold has it: $lang', (language) => {
    expect(
      termsIn(
        sentences(language, () => 2),
        language.lang,
      ).sort(),
    ).toEqual(expected(language));
  });

  it.each(languages)('is no part of a term, where most of the bold has it: $lang', (language) => {
    expect(
      termsIn(
        sentences(language, () => 1),
        language.lang,
      ).sort(),
    ).toEqual(expected(language));
  });

  // An ending without a limit of words before it leaves nothing that stands alone.
  it.each(languages.filter(({ lang }) => lang !== 'hu-HU'))(
    'is no part of a term whose bold always has it, where others show it: $lang',
    (language) => {
      expect(
        termsIn(
          sentences(language, (name) => (name === 0 ? 0 : 1)),
          language.lang,
        ).sort(),
      ).toEqual(expected(language));
    },
  );

  it('is none of it, where it is the translation of a word that the names share', () => {
    const pairs = ['Große', 'Kleine', 'Alte'].flatMap((name, number): Texts[] => {
      const source = ['Big', 'Small', 'Old'][number];
      return [
        [`Öffnen Sie die **${name}** Tür.`, `Open the **${source} Door**.`],
        [`Hier ist die **${name} Tür**.`, `Here is the **${source} Door**.`],
        [`Dort ist die **${name} Tür** auch.`, `The **${source} Door** is there, too.`],
      ];
    });
    expect(termsIn(pairs)).toEqual([
      'ui de-DE: Big Door = Große Tür',
      'ui de-DE: Old Door = Alte Tür',
      'ui de-DE: Small Door = Kleine Tür',
    ]);
  });

  it('is not the ending of names that mostly have it', () => {
    const names = ['追加', '保存', '削除', '変更', '購入', '表示', '送信', '更新', '解除'];
    const sourceOf = (number: number): string => `Name${'abcdefghi'[number]}`;
    const pairs = names.flatMap((name, number): Texts[] => [
      [`ここで**${name}する**を選ぶ。`, `Choose **${sourceOf(number)}** here.`],
      [`次に**${name}${number < 3 ? '' : 'する'}**を押す。`, `Then press **${sourceOf(number)}**.`],
    ]);
    expect(termsIn(pairs, 'ja-JP').slice(3)).toEqual(
      names.slice(3).map((name, index) => `ui ja-JP: ${sourceOf(index + 3)} = ${name}する`),
    );
  });
});
