/** What ICU calls sets of characters, without case, spaces, hyphens and underscores: in the spelling of JavaScript. */
const named: ReadonlyMap<string, string> = new Map([
  ['alpha', '\\p{Alphabetic}'],
  ['alnum', '\\p{Alphabetic}\\p{Nd}'],
  ['ascii', '\\x00-\\x7f'],
  ['any', '\\p{Any}'],
  ['assigned', '\\p{Assigned}'],
  ['blank', '\\t\\p{Zs}'],
  ['cntrl', '\\p{Cc}'],
  ['digit', '\\p{Nd}'],
  ['graph', '[\\p{Any}--[\\p{Z}\\p{Cc}\\p{Cs}\\p{Cn}]]'],
  ['lower', '\\p{Lowercase}'],
  ['print', '[\\p{Any}--[\\p{Zl}\\p{Zp}\\p{Cc}\\p{Cs}\\p{Cn}]]'],
  ['punct', '\\p{P}'],
  ['space', '\\p{White_Space}'],
  ['upper', '\\p{Uppercase}'],
  ['word', '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d'],
  ['xdigit', '\\p{Nd}\\p{Hex_Digit}'],
  ['lc', '\\p{LC}'],
]);

const categories =
  'C Cc Cf Cn Co Cs L LC Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs Other Control Format Unassigned Private_Use Surrogate Letter Cased_Letter Lowercase_Letter Modifier_Letter Other_Letter Titlecase_Letter Uppercase_Letter Mark Spacing_Mark Enclosing_Mark Nonspacing_Mark Number Decimal_Number Letter_Number Other_Number Punctuation Connector_Punctuation Dash_Punctuation Close_Punctuation Final_Punctuation Initial_Punctuation Other_Punctuation Open_Punctuation Symbol Currency_Symbol Modifier_Symbol Math_Symbol Other_Symbol Separator Line_Separator Paragraph_Separator Space_Separator';
const binaries =
  'Alphabetic Lowercase Uppercase White_Space Hex_Digit Ideographic Diacritic Emoji Extender Math Cased Case_Ignorable Dash Default_Ignorable_Code_Point ID_Start ID_Continue Quotation_Mark Sentence_Terminal Terminal_Punctuation Unified_Ideograph Variation_Selector';

const loose = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');
const known: ReadonlyMap<string, string> = /* @__PURE__ */ allKnown();

function allKnown(): ReadonlyMap<string, string> {
  return new Map(`${categories} ${binaries}`.split(' ').map((name) => [loose(name), `\\p{${name}}`]));
}

/** The inside of the set of JavaScript that a property of ICU names: `Lu`, `IsAlphabetic`, `script=Greek`; `undefined` where it has none. */
export function propertyOf(name: string): string | undefined {
  const [left = '', right] = name.split(/[=:]/, 2);
  const key = loose(left);
  if (right === undefined) return named.get(key) ?? known.get(key) ?? withoutIs(key) ?? script(left);
  if (key === 'gc' || key === 'generalcategory') return known.get(loose(right));
  if (key === 'script' || key === 'sc') return script(right);
  return key === 'scriptextensions' || key === 'scx' ? script(right, 'Script_Extensions') : undefined;
}

/** Java writes `IsAlphabetic`, and `IsGreek`. */
function withoutIs(key: string): string | undefined {
  if (!key.startsWith('is')) return undefined;
  const rest = key.slice(2);
  return named.get(rest) ?? known.get(rest) ?? script(rest);
}

function script(name: string, property = 'Script'): string | undefined {
  const words = name.trim().split(/[\s_-]+/);
  const spelled = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('_');
  const set = `\\p{${property}=${spelled}}`;
  try {
    return /^\w+$/.test(spelled) && new RegExp(set, 'u') ? set : undefined;
  } catch {
    return undefined;
  }
}
