import { ownText } from '../../xml/document-text.js';
import { decodeReferences, type XmlTag } from '../../xml/syntax.js';
import { attributeOf, type Cutter, type PassingElement } from './cut.js';
import { createSourceKey, type SourceKey } from './source-key.js';

/** What is known of a memory when it has passed. Languages are in lower case. */
export interface PassedMemory {
  /** The languages of variants beside a source in the language that was asked for, that of the source included. */
  readonly languages: ReadonlySet<string>;
  /** Those of them in which a source or a target has inline codes. */
  readonly languagesWithCodes: ReadonlySet<string>;
}

/** More languages, or longer names of one, are none of an article. */
const mostLanguages = 10_000;

/**
 * Finds the units of a TMX document with a source in a language, by what stands in it. `wanted`: only those with one of
 * these keys need be found.
 */
export function createTmxCutter(srcLang: string, wanted?: ReadonlySet<number>): Cutter & PassedMemory {
  const languages = new Set<string>();
  const languagesWithCodes = new Set<string>();
  /** Of the unit that passes. */
  let unit = 0;
  let own: Set<string> = new Set();
  let withCodes: Set<string> = new Set();
  let key: SourceKey | undefined;
  /** Of the variant that passes. */
  let language: string | undefined;
  let isSource = false;
  let segments = 0;
  let inSegment = false;
  /** Where the pass is. */
  let place = 0;
  /** The depth of the native code that passes; 0: none. */
  let code = 0;

  const openVariant = (tag: XmlTag): void => {
    const written = attributeOf(tag, 'xml:lang') ?? attributeOf(tag, 'lang');
    language = written === undefined || written.length > 100 ? undefined : ownText(written.toLowerCase());
    isSource = key === undefined && language === srcLang.toLowerCase();
    if (isSource) key = createSourceKey();
    if (language !== undefined) own.add(language);
    segments = 0;
  };

  return {
    languages,
    languagesWithCodes,
    kindOf({ local, depth }) {
      if (depth === 2) return local === 'body' ? 'holder' : undefined;
      return local === 'tu' ? 'unit' : undefined;
    },
    open({ local, tag, depth }: PassingElement) {
      place = depth;
      if (unit === 0) {
        unit = depth;
        own = new Set();
        withCodes = new Set();
        key = undefined;
        language = undefined;
      } else if (depth === unit + 1) {
        language = undefined;
        isSource = false;
        if (local === 'tuv') openVariant(tag);
      } else if (depth === unit + 2) {
        inSegment = language !== undefined && local === 'seg' && ++segments === 1;
      } else if (inSegment && code === 0 && nativeCodes.has(local)) {
        code = depth;
        withCodes.add(language ?? '');
      }
    },
    text(piece, isCdata) {
      // What stands in a code is its data, but for what stands in elements in it.
      if (!isSource || !inSegment || (code > 0 && place > code)) return;
      key?.add(isCdata ? piece : decodeReferences(piece));
    },
    close(depth) {
      place = depth - 1;
      if (depth === code) code = 0;
      if (depth === unit + 2) inSegment = false;
    },
    keyOfUnit() {
      unit = 0;
      const found = key?.value();
      if (found === undefined) return undefined;
      const source = srcLang.toLowerCase();
      for (const each of own) {
        if (languages.size === mostLanguages) break;
        languages.add(each);
        if (withCodes.has(each) || withCodes.has(source)) languagesWithCodes.add(each);
      }
      return wanted === undefined || wanted.has(found) ? found : undefined;
    },
  };
}

const nativeCodes: ReadonlySet<string> = new Set(['ph', 'bpt', 'ept', 'it']);
