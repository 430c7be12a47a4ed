/** What numbers are called: patterns in lower case, one for each number. */
export interface WordList {
  /** What stands before a word of the list. */
  readonly before?: string;
  /** What stands after it. */
  readonly after?: string;
  readonly words: readonly string[];
}

const start = '(?<!\\p{L})';
const end = '(?!\\p{L})';
/** What Korean counts with, and the particles after it. */
const counted =
  '\\s?(?:번째|개월|개|명|초|시간|월|년|주일|주|차|회|달|단계|가지|장|줄|행|열|점|배|층|권|원|달러|퍼센트|쪽|종류|곳|사람|글자|자리|진수|비트|째|바이트)';
const attached = counted.replace('\\s?', '');
// `لل` is two of the letters.
const arabicPrefix = `${start}(?:[وفبكل]|ال)*`;

/** Numbers from 0 to 12 that stand as words of their own, by language; ordinals and multiplicatives are among them. */
export const ownWords: Readonly<Record<string, WordList>> = {
  ja: { words: ['ゼロ', '', '両|双', ...Array<string>(10).fill('')] },
  zh: { words: ['', '', '双|雙', ...Array<string>(10).fill('')] },
  ko: {
    before: start,
    words: [
      `영${end}|제로`,
      `하나|첫|(?:한${end}|한${counted})|일(?:개|회|월|년|주|차|초|명)`,
      `둘|두${end}|두${counted}|이(?:개|회|월|년|주|차|단계)`,
      `셋|세${end}|세${counted}|삼\\s?(?:분|일|시|${attached})`,
      `넷|네${end}|네${counted}|사\\s?(?:분|${attached})`,
      `다섯|오\\s?(?:분|일|시|${attached})`,
      `여섯|육\\s?(?:분|일|시|${attached})`,
      `일곱|칠\\s?(?:분|일|시|${attached})`,
      `여덟|팔\\s?(?:분|일|시|${attached})`,
      `아홉|구\\s?(?:일|시|${attached})`,
      `열${counted}|십\\s?(?:분|일|시|${attached})`,
      '열한|열하나|십일',
      '열두|열둘|십이',
    ],
  },
  ar: {
    before: arabicPrefix,
    after: `(?!(?:ون|ين)${end})\\p{L}{0,3}${end}`,
    words: [
      'صفر',
      'واحد|أول|احد|إحدى',
      'اثن|ثان|مرتي?ا?ن',
      'ثلاث|ثالث',
      '[أا]ربع|رابع',
      'خمس|خامس',
      'ست(?=ة|ّ|\\P{L}|$)|سادس',
      'سبع|سابع',
      'ثمان|ثامن',
      'تسع|تاسع',
      'عشر|عاشر',
      '[أا]حد عشر|[إا]حدى عشرة',
      '[اإ]ثن\\p{L}* عشر',
    ],
  },
  he: {
    before: `${start}[והבכלמש]{0,3}`,
    after: `(?!ים)\\p{L}{0,2}${end}`,
    words: [
      'אפס|ללא',
      'אח[דת]|ראשו',
      'שניי?ם|שתיי?ם|שת[י]|שני(?!יה|יות)|פעמיי?ם(?!\\p{L})',
      'של[ו]?ש|שליש',
      'ארבע|רביע',
      'חמ[יו]?ש',
      'שש|שיש',
      'שבע|שביע',
      'שמונ|שמינ',
      'תשע|תשיע',
      'עשר|עשיר',
      'אחד עשר|אחת עשרה',
      'שנים עשר|שתים עשרה',
    ],
  },
  de: {
    before: start,
    words: [
      `null${end}|kein`,
      `ein(?:e[mnrs]?|s|mal|malig\\p{L}*|zeln\\p{L}*|zig\\p{L}*)?${end}|erst(?:e[mnrs]?|ens|mals|malig\\p{L}*)${end}|jede`,
      'zwei(?!und|hund|taus)|zwo|beid|doppel|zweit',
      'drei(?!und|hund|taus|ßig|zehn|st)|dritt',
      'vier(?!und|hund|taus|zig|zehn)',
      'fünf(?!und|hund|taus|zig|zehn)',
      'sech(?!s?und|s?hund|s?taus|zig|zehn)',
      'sieb(?!enund|enhund|entaus|zig|zehn)',
      `acht(?:e[mnrs]?|mal|fach\\p{L}*|stündig\\p{L}*|tägig\\p{L}*|ens|el)?${end}`,
      'neun(?!und|hund|taus|zig|zehn)',
      'zehn(?!taus)',
      `elf(?:te[mnrs]?|mal|fach)?${end}`,
      'zwölf',
    ],
  },
  ru: {
    before: start,
    words: [
      'нол|нул|нет(?!\\p{L})|без(?!\\p{L})',
      'один(?!надц)|одн[аоуиы]|перв|кажд',
      'дв(?:а|е|ух|ум|умя|ое|оих|ойн|ажды|у[хс]\\p{L}*)(?!дцат|надцат|сти|\\p{L}*сот)|втор|об(?:а|е|оих|еих|оими|еими)(?!\\p{L})',
      'тр(?:и|[её]х|[её]м|емя|ое|оих|ой|ет)(?!дцат|надцат|ста|сот)',
      'четыр(?!надц)|четв[её]р',
      'пят(?!надц|[ьи]десят|ьсот)',
      'шест(?!надц|[ьи]десят|ьсот)',
      'сем(?:[ьи](?!\\p{L})|ь[юя]|еро|и[дмч]\\p{L}+)(?!надц)|седьм',
      'вос(?:ем|ьм)(?!надц|[ьи]десят|ьсот)',
      'девят(?!надц|ьсот)',
      'десят',
      'одиннадцат',
      'двенадцат',
    ],
  },
  sr: {
    before: start,
    words: [
      'nul',
      'jed(?:an(?!aest)|n[aoeiu])|prv|svak',
      'dv(?:a|ij|je|e|o|aju|ema|ostr|oj)(?!naest|deset|sta|sto)|drug|ob(?:a|e|je|adv|ej)(?!\\p{L})|dvaput',
      'tri(?!naest|deset|sta|sto)|treć|troj|trostr',
      'četiri(?!sto)|četvr|četvor',
      'pet(?:i|o|og|om|a)?(?:\\s|$|[.,;:!?)])|petor|petostr',
      'šest(?!naest|deset|sto)',
      'sedam(?!naest|deset|sto)|sedm',
      'osam(?!naest|deset|sto)|osm',
      'devet(?!naest|deset|sto)',
      'deset',
      'jedanaest',
      'dvanaest',
    ],
  },
};

