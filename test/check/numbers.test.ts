import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';

type Case = readonly [language: string, source: string, target: string];

/** The same numbers, as languages write them. */
const same: readonly Case[] = [
  ['de-DE', 'Wait 1,000.5 seconds.', 'Warten Sie 1.000,5 Sekunden.'],
  ['fr-FR', '1,000.5 files', '1 000,5 fichiers'],
  ['fr-FR', '1,234,567 files', '1 234 567 fichiers'],
  ['hi-IN', 'Up to 1,234,567 rows', '१२,३४,५६७ पंक्तियाँ तक'],
  ['hi-IN', '100,000 users', '1,00,000 उपयोगकर्ता'],
  ['hi-IN', '100,000 users', '1 लाख उपयोगकर्ता'],
  ['hi-IN', 'Wait 5 minutes', 'पाँच मिनट प्रतीक्षा करें'],
  ['ar-SA', '1,234.5 rows', '١٬٢٣٤٫٥ صفًا'],
  ['ar-EG', '3 million users', '3 ملايين مستخدم'],
  ['fa-IR', '1,234.5', '۱٬۲۳۴٫۵'],
  ['ja-JP', '10,000 rows', '１０，０００ 行'],
  ['ja-JP', '10,000 rows', '1万行'],
  ['ja-JP', 'Ten thousand rows', '10,000 行'],
  ['ja-JP', '120 million users', '1億2000万人のユーザー'],
  ['ko-KR', '50,000,000 users', '5천만 사용자'],
  ['ko-KR', '50,000 users', '5만 명'],
  ['pl-PL', '1,500.25 zl', '1500,25 zł'],
  ['pl-PL', '10,000 users', '10 tys. użytkowników'],
  ['pl-PL', '5 million users', '5 milionami użytkowników'],
  ['ru-RU', '3.5 million', '3,5 миллиона'],
  ['ru-RU', '5 billion users', '5 миллиардов пользователей'],
  ['tr-TR', '0.5 seconds', '0,5 saniye'],
  ['pt-BR', '$1,500.00 per month', 'US$ 1.500 por mês'],
  ['pt-BR', 'Costs $10.00', 'Custa US$ 10,00'],
  ['zh-TW', '2.5 million', '250 萬'],
  ['zh-TW', 'Two-thirds of users', '2/3 的使用者'],
  ['zh-TW', '12 items in 3 groups', '三組共十二個項目'],
  ['de-CH', '1,000,000 rows', '1’000’000 Zeilen'],
  ['es-ES', 'Half a million users', '500 000 usuarios'],
  ['vi-VN', '1.5 million', '1,5 triệu'],
  ['id-ID', '5 thousand', '5 ribu'],
  ['sv-SE', '10,000 users', '10 000 användare'],
  ['cs-CZ', '2:30 PM', '14:30'],
  ['fi-FI', '2:30 PM', 'klo 14.30'],
  ['da-DK', 'At 9:00 AM', 'Kl. 9.00'],
  ['ko-KR', 'At 14:00', '오후 2시'],
  ['he-IL', 'At 3 PM', 'בשעה 15:00'],
  ['th-TH', 'In 2021', 'ในปี 2564'],
  ['th-TH', '5 minutes', 'ห้านาที'],
  ['ko-KR', 'Wait 5 minutes.', '오 분 동안 기다리세요.'],
  ['ko-KR', 'Repeat 3 times.', '세 번 반복합니다.'],
  ['ko-KR', 'Select 2 files.', '파일 두 개를 선택합니다.'],
  ['he-IL', 'Wait 5 minutes.', 'המתן חמש דקות.'],
  ['he-IL', 'In 3 steps', 'בשלושה שלבים'],
  ['ar-SA', 'In 5 minutes', 'خلال خمس دقائق'],
  ['ar-SA', '3 steps', 'الخطوات الثلاث'],
  ['ar-SA', '10 minutes', 'عشر دقائق'],
  ['de-DE', 'About ⅝ of users', 'Etwa 5/8 der Benutzer'],
  ['fr-FR', '1 1/2 hours', '1½ heure'],
  ['fr-FR', 'One and a half hours', '1,5 heure'],
  ['de-DE', 'Three quarters of users', '¾ der Benutzer'],
  ['de-DE', 'About 2/3', 'Etwa ⅔'],
  ['ja-JP', 'See step 35.', '手順 ㉟ を参照'],
  ['ja-JP', 'See (1).', '⑴ を参照'],
  ['ja-JP', 'three hundred and fifty users', '350 人'],
  ['zh-CN', 'one thousand five hundred users', '1500 个用户'],
  ['zh-CN', 'There are 300 users', '有三百个用户'],
  ['ja-JP', 'Twenty-one days', '21 日間'],
  ['fr-FR', 'Two hundred users', '200 utilisateurs'],
  ['fr-FR', '200 users', 'deux cents utilisateurs'],
  ['es-ES', 'It is 3 times faster', 'Es tres veces más rápido'],
  ['ja-JP', 'Chapter 2', '第Ⅱ章'],
  ['ja-JP', '1/4 of a second', '¼ 秒'],
  ['de-DE', '0.25 s', '¼ s'],
  ['de-DE', '1/2 page', '½ Seite'],
  ['de-DE', '.5 seconds', '0,5 Sekunden'],
  ['fr-FR', 'the 1980s', 'les années 80'],
  ['fr-FR', 'In 2 weeks', 'Dans 14 jours'],
  ['fr-FR', 'Open 24/7', 'Ouvert en continu'],
  ['ru-RU', 'on 3/15/2021', '15.03.2021'],
  ['de-DE', '12:00 PM', '12 Uhr'],
  ['ja-JP', 'at 12 AM', '午前 0 時'],
  ['hu-HU', 'March 15, 2021', '2021. március 15.'],
  ['de-DE', 'between $5 and $6', 'zwischen 5 $ und 6 $'],
  ['fr-FR', 'the range 1,000-2,000', 'la plage 1 000-2 000'],
  ['ja-JP', 'Values (1,2,3)', '値 (1、2、3)'],
  ['fr-FR', 'up to 64K', 'jusqu’à 64 Ko'],
  ['fr-FR', '64 KB', '64 Ko'],
  ['de-DE', 'a 100K limit', 'ein Limit von 100.000'],
  ['bn-BD', 'Wait 25 minutes', '২৫ মিনিট অপেক্ষা করুন'],
  ['my-MM', '25 minutes', '၂၅ မိနစ်'],
  ['ne-NP', '25 minutes', '२५ मिनेट'],
  ['nl-NL', 'Print thirty pages', 'Druk 30 pagina’s af'],
  ['pl-PL', '5 steps', 'pięć kroków'],
  ['fr-FR', 'You may wait five minutes.', 'Vous pouvez attendre 5 minutes.'],
  ['ko-KR', 'In May 2021', '2021년 5월'],
  ['ar-SA', 'Press F5 two times.', 'اضغط F5 مرتين.'],
  ['ar-SA', 'Wait 2 hours.', 'انتظر ساعتين.'],
  ['fr-FR', '3rd-party apps', 'applications tierces'],
  ['ru-RU', '2 servers', 'двух серверов'],
  ['ru-RU', '3 steps', 'три шага'],
  ['sr-Latn-RS', '5 steps', 'pet koraka'],
  ['de-DE', 'Contains 8 bits', 'Enthält acht Bits'],
  ['de-DE', '1 item', 'ein Element'],
  ['ja-JP', 'No more than 1 user', '1 人まで'],
  ['zh-CN', '$5 and $10', '5 美元和 10 美元'],
  ['uk-UA', '1,500 users', '1500 користувачів'],
  ['ja-JP', 'Step 5 of 10', 'ステップ 5/10'],
  ['fr-FR', '1st of May', '1er mai'],
  ['ko-KR', 'The first 3 steps', '처음 세 단계'],
  ['zh-CN', 'Wait 2 days', '等两天'],
  ['zh-TW', 'Select both of the 2 files', '選取兩個檔案'],
  ['th-TH', '2 million pages', 'สองล้านหน้า'],
  ['de-DE', '2 million pages', 'zwei Millionen Seiten'],
  ['fr-FR', '1.000 s', '1,000 s'],
  ['fr-FR', '2.10', '2,10'],
  ['el-GR', '1,234.56', '1.234,56'],
  ['nb-NO', '1,234.56', '1 234,56'],
  ['bg-BG', '10,000', '10 000'],
  ['ta-IN', '1,00,000', '100,000'],
  ['ko-KR', 'Costs $3 or $4', '3달러 또는 4달러'],
  ['fr-FR', 'The card 4485 3647 3952 7352', 'La carte 4485364739527352'],
  ['ja-JP', 'The card 4485-3647-3952-7352', 'カード 4485364739527352'],
  ['ja-JP', 'A ten-thousandth of a second', '1/10000 秒'],
  ['fr-FR', 'The formula $x_{12}$ and $y$', 'La formule $x_{12} et y'],
  ['en-GB', 'Ordered [1,500]', 'Ordered [1, 500]'],
  ['hr-HR', 'Wait 2 minutes', 'Sačekajte dvije minute'],
];

