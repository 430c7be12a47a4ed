import type { Article } from '../model/article.js';
import { carrierOf } from '../read/carriers/carriers.js';
import type { XliffVersion } from '../write/export-options.js';
import { xliff } from '../write/formats/xliff.js';
import { type DocumentText, textOf, wholeOf } from '../xml/document-text.js';
import { openEdited } from './edited.js';
import { toMerged } from './merge.js';
import type { Merged, MergeOptions } from './merged.js';
import { unitsIn, writtenNow } from './untouched.js';

/** So long a document has no tag, and so few pairs of codes no depth, that a limit would refuse. */
const longest = 900_000;
const mostPairedCodes = 100;

const unitStart = '<unit ';
const unitEnd = '</unit>';
/** Stands where the units are. */
const standIn = '<unit id="-"/>';

/**
 * What an XLIFF document with one file makes of its article, where its units are to the letter those that the export would
 * write now: they are known to be right, and only what stands around them is held to the rules of XML. `undefined` says
 * nothing: the document has to be read. `original`: the file that is asked for.
 */
export function mergeUntouched(
  article: Article,
  document: DocumentText,
  original: string,
  options: MergeOptions = {},
): Merged | undefined {
  const carrier = options.carrier ?? carrierOf(article);
  const { text, fault } = wholeOf(document, longest);
  const start = text.indexOf(unitStart);
  const end = text.lastIndexOf(unitEnd) + unitEnd.length;
  if (carrier === undefined || fault !== undefined || start < 0 || end < start) return undefined;
  // It must be the stand-in that is found, and not what a comment hides it with.
  if (text.includes(standIn)) return undefined;
  const units = text.slice(start, end);
  if (count(units, '<pc ') > mostPairedCodes) return undefined;
  const written = writtenNow(article, original, count(units, unitStart), options.inline);
  if (written === undefined) return undefined;
  if (isExport(text, written)) return toMerged({ article, carrier, confirmed: [] }, [], false);
  const around = openEdited(textOf(text.slice(0, start) + standIn + text.slice(end)));
  if ('code' in around || around.format !== 'xliff' || around.files.length !== 1) return undefined;
  const [file] = around.files;
  if (file?.original !== original || file.unitCount !== 1 || file.unitsText(longest) !== standIn) return undefined;
  if (unitsIn(written) !== units) return undefined;
  return toMerged({ article, carrier, confirmed: [] }, [], false);
}

const root = /^<\?xml [^>]*>\n<xliff [^>]* version="([^"<&>]*)" srcLang="([^"<&>]*)" trgLang="([^"<&>]*)">/;

const versions: readonly XliffVersion[] = ['2.0', '2.1', '2.2'];

/** Whether a document is to the letter the export of a file. */
function isExport(text: string, file: string): boolean {
  const [, version, srcLang, trgLang] = root.exec(text) ?? [];
  const xliffVersion = versions.find((each) => each === version);
  if (xliffVersion === undefined || srcLang === undefined || trgLang === undefined) return false;
  const of = { srcLang, trgLang };
  return text === `${xliff.begin(of, { xliffVersion })}${file}${xliff.end(of, {})}`;
}

function count(text: string, what: string): number {
  let found = 0;
  for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length)) found++;
  return found;
}
