/** The part of the package `xliff` (which ships no types) that is used here. */
declare module 'xliff/jsToXliff12' {
  export default function jsToXliff12(
    document: object,
    options: { readonly indent: string },
    callback: (error: unknown, xml: string) => void,
  ): string;
}

declare module 'xliff' {
  export function xliff2js(document: string): Promise<unknown>;
  export function xliff12ToJs(
    document: string,
    options: { readonly captureSpacesBetweenElements: boolean },
  ): Promise<unknown>;
  export function js2xliff(document: object): Promise<string>;
}
