/** Why pairs are left out, by the codes that the report counts them under. */
const reasons: Readonly<Record<string, string>> = {
  only: 'of another translation type (--only)',
  'without-finding': 'without a finding that was asked for (--with)',
  'pair/empty-source': 'without source text (pair/empty-source)',
  'pair/empty-target': 'without target text (pair/empty-target)',
  'pair/id-mismatch': 'with different ids on the two sides (pair/id-mismatch)',
  'input/invalid-utf-8': 'with bytes that are not UTF-8 (input/invalid-utf-8)',
  'language/missing': 'of articles that name no target language (language/missing)',
  'language/conflict': 'of articles in another language than --trg-lang (language/conflict)',
  'language/mixed': 'of articles in another language than the rest of the file (language/mixed)',
  'output/long-path': 'whose output would have a path that is too long (output/long-path)',
  'output/blocked': 'whose output has something in its way (output/blocked)',
  'output/edited': 'that would replace XLIFF files which were edited (output/edited)',
};

/** What was left out for a reason, in words that follow the number of pairs. Other reasons are codes of `--skip`. */
export function describeSkipReason(reason: string): string {
  return Object.hasOwn(reasons, reason) ? String(reasons[reason]) : `with a finding of ${reason} (--skip)`;
}
