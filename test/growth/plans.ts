/** What a sweep tries. Lengths are those of inputs, in UTF-16 code units. */
export interface Plan {
  /** Of articles and of segments. */
  readonly length: number;
  /** Of documents: few entries take one, in little time. */
  readonly documentLength: number;
  /** Milliseconds: a call that takes less is not judged. */
  readonly floor: number;
  /**
   * Of the entries of each input, only a fifth, in turn, and tokens among words on one side of a pair only: each
   * construct meets the entries in other places.
   */
  readonly isInTurn?: boolean;
  /** The length of inputs that have each token beside each other one; there are none without. */
  readonly pairsOfTokens?: number;
  /** The name of the only entry that is called. */
  readonly entry?: string;
}

/** Part of CI, below two minutes. */
const short: Plan = { length: 2048, documentLength: 8192, floor: 15, isInTurn: true };
/** Larger inputs, and more of them, for each entry: some hours. */
const long: Plan = { length: 65_536, documentLength: 524_288, floor: 50, pairsOfTokens: 4096 };

/** `npm run test:growth`; `npm run test:growth:short` is the other. */
export const isLong: boolean = process.env['SSPR_TM_GROWTH'] === 'long';

export const plan: Plan = isLong ? long : short;
