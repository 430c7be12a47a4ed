/**
 * What numbers from 0 to 12 may be called, by language, in lower case: whole words or their stems, as far as a text may
 * have them in the place of digits. Ordinals, duals and multiplicatives are among them.
 */
const words: Readonly<Record<string, readonly string[]>> = {
  ja: [
    'ゼロ|零|〇|なし|ない',
    '一|初|単|毎|各',
    '二|両|双|倍|半',
    '三',
    '四',
    '五',
    '六',
    '七',
    '八',
    '九',
    '十',
    '十一',
    '十二',
  ],
  zh: [
    '零|〇|无|不|無',
    '一|单|單|首|每',
    '二|两|兩|双|雙|倍|半',
    '三',
    '四',
    '五',
    '六',
    '七',
    '八',
    '九',
    '十',
    '十一',
    '十二',
  ],
  ko: [
    '영|없',
    '하나|한|첫|일|각|매',
    '두|둘|이|양|배|반',
    '세|셋|삼',
    '네|넷|사',
    '다섯|오',
    '여섯|육',
    '일곱|칠',
    '여덟|팔',
    '아홉|구',
    '열|십',
    '열한|십일',
    '열두|십이',
  ],
  th: ['ศูนย์|ไม่', 'หนึ่ง|แรก|เดียว', 'สอง|คู่|ครึ่ง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า', 'สิบ', 'สิบเอ็ด', 'สิบสอง'],
  // The dual says two by its ending.
  ar: [
    'صفر|لا',
    'واحد|أول|احد',
    'ان|ين|ثن|ثان|مرت',
    'ثلاث|ثالث',
    'أربع|رابع|اربع',
    'خمس|خامس',
    'ست|سادس',
    'سبع|سابع',
    'ثمان|ثامن',
    'تسع|تاسع',
    'عشر|عاشر',
    'أحد عشر',
    'اثن',
  ],
  he: [
    'אפס|אין|לא',
    'אח[דת]|ראש',
    'שני|שנ|שת|יים',
    'של[ו]?ש|שליש',
    'ארבע|רביע',
    'חמ',
    'שש|שיש',
    'שבע|שביע',
    'שמונ|שמינ',
    'תשע|תשיע',
    'עשר|עשיר',
    'אחד עשר|אחת עשרה',
    'שנים עשר|שתים עשרה',
  ],
  de: [
    'null|kein',
    'ein|erst|jede',
    'zwei|zwo|beid|doppel|halb',
    'drei|dritt',
    'vier',
    'fünf',
    'sech',
    'sieb',
    'acht',
    'neun',
    'zehn',
    'elf',
    'zwölf',
  ],
  ru: [
    'нол|нул|нет|не',
    'од[ин]|перв|кажд',
    'дв|втор|об[ае]|пол',
    'тр[иеоё]',
    'чет',
    'пят',
    'шест',
    'сем|седьм',
    'вос',
    'девят',
    'десят',
    'одиннадцат',
    'двенадцат',
  ],
  sr: [
    'nul|ne',
    'jed|prv|svak',
    'dv|drug|ob[ae]|pola',
    'tr[ieo]|treć',
    'četir|četvr',
    'pet',
    'šest',
    'sed',
    'os',
    'devet',
    'deset',
    'jedanaest',
    'dvanaest',
  ],
};

/** What 20, 30 and so on up to 100 are called, by language: their stems. */
const tens: Readonly<Record<string, string>> = {
  ko: '스물|스무|이십 서른|삼십 마흔|사십 쉰|오십 예순|육십 일흔|칠십 여든|팔십 아흔|구십 백',
  th: 'ยี่สิบ สามสิบ สี่สิบ ห้าสิบ หกสิบ เจ็ดสิบ แปดสิบ เก้าสิบ ร้อย(?!ละ)',
  ar: 'عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين مائة|مئة',
  he: 'עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים מאה',
  de: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert',
  nl: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd',
  ru: 'двадцат тридцат сорок пят[ьи]десят шест[ьи]десят сем[ьи]десят вос[ье]м[ьи]десят девяност (?<!\\p{L})ст[оа](?!\\p{L})',
  sr: 'dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset \\bsto',
  fr: 'vingt trente quarante cinquante soixante soixante-dix|septante quatre-vingt|huitante quatre-vingt-dix|nonante cent',
  es: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien',
  it: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento',
  pt: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem|cento',
  tr: 'yirmi otuz kırk elli altmış yetmiş seksen doksan yüz',
};

