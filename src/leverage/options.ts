import { type OptionKindsOf, requireOptions, text } from '../model/options.js';

/** What is filled, and what is shown. */
export interface LeverageOptions {
  /**
   * Targets are filled from this score on, 1 to 101. Default: 100. What is ambiguous is never filled, nor a near match whose
   * numbers or codes have no clear place, or that has other signs beside numbers, or other symbols.
   */
  readonly fill?: number | undefined;
  /** Candidates are given from this score on, 1 to 101; the matcher gives none below its `minScore`. Default: 75. */
  readonly show?: number | undefined;
  /** The hash of the bytes of the article, as `ms.openlocfilehash` has it (SHA-1, or SHA-256), for matches in context. */
  readonly sourceHash?: string | undefined;
}

/** The same, complete. */
export interface LeverageSettings {
  readonly fill: number;
  readonly show: number;
  readonly sourceHash: string | undefined;
}

/** The lowest score of candidates that are given. */
export const defaultShow = 75;

const kinds: OptionKindsOf<LeverageOptions> = {
  fill: { kind: 'count', most: 101 },
  show: { kind: 'count', most: 101 },
  sourceHash: text,
};

/** @throws {RangeError} There is no such option, or its value is none that it takes. */
export function settingsOf(options: LeverageOptions): LeverageSettings {
  requireOptions(options, kinds);
  const { fill = 100, show = defaultShow, sourceHash } = options;
  return { fill, show, sourceHash };
}
