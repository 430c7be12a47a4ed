/** The part of the package `papaparse` that is used here; its types in the registry need those of Node.js. */
declare module 'papaparse' {
  interface Step {
    /** The cells of a row. */
    readonly data: readonly string[];
    readonly errors: readonly { readonly code: string }[];
    /** `cursor`: where the row ends in the text, with its line end. */
    readonly meta: { readonly cursor: number };
  }

  interface Options {
    readonly delimiter: string;
    readonly newline: string;
    readonly quoteChar: string;
    readonly step: (row: Step) => void;
  }

  const papa: { parse(text: string, options: Options): void };
  export default papa;
}
