/** A document in the JavaScript form of the package `xliff`, as far as it is made or read here. */
export interface XliffJs {
  readonly sourceLanguage: string;
  readonly targetLanguage?: string;
  /** Files by name, in them units by id. */
  readonly resources: Readonly<Record<string, XliffJsUnits>>;
}

/** Units by id. */
export interface XliffJsUnits {
  readonly [id: string]: XliffJsUnit;
}

/** A unit, or a group of units. */
export interface XliffJsUnit {
  readonly source?: XliffJsContent;
  readonly target?: XliffJsContent;
  readonly note?: string | readonly string[];
  readonly additionalAttributes?: Readonly<Record<string, string>>;
  readonly groupUnits?: XliffJsUnits;
}

/** A text, a code, or a list of both. */
export type XliffJsContent = XliffJsNode | readonly XliffJsContent[];

/** A text, or an object with one key that names what the code is. */
export type XliffJsNode = string | { readonly [element: string]: XliffJsCode };

/** The attributes of a code, and what is in it. */
export interface XliffJsCode {
  readonly id?: string;
  readonly contents?: XliffJsContent;
  readonly [attribute: string]: string | XliffJsContent | undefined;
}

/** The `category` of a `<file>` (XLIFF 1.2, section 2.3) whose targets are written in the shape of their sources. */
export const targetsAsSources = 'targets-as-sources';