/** Other numbers, with words beside them that look like numbers, sizes or halves of the day. */
const other: readonly Case[] = [
  ['fr-FR', 'Wait 5 seconds.', 'Attendez 2 secondes.'],
  ['fr-FR', 'Wait 2 weeks.', 'Attendez 7 jours et 3.'],
  ['es-ES', 'Wait 5 minutes.', 'Espere 3 minutos.'],
  ['pl-PL', 'Wait 5 minutes.', 'Poczekaj 3 minuty.'],
  ['hi-IN', 'Wait 5 minutes.', '3 मिनट प्रतीक्षा करें।'],
  ['tr-TR', 'You may wait 3 minutes.', '5 dakika bekleyebilirsiniz.'],
  ['th-TH', 'Wait 5 minutes.', 'รอ 3 นาที ห้ามปิด'],
  ['th-TH', 'Wait 6 minutes.', 'รอ 3 นาที หกล้ม'],
  ['th-TH', 'Wait 3 minutes.', 'สามารถรอ 5 นาที'],
  ['ar-SA', 'It consists of 15 files.', 'تتألف من 51 ملفًا.'],
  ['ar-SA', 'At 3:00, 15 files appear.', 'في 3:00 تظهر 51 ملفات.'],
  ['ar-SA', 'Wait 6 minutes.', 'ستنتظر 3 دقائق.'],
  ['he-IL', 'Wait 5 minutes.', 'המתן 3 דקות במקום חם.'],
  ['he-IL', '15 users', '51 משתמשים באלפון'],
  ['zh-CN', 'Wait 10 minutes.', '等待 3 分钟，十分重要。'],
  ['zh-CN', 'Wait 15 minutes.', '万一等待 51 分钟。'],
  ['zh-CN', 'There are 3 files.', '第三方的 5 个文件。'],
  ['ja-JP', 'Wait 3 minutes.', '第三者は 5 分待ちます。'],
  ['ja-JP', 'Wait 15 minutes.', '万一の場合は 51 分待ちます。'],
  ['ja-JP', 'Wait 4 minutes', '四角形を 5 分待つ'],
  ['ko-KR', 'Wait 2 minutes.', '이 문서를 3분 기다리세요.'],
  ['ko-KR', 'Wait 1 day', '일반 5일'],
  ['ko-KR', 'Wait 3 minutes.', '세부 정보를 5분 기다리세요.'],
  ['ko-KR', 'I am at 15.', '저는 51에 있습니다.'],
  ['de-DE', 'I am waiting 15 minutes.', 'Ich warte 51 Minuten.'],
  ['de-DE', 'Wait 8 minutes.', 'Achtung: Warten Sie 5 Minuten.'],
  ['de-DE', 'Wait 11 minutes.', 'Wir helfen Ihnen in 5 Minuten.'],
  ['de-DE', 'Wait 1 minute.', 'Einstellung in 5 Minuten.'],
  ['ru-RU', 'Wait 8 minutes.', 'Восстановите за 5 минут.'],
  ['ru-RU', 'Wait 3 minutes.', 'Требуется 5 минут.'],
  ['ru-RU', 'Wait 2 minutes.', 'Дверь откроется через 5 минут.'],
  ['ru-RU', 'Wait 7 minutes.', 'Семейство ждет 5 минут.'],
  ['fr-FR', 'Limit 10,000', 'Limite 10.5'],
  ['de-DE', 'Wait 0.5 seconds', 'Warten Sie 5 Sekunden'],
  ['de-DE', 'Wait 1.5 seconds', 'Warten Sie 15 Sekunden'],
  ['fr-FR', '1,500 rows', '1,5 rangées'],
  ['ja-JP', '1,500 rows', '1.500 行'],
  ['ja-JP', '1,500 rows', '1、500 行'],
  ['zh-CN', '10,000 rows', '10。000 行'],
  ['ar-SA', '10,000 rows', '10،000 صف'],
  ['de-DE', '10,000 rows', '10; 000 Zeilen'],
  ['de-DE', '10,000 rows', '100.00 Zeilen'],
  ['ru-RU', '1.25 MB', '125 МБ'],
  ['pt-BR', '2.5 GB', '25 GB'],
  ['de-DE', '5 million', '5 Milliarden'],
  ['de-DE', '5 million users', '5 Benutzer'],
  ['ja-JP', '5 million users', '5 万人'],
  ['fr-FR', 'Costs $15 or $20', 'Coûte 51 $ ou 20 $'],
  ['tr-TR', 'On 3/14/2021 wait 15 minutes.', '14.03.2021 tarihinde 51 dakika bekleyin.'],
  ['ja-JP', 'At 2 PM wait 15 minutes', '午後 2 時に 51 分待ちます'],
  ['fr-FR', 'In the 1990s, 15 users', 'Dans les années 90, 51 utilisateurs'],
  ['fr-FR', 'About 2/3 of users', 'Environ ¾ des utilisateurs'],
  ['vi-VN', 'Wait 5 minutes.', 'Chờ 3 phút.'],
  ['zh-TW', 'Wait 5 minutes.', '等 3 分鐘。五金'],
  ['ko-KR', '15 items or more', '51개 이상만'],
  ['pl-PL', 'Between $3 and $4 for 12 doors.', 'Od $3 do $4 za 21 drzwi.'],
  ['pt-BR', 'Pay $7 or US$9 for 62 doors.', 'Pague $7 ou US$9 por 26 portas.'],
  ['fr-FR', 'The sum $x$ of 12 doors', 'La somme $x$ de 21 portes'],
  ['hi-IN', '7 lakh doors and 15 windows', '7 लाख दरवाज़े और 51 खिड़कियाँ'],
  ['zh-TW', '10,000 doors', '10、000 扇門'],
  ['uk-UA', '0.75 m', '75 м'],
  ['nl-NL', '10,000 doors', '10 deuren'],
];

