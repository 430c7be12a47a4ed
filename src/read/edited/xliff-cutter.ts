import { ownText } from '../../model/compact/own-text.js';
import { mostFiles } from '../../model/limits.js';
import { targetsAsSources } from '../../model/xliff-js.js';
import { tooLarge } from '../../xml/syntax.js';
import { attributeOf, type Cutter, type PassingElement } from './cut.js';
import { isCore } from './xliff2.js';

/** A `<file>` that passed: its units are those from `from` to `to`, exclusive. */
export interface PassedFile {
  readonly original: string;
  /** Of XLIFF 1, whose files have each a language of their own. */
  readonly trgLang?: string;
  /** Of XLIFF 1: its targets were written in the shape of their sources. */
  readonly isAsSource?: true;
  readonly offset: number;
  readonly from: number;
  readonly to: number;
  /** Whether an id of a unit or a segment is one of those that were asked for. */
  readonly isKnown: boolean;
}

/** No path of an article is as long: such a name is not kept. */
const longestPath = 4096;

/** No tag of a language is as long. */
const longestLanguage = 100;

/** The language that an attribute names; none where there is none, or it is too long for one. */
export function languageIn(tag: PassingElement['tag'], attribute: string): Pick<PassedFile, 'trgLang'> {
  const trgLang = attributeOf(tag, attribute) ?? '';
  return trgLang === '' || trgLang.length > longestLanguage ? {} : { trgLang: ownText(trgLang) };
}

/**
 * Finds the files and units of an XLIFF document: 2, whose elements have its namespace or none, or 1, which is read
 * whatever namespaces it has. `ids`: those that are asked for; default: all.
 */
export function createXliffCutter(
  version: 1 | 2,
  ids?: ReadonlySet<string>,
): Cutter & { readonly version: 1 | 2; readonly files: readonly PassedFile[] } {
  const files: PassedFile[] = [];
  let file: Pick<PassedFile, 'original' | 'trgLang' | 'isAsSource' | 'offset' | 'from'> | undefined;
  let isKnown = false;
  /** The depth of the body that is open: only in it are units of XLIFF 1. */
  let body = 0;
  let unit = 0;
  const kindOf = ({ local, namespace, depth }: PassingElement): ReturnType<Cutter['kindOf']> => {
    if (version === 2 && !isCore({ namespace })) return undefined;
    if (depth === 2) return local === 'file' ? 'holder' : undefined;
    if (version === 1 && (local === 'body') === body > 0) return undefined;
    if (local === 'group' || (version === 1 && local === 'body')) return 'holder';
    return local === (version === 1 ? 'trans-unit' : 'unit') ? 'unit' : undefined;
  };
  return {
    version,
    files,
    kindOf,
    open({ tag, depth }) {
      if (unit === 0) unit = depth;
      if (isKnown || ids === undefined || depth > unit + 1) return;
      isKnown = ids.has(attributeOf(tag, 'id') ?? '');
    },
    enter({ tag, local, depth }, units) {
      if (version === 1 && local === 'body') body = depth;
      if (depth !== 2) return undefined;
      if (files.length === mostFiles) return tooLarge(tag.start, `more than ${mostFiles} files`);
      const original = attributeOf(tag, 'original') ?? '';
      const trgLang = version === 1 ? languageIn(tag, 'target-language') : {};
      const isAsSource = version === 1 && attributeOf(tag, 'category') === targetsAsSources;
      const name = original.length > longestPath ? '' : ownText(original);
      file = { original: name, ...trgLang, ...(isAsSource ? { isAsSource } : {}), offset: tag.start, from: units };
      isKnown = ids === undefined;
      return undefined;
    },
    leave(depth, units) {
      if (depth === body) body = 0;
      if (depth === 2 && file !== undefined) files.push({ ...file, to: units, isKnown });
    },
    keyOfUnit() {
      unit = 0;
      return 0;
    },
  };
}
