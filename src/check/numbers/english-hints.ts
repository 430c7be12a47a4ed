/** Words that hint at a number in English sources, in lower case: parts of words, sizes, times, and months. */
const english: Readonly<Record<string, RegExp>> = {
  0: /\b(?:zero(?:e?s)?|no|none|not|never|without|empty|midnight|noon)\b|nonzero/,
  1: /\b(?:one|once|single)/,
  2: /\b(?:two|quadratic|secondary|twice|both|double|dual|pairs?|either|half|couple|binary|each other|another|2nd|squared?|bi)/,
  3: /\b(?:three|third|cubic|thrice|triple|march|quarterly|cubed?)/,
  4: /\b(?:four|quarter|april|quad)/,
  5: /\b(?:five|fifth|quintuple|half)/,
  6: /\b(?:six|june|half a year|hex)/,
  7: /\b(?:seven|july|week)/,
  8: /\b(?:eight|august|octal)/,
  9: /\b(?:nine|ninth|september)/,
  10: /\b(?:ten|tenths?|october|decimal|digits?|decade|tens)\b/,
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

/**
 * Whether an English text hints at a number: with a word that may say it beside other things, or that says the one
 * before it (*more than two*). That is enough where the text has no number that is lost.
 */
export function isHintedInEnglish(number: string, text: string): boolean {
  // Most languages count where English has an article: "an hour", "a user".
  if (number === '1') return true;
  const value = Number(number);
  const itself = english[number];
  const before = english[value - 1];
  if (itself === undefined && before === undefined) return false;
  const inLower = text.toLowerCase();
  if (itself?.test(inLower) === true) return true;
  return /\b(?:more|greater|larger|over|exceed|above|after)/.test(inLower) && before?.test(inLower) === true;
}