/** What numbers are called in English sources, in lower case; `{n}` in the words of a date or a size. */
const english: Readonly<Record<string, RegExp>> = {
  0: /\b(?:zero(?:e?s)?|no|none|not|never|without|empty|midnight|noon)\b|nonzero/,
  1: /\b(?:one|once|single)/,
  2: /\b(?:two|quadratic|second|secondary|twice|both|double|dual|pairs?|either|half|couple|binary|each other|another|2nd|squared?|bi)/,
  3: /\b(?:three|third|cubic|thrice|triple|march|quarterly|cubed?)/,
  4: /\b(?:four|quarter|april|quad)/,
  5: /\b(?:five|fifth|quintuple|may\b|half)/,
  6: /\b(?:six|june|half a year|hex)/,
  7: /\b(?:seven|july|week)/,
  8: /\b(?:eight|august|octal)/,
  9: /\b(?:nine|ninth|september)/,
  10: /\b(?:ten|tenths?|october|decimal|decade|tens)\b/,
  11: /\b(?:eleven|november)/,
  12: /\b(?:twel|dozen|december|noon|midnight|year)/,
  13: /\b(?:thirteen)/,
  14: /\b(?:fourteen|two weeks|fortnight)/,
  15: /\b(?:fifteen|quarter|half)/,
  16: /\b(?:sixteen|hex)/,
  17: /\bseventeen/,
  18: /\beighteen/,
  19: /\bnineteen/,
  20: /\btwent/,
  21: /\btwenty.first/,
  24: /\b(?:day|daily|midnight|clock|twenty)/,
  25: /\b(?:twenty.five|quarter|half)/,
  30: /\b(?:thirty|half|month)/,
  33: /\b(?:thirty.three|third)/,
  50: /\b(?:fifty|half)/,
  60: /\b(?:sixty|minute|hour)/,
  75: /\b(?:seventy.five|quarter)/,
  90: /\b(?:ninety|quarter)/,
  100: /\b(?:hundred|percent|full|entire|century)/,
  365: /\byear/,
  1000: /\bthousand|\bmilli/,
};

const compiled = new Map<string, readonly RegExp[] | undefined>();
const compiledTens = new Map<string, readonly RegExp[] | undefined>();

/**
 * Whether a number may be in a text as words of its language. For a language whose words are not known here, any number
 * up to twelve may. Of larger ones, round ones may, and in Chinese and Japanese all up to a hundred.
 */
export function isSpelledOut(digits: string, text: string, language: string | undefined): boolean {
  const value = Number(digits);
  const name = language?.split('-')[0]?.toLowerCase() ?? '';
  const key = name === 'hr' || name === 'bs' ? 'sr' : name;
  if (value > 12) return value <= 100 && isLargeSpelledOut(value, text.toLowerCase(), key);
  // Serbian in Cyrillic letters has words of its own.
  if (key === 'sr' && language?.toLowerCase().includes('latn') === false) return true;
  let patterns = compiled.get(key);
  if (patterns === undefined) {
    patterns = words[key]?.map((alternatives) => new RegExp(alternatives));
    compiled.set(key, patterns);
  }
  return patterns === undefined || patterns[value]?.test(text.toLowerCase()) === true;
}

/** The same of a number from 13 to 100. */
function isLargeSpelledOut(value: number, text: string, language: string): boolean {
  if (language === 'zh' || language === 'ja') return text.includes(spellInHan(value));
  if (value % 10 !== 0) return false;
  let patterns = compiledTens.get(language);
  if (patterns === undefined) {
    patterns = tens[language]?.split(' ').map((alternatives) => new RegExp(alternatives, 'u'));
    compiledTens.set(language, patterns);
  }
  return patterns?.[value / 10 - 2]?.test(text) === true;
}

/** `十五`, `二十五`, `百`. */
function spellInHan(value: number): string {
  const digits = '一二三四五六七八九';
  if (value === 100) return '百';
  const ten = Math.floor(value / 10);
  return `${ten === 1 ? '' : digits[ten - 1]}十${digits[(value % 10) - 1] ?? ''}`;
}

/** Whether an English text says a number in words, or with the name of a month. */
export function isSaidInEnglish(digits: string, text: string): boolean {
  // Most languages count where English has an article: "an hour", "a user".
  if (digits === '1') return true;
  const value = Number(digits);
  const itself = english[digits];
  const before = english[value - 1];
  // Nobody says other ones in words.
  if (value > 100 && itself === undefined && before === undefined) return false;
  const inLower = text.toLowerCase();
  if (itself?.test(inLower) === true || hasRoman(value, text) || isCompound(value, inLower)) return true;
  // "More than two" is "three or more" in many languages.
  if (/\b(?:more|greater|larger|over|exceed|above|after)/.test(inLower) && before?.test(inLower)) return true;
  return value >= 1 && value <= 12 && new RegExp(`\\b${months[value - 1]}[a-z]*\\b`).test(inLower);
}

/** `forty`, `forty-two`. */
function isCompound(value: number, text: string): boolean {
  if (value < 20 || value > 99) return false;
  const ten = englishTens[Math.floor(value / 10) - 2] ?? '';
  const one = englishOnes[(value % 10) - 1];
  return text.includes(ten) && (one === undefined || new RegExp(`\\b${ten}[-\\s]?${one}`).test(text));
}

const englishTens = ['twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet'].map((stem) => `${stem}y`);
const englishOnes = ['(?:one|first)', '(?:two|second)', '(?:three|third)', 'four', 'fi', 'six', 'seven', 'eigh', 'nin'];

/** The chapter II is the second one elsewhere. */
function hasRoman(value: number, text: string): boolean {
  const numeral = roman[value - 1];
  return numeral !== undefined && new RegExp(`\\b${numeral}\\b`).test(text);
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'june?', 'july?', 'aug', 'sep', 'oct', 'nov', 'dec'];
