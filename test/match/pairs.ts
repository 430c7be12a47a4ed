import type { Band } from '../../src/match/match.js';
import type { PenaltyName } from '../../src/match/options.js';

/** A stored source and a new one, and what their match is. */
export interface ScoredPair {
  readonly stored: string;
  readonly asked: string;
  readonly score: number;
  readonly band: Band;
  readonly penalties: readonly PenaltyName[];
  readonly srcLang: string;
}

type Row = readonly [stored: string, asked: string, score: number, band: Band, ...penalties: PenaltyName[]];

/** Languages, and pairs in them. The score of one way is that of the other. No match: 0. */
const tables: Readonly<Record<string, readonly Row[]>> = {
  'en-US': [
    // The same.
    ['Select **Save**.', 'Select **Save**.', 100, 'exact'],
    ['A &amp; B', 'A & B', 100, 'exact'],
    ['Save', ' Save ', 100, 'exact'],
    ['`az login`', '`az login`', 100, 'exact'],
    // Case.
    ['Getting started', 'Getting Started', 99, 'near', 'case'],
    ['THE API', 'The Api', 99, 'near', 'case'],
    ['Straße', 'straße', 99, 'near', 'case'],
    ['Don’t panic', "Don't panic", 99, 'near', 'case'],
    ['Cafe\u0301 menu', 'Caf\u00e9 menu', 99, 'near', 'case'],
    ['Ａzure portal', 'Azure portal', 99, 'near', 'case'],
    // Numbers.
    ['Step 1', 'Step 2', 99, 'near', 'numbers'],
    ['Version 1.0.3', 'Version 12.4', 99, 'near', 'numbers'],
    ['Up to 1,000 users', 'Up to 500 users', 99, 'near', 'numbers'],
    ['On 2020-11-26', 'On 2021-02-04', 99, 'near', 'numbers'],
    ['At 10:30', 'At 11:45', 99, 'near', 'numbers'],
    ['2019', '2020', 99, 'near', 'numbers'],
    ['Step 1 of 3', 'Step 3 of 1', 99, 'near', 'numbers'],
    ['Use 10GB of memory', 'Use 20GB of memory', 75, '75'],
    ['Go to step 1 right now', 'Go to step one right now', 82, '75', 'numbers'],
    // Punctuation and symbols.
    ['Select Save', 'Select Save.', 99, 'near', 'punctuation'],
    ['Are you sure?', 'Are you sure!', 99, 'near', 'punctuation'],
    ['First, save it', 'First save, it', 99, 'near', 'punctuation'],
    ['"Save" it', '“Save” it', 99, 'near', 'punctuation'],
    ['100%', '100 %', 99, 'near', 'space'],
    ['C#', 'C++', 99, 'near', 'punctuation'],
    ['Note:', 'Note', 99, 'near', 'punctuation'],
    ['Wait…', 'Wait...', 99, 'near', 'punctuation'],
    ['Done \u2714\ufe0f', 'Done \u2714', 99, 'near', 'space'],
    ['Done \u{1f389}', 'Done', 98, 'near', 'space', 'punctuation'],
    // White space.
    ['Sign in', 'Sign  in', 99, 'near', 'space'],
    ['10\u00a0minutes', '10 minutes', 99, 'near', 'space'],
    ['and/or', 'and / or', 99, 'near', 'space'],
    ['Left\u200eright', 'Left right', 99, 'near', 'space'],
    ['One\ntwo', 'One two', 99, 'near', 'space'],
    // Codes: added, lost, changed, moved.
    ['Select Save now', 'Select **Save** now', 99, 'near', 'codes'],
    ['Select **Save** now', 'Select Save now', 99, 'near', 'codes'],
    ['Select **Save** now', 'Select *Save* now', 99, 'near', 'codes'],
    ['Select **Save** now', 'Select Save **now**', 99, 'near', 'codes'],
    ['Select **Save** now', '**Select** Save now', 99, 'near', 'codes'],
    ['Run `a` now', 'Run `b` now', 99, 'near', 'codes'],
    ['Run `a` now', 'Run now', 99, 'near', 'codes'],
    ['Run now', 'Run `a` now', 99, 'near', 'codes'],
    ['`a` runs', 'runs', 99, 'near', 'codes'],
    ['It runs `a`', 'It runs', 99, 'near', 'codes'],
    ['[Help](a.md)', '[Help](b.md)', 99, 'near', 'codes'],
    ['See [Help](a.md)', 'See Help', 99, 'near', 'codes'],
    ['First<br>second', 'First<br/>second', 99, 'near', 'codes'],
    ['**Note:** x', '**Note**: x', 99, 'near', 'codes'],
    ['**N**ext', 'Next', 99, 'near', 'codes'],
    ['![Logo](a.png) Home', '![Logo](b.png) Home', 99, 'near', 'codes'],
    ['From `a` to `b`', 'From `b` to `a`', 99, 'near', 'codes'],
    // Several kinds: a point each.
    ['Step 1', 'STEP 2', 98, 'near', 'numbers', 'case'],
    ['Step 1:', 'STEP 2', 97, 'near', 'numbers', 'case', 'punctuation'],
    ['Step 1: go', '**STEP** 2  go', 95, 'near', 'codes', 'numbers', 'case', 'space', 'punctuation'],
    ['Select **Save**.', 'Select **save**', 98, 'near', 'case', 'punctuation'],
    // Words differ: in hundredths of the longer one, rounded down.
    ['Open the file now please', 'Open the file now', 80, '75'],
    ['Open the file now', 'Open the file now please', 80, '75'],
    ['Open the file now', 'Close the file now', 75, '75'],
    ['one two three four five six seven eight', 'one two three four five a b c', 62, '50'],
    ['one two three four five six seven eight', 'one two three four a b c d', 50, '50'],
    ['one two three four five six seven eight', 'one two three a b c d e', 0, 'new'],
    ['The old file', 'A new file', 0, 'new'],
    ['one two three four five six seven', 'one two three four five six eight', 85, '85'],
    ['one two three four five six', 'one two three four five nine', 83, '75'],
    ['a b c d e f g h i j', 'a b c d e f g h j i', 80, '75'],
    ['one two three four five six seven eight', 'one two three four five seven six eight', 75, '75'],
    [
      'a b c d e f g h i j k l m n o p q r s t u v w x y',
      'a b c d e f g h i j k l m n o p q r s t u v w x z',
      94,
      '85',
    ],
    ['I say we don’t do it now', 'I say we do not do it now', 75, '75'],
    ['it is a well-known fact of life', 'it is a well known fact of life', 75, '75'],
    ['See https://example.org/a/b. Then go on', 'See https://example.org/a/c. Then go on', 80, '75'],
    ['See https://example.org/a/b.', 'See https://example.org/a/b', 99, 'near', 'punctuation'],
    // Words and codes, or numbers; what else differs is not counted then.
    ['Open the **file** now', 'Close the file now', 74, '50', 'codes'],
    ['Open 3 files right now', 'Open 5 files again now', 79, '75', 'numbers'],
    ['Open `a` and 3 files right now', 'Open `b` and 5 files again now', 81, '75', 'codes', 'numbers'],
    ['Open the file, now!', 'close THE file now', 75, '75'],
    ['Remove the **old** and `new` files', 'Remove **the** old and `new` folders', 80, '75'],
    // Nothing in common, or no words.
    ['Open', 'Close', 0, 'new'],
    ['`az login`', '`az logout`', 0, 'new'],
    ['—', '–', 0, 'new'],
    ['Save', '`Save`', 0, 'new'],
  ],
  'ja-JP': [
    ['ファイルを開きます。', 'ファイルを開きます', 99, 'near', 'punctuation'],
    ['ファイルを開きます。', 'ファイルを閉じます。', 77, '75'],
    ['手順 1', '手順 2', 99, 'near', 'numbers'],
    ['手順 1', '手順1', 99, 'near', 'space'],
    ['10個のファイル', '12個のファイル', 99, 'near', 'numbers'],
    ['Azure のポータル', 'AZURE のポータル', 99, 'near', 'case'],
    ['Azure ﾎﾟ', 'Azure ポ', 0, 'new'],
    ['ｶﾀｶﾅ', 'カタカナ', 99, 'near', 'case'],
    ['**保存** を選択', '保存 を選択', 99, 'near', 'codes'],
    ['保存を選択', '保存を選ぶ', 80, '75'],
  ],
  'zh-CN': [
    ['打开文件', '打开文档', 75, '75'],
    ['打开文件。', '打开文件！', 99, 'near', 'punctuation'],
    ['使用 `a` 打开文件', '使用 `b` 打开文件', 99, 'near', 'codes'],
    ['\u{20bb7}野家的文件', '吉野家的文件', 83, '75'],
  ],
  'ko-KR': [
    ['파일을 엽니다.', '파일을 엽니다', 99, 'near', 'punctuation'],
    ['파일을 엽니다', '파일을 닫습니다', 71, '50'],
  ],
  'th-TH': [
    ['เปิดไฟล์', 'เปิดไฟล์ 2', 84, '75', 'numbers'],
    ['เปิดไฟล์', 'ปิดไฟล์', 83, '75'],
  ],
  'ar-SA': [
    ['افتح الملف الجديد الآن', 'افتح الملف القديم الآن', 75, '75'],
    ['افتح الملف.', 'افتح الملف؟', 99, 'near', 'punctuation'],
    ['الخطوة ١', 'الخطوة ٢', 99, 'near', 'numbers'],
    ['\u200fافتح الملف', 'افتح الملف', 99, 'near', 'space'],
  ],
  'he-IL': [
    ['פתח את **הקובץ**', 'פתח את הקובץ', 99, 'near', 'codes'],
    ['פתח את הקובץ 3', 'פתח את הקובץ 4', 99, 'near', 'numbers'],
  ],
};

/** The table, a pair of each row. */
export const scoredPairs: readonly ScoredPair[] = Object.entries(tables).flatMap(([srcLang, rows]) =>
  rows.map(([stored, asked, score, band, ...penalties]) => ({ stored, asked, score, band, penalties, srcLang })),
);
