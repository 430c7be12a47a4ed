import { describe, expect, it } from 'vitest';
import { isRefuted } from '../../../src/corpus/language/scripts.js';
import { articleOf, pair } from '../../support/pairs.js';

/** An article with these targets; `=`: the target is the source. */
const article = (...targets: readonly string[]) =>
  articleOf(
    targets
      .map(
        (text, index) =>
          `${pair(`1a2b3-${index}`, text.replace(/^=/, ''), text.startsWith('=') ? text.slice(1) : 'A source')}\n\n`,
      )
      .join(''),
  );

describe('text in another script refutes a language', () => {
  it.each([
    ['zh-CN', ['サブスクリプションを選択します。']],
    ['zh-TW', ['概要', '仮想マシンを作成する']],
    ['ja-JP', ['구독을 선택하세요.']],
    ['ja-JP', ['เลือกการสมัครใช้งาน']],
    ['ja-JP', ['订阅管理'.repeat(20)]],
    ['ko-KR', ['选择订阅。']],
    ['de-DE', ['Azure Active Directory を使用']],
    ['fr-FR', ['Выберите подписку']],
    ['vi-VN', ['Ρυθμίσεις']],
    ['th-TH', ['Выберите', 'Azure']],
    ['ru-RU', ['בחר מנוי']],
    ['hy-AM', ['აირჩიეთ გამოწერა']],
    ['sr-Latn-RS', ['Изаберите претплату']],
    ['es-MX', ['اختر الاشتراك', 'Azure Portal Plus']],
  ])('%s: %j', (language, targets) => expect(isRefuted([article(...targets)], language)).toBe(true));

  it.each([
    ['zh-CN', ['选择订阅。', 'Azure Portal']],
    ['zh-CN', ['Latin words only']],
    ['ja-JP', ['概要']],
    ['ja-JP', ['サブスクリプションを選択します。', '概要']],
    ['ko-KR', ['구독(購讀)을 선택하세요.']],
    ['de-DE', ['Der Winkel θ und die Zahl π', 'Ωmega']],
    ['de-DE', ['Wählen Sie ein Abonnement aus.', 'Ein Wort: ひらがな', ...Array(10).fill('Noch ein Satz.')]],
    // What is the same on both sides is of no language.
    ['de-DE', ['=日本語', '=한국어', '=Русский']],
    ['sr-RS', ['Изаберите претплату']],
    ['sr-RS', ['Izaberite pretplatu']],
    ['uz-UZ', ['Обунани танланг']],
    ['el-GR', ['Ρυθμίσεις']],
    ['qps-ploc', ['Ŧḗẋŧ']],
    ['ja-JP', []],
  ])('not %s: %j', (language, targets) => expect(isRefuted([article(...targets)], language)).toBe(false));
});