function messagesIn([language, source, target]: Case): string[] {
  const article = articleOf(`---\nms.contentlocale: ${language}\n---\n${pair('1a2b3-102', target, source)}\n`);
  return checkArticle(article).flatMap(({ code, message }) => (code === 'check/numbers' ? [message] : []));
}

describe('check/numbers', () => {
  it.each(same)('%s: %s → %s are the same', (...example) => {
    expect(messagesIn(example)).toEqual([]);
  });

  it.each(other)('%s: %s → %s are others', (...example) => {
    expect(messagesIn(example)).toHaveLength(1);
  });

  it('says a number with the word that multiplies it', () => {
    expect(messagesIn(['de-DE', 'For 5 million users', 'Für 5 Milliarden Benutzer'])).toEqual([
      'Numbers differ: only in the source 5 million, only in the target 5 Milliarden.',
    ]);
  });

  it('takes any language for one that may write decimals after a comma, where none is known', () => {
    const article = articleOf(pair('1a2b3-102', '1.500,5', '1,500.5') + pair('1a2b3-103', '15,005', '1,500.5'));
    expect(checkArticle(article).map(({ segment }) => segment)).toEqual(['1a2b3-103']);
  });

  it('reads hundred thousand numbers of one segment, and a number of as many groups', () => {
    const many = Array.from({ length: 130_000 }, (_, index) => String(1000 + index)).join(' ');
    const groups = (count: number) => `1${' 000'.repeat(count)}`;
    expect(messagesIn(['de-DE', many, `${many} 7`])).toHaveLength(1);
    expect(messagesIn(['de-DE', groups(40_000), `1${'000'.repeat(40_000)}9`])).toHaveLength(1);
    expect(messagesIn(['de-DE', groups(40_000), `1${'000'.repeat(40_000)}`])).toEqual([]);
  });
});
