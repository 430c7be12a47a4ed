import type { Article } from '../model/article.js';
import { longestFile, mostFileUnits } from '../model/limits.js';
import { attributeOf, type PassingElement } from '../read/edited/cut.js';
import type { EditedDocument, EditedUnit } from '../read/edited/document.js';
import { createXliffCutter, languageIn, type PassedFile } from '../read/edited/xliff-cutter.js';
import { readUnit2 } from '../read/edited/xliff2.js';
import { readUnit12 } from '../read/edited/xliff12.js';
import type { DocumentText } from '../xml/document-text.js';
import { type MergeFinding, mergeFinding } from './finding.js';
import { indexArticle } from './match/known.js';
import { passDocument, Refusal, readUnit } from './open.js';

/**
 * Passes over an XLIFF document. The units of a file are read when they are asked for; those of the last file are kept.
 * `only`: the only article that it is read for.
 */
export function openEdited(text: DocumentText, only?: Article): EditedDocument | MergeFinding {
  const ids = only && idsOf(only);
  let whole: Pick<PassedFile, 'trgLang'> = {};
  const opened = passDocument(text, (root) => {
    const version = versionOf(root);
    if (version === 2) whole = languageIn(root.tag, 'trgLang');
    return typeof version === 'string' ? version : createXliffCutter(version, ids);
  });
  if ('code' in opened) return opened;
  const { cut, cutter } = opened;
  const read = (index: number, isAsSource?: true): EditedUnit => {
    const { unit, preservesSpace } = readUnit(text, cut, index);
    if (cutter.version === 2) return readUnit2(unit, preservesSpace);
    const edited = readUnit12(unit, preservesSpace);
    return isAsSource ? { ...edited, isAsSource } : edited;
  };
  let last: { readonly file: PassedFile; readonly units: readonly EditedUnit[] } | undefined;
  const unitsOf = (file: PassedFile): readonly EditedUnit[] => {
    if (last?.file === file) return last.units;
    const { from, to, offset, isAsSource } = file;
    const length = to === from ? 0 : cut.units.endOf(to - 1) - cut.units.startOf(from);
    if (to - from > mostFileUnits) throw tooLarge(offset, `a file of more than ${mostFileUnits} units`);
    if (length > longestFile) throw tooLarge(offset, `a file of more than ${longestFile} characters`);
    last = { file, units: Array.from({ length: to - from }, (_, index) => read(from + index, isAsSource)) };
    return last.units;
  };
  const files = cutter.files.map((file) => ({
    original: file.original,
    ...whole,
    ...(file.trgLang === undefined ? {} : { trgLang: file.trgLang }),
    offset: file.offset,
    mayMatch: file.isKnown,
    unitCount: file.to - file.from,
    unitsText(longest: number) {
      if (file.to === file.from) return undefined;
      const start = cut.units.startOf(file.from);
      const end = cut.units.endOf(file.to - 1);
      return end - start > longest ? undefined : text.slice(start, end);
    },
    get units() {
      return unitsOf(file);
    },
  }));
  return { format: cutter.version === 1 ? 'xliff1.2' : 'xliff', files };
}

function idsOf(article: Article): ReadonlySet<string> {
  const { blocks, segments } = indexArticle(article);
  return new Set([...blocks.keys(), ...segments.keys()]);
}

const namespaces = /^urn:oasis:names:tc:xliff:document:(?:(2\.[0-9])|1\.[0-9])$/;

/** By its namespace, or where it has none (XLIFF 1.0 has none, and some tools drop it) by its version; else why not. */
function versionOf({ local, namespace, tag }: PassingElement): 1 | 2 | string {
  if (local !== 'xliff') return `<${tag.name}> is no XLIFF; its root element is <xliff>`;
  const version = attributeOf(tag, 'version') ?? '';
  const known = namespaces.exec(namespace);
  if (known?.[1] !== undefined || (namespace === '' && /^2\.[0-9]$/.test(version))) return 2;
  if (known !== null || (namespace === '' && /^1\.[0-9]$/.test(version))) return 1;
  if (namespace !== '') return `${namespace} is no namespace of XLIFF 1 or 2`;
  return version === ''
    ? '<xliff> has neither a namespace nor a version; that of XLIFF 2.0 is urn:oasis:names:tc:xliff:document:2.0'
    : `its version, ${version}, is none of XLIFF 1 or 2, and it has no namespace`;
}

function tooLarge(offset: number, what: string): Refusal {
  return new Refusal(mergeFinding('merge/too-large', offset, what));
}