/** What may say a number from 0 to 12 beside other things: endings of the dual, words that deny, one of all. */
export const weakWords: Readonly<Record<string, WordList>> = {
  ja: { words: ['零|〇|なし|ない', '一|初|単|毎|各', '二|倍|半'] },
  zh: { words: ['零|〇|无|不|無', '一|单|單|首|每', '二|两|兩|倍|半'] },
  ko: { words: ['없|영', '한|첫|각|매|단일', '양|배|반'] },
  th: { words: ['ไม่', 'แรก|เดียว|หนึ่ง', 'คู่|ครึ่ง'] },
  ar: { words: [`${start}لا${end}|بدون|دون|عدم|ليس`, 'واحد|أول|احد', '(?<=\\p{L}{2})(?:ان|ين)(?!\\p{L})'] },
  he: { words: ['אין|לא', 'אח[דת]|ראש', '(?<=\\p{L}{2})יים(?!\\p{L})'] },
  de: { words: ['', 'ein|jede', 'halb'] },
  ru: { words: [`${start}не${end}`, 'од[ин]|кажд', 'половин|полтор'] },
  sr: { words: [`${start}ne`, 'jed|svak', 'pola'] },
};

const round = (words: string, before = start): WordList => ({ before, words: words.split(' ') });

/** What 20, 30 and so on up to 100 are called, by language. */
export const roundWords: Readonly<Record<string, WordList>> = {
  ko: round('스물|스무|이십 서른|삼십 마흔|사십 쉰|오십 예순|육십 일흔|칠십 여든|팔십 아흔|구십 백'),
  ar: round(
    'عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين مائة|مئة',
    arabicPrefix,
  ),
  he: round('עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים מאה', `${start}[והבכלמש]{0,3}`),
  de: round('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig (?:ein)?hundert'),
  nl: round('twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd'),
  ru: round(
    'двадцат тридцат сорок пят[ьи]десят шест[ьи]десят сем[ьи]десят вос[ье]м[ьи]десят девяност ст[оа](?!\\p{L})',
  ),
  sr: round('dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset sto(?!\\p{L})'),
  fr: round(
    'vingt trente quarante cinquante soixante soixante-dix|septante quatre-vingt|huitante quatre-vingt-dix|nonante cent',
  ),
  es: round('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien'),
  it: round('venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento'),
  pt: round('vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem(?!\\p{L})|cento'),
  tr: round('yirmi otuz kırk elli altmış yetmiş seksen doksan yüz'),
};
