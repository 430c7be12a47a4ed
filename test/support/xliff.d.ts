declare module 'xliff' {
  export function xliff2js(document: string): Promise<unknown>;
}
