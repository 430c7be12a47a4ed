import { isSameLanguage } from '../../model/language.js';
import { nameOf, requireOptions } from '../../model/options.js';
import type { Glossary, TermsOfLanguage } from '../../model/terms/glossary.js';
import { glossaryLanguages } from '../../model/terms/languages.js';
import { type GlossaryFormat, type GlossaryOptions, glossaryOptionKinds } from './format.js';
import { type GlossaryFormatName, glossaryFormats } from './formats.js';

/**
 * A glossary as text, in one of {@link glossaryFormats} by its name. The same glossary gives the same text.
 *
 * @throws {RangeError} The format or an option is none that there is; the format holds one target language, and the
 * glossary has several and none is named; the format is no text (`xlsx`): take `glossaryToBytes`.
 * @example
 * const read = await readGlossary('en-US,ja-JP\nNext,次へ\n');
 * const glossary = read._tag === 'Left' ? { srcLang: 'en-US', concepts: [] } : read.right;
 * glossaryToString(glossary, 'tsv').split('\n')[1] // 'Next\t次へ'
 */
export function glossaryToString(
  glossary: Glossary,
  format: GlossaryFormatName,
  options: GlossaryOptions = {},
): string {
  const written = formatOf(format, options);
  if (written.pack !== undefined) throw new RangeError(`${written.title} is no text; take glossaryToBytes.`);
  let text = '';
  for (const chunk of written.chunks(onlyIn(glossary, written, options), options)) text += chunk;
  return text;
}

/**
 * A glossary as bytes, in any of {@link glossaryFormats} by its name: of texts, their UTF-8.
 *
 * @throws {RangeError} As `glossaryToString`, but for formats that are no text.
 * @example
 * const bytes = await glossaryToBytes({ srcLang: 'en-US', concepts: [] }, 'xlsx');
 * String.fromCharCode(...bytes.subarray(0, 2)) // 'PK'
 */
export async function glossaryToBytes(
  glossary: Glossary,
  format: GlossaryFormatName,
  options: GlossaryOptions = {},
): Promise<Uint8Array> {
  const written = formatOf(format, options);
  const { strToU8 } = await import('fflate');
  const packer = await written.pack?.();
  const pieces: Uint8Array[] = [];
  for (const chunk of written.chunks(onlyIn(glossary, written, options), options)) {
    const bytes = strToU8(chunk.toWellFormed());
    for (const piece of packer === undefined ? [bytes] : packer.add(bytes)) pieces.push(piece);
  }
  for (const piece of packer?.end() ?? []) pieces.push(piece);
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function formatOf(format: GlossaryFormatName, options: GlossaryOptions): GlossaryFormat {
  // `undefined` is no option, but no format either.
  requireOptions({ format: format ?? null }, { format: nameOf(Object.keys(glossaryFormats)) });
  requireOptions(options, glossaryOptionKinds);
  return glossaryFormats[format];
}

/** The glossary with the one target language that is asked for, or that the format has place for. */
function onlyIn(glossary: Glossary, { title, multilingual }: GlossaryFormat, { lang }: GlossaryOptions): Glossary {
  if (lang === undefined) {
    const languages = multilingual ? [] : glossaryLanguages(glossary);
    if (languages.length < 2) return glossary;
    const shown = languages.length > 8 ? `${languages.slice(0, 8).join(', ')}, …` : languages.join(', ');
    throw new RangeError(`lang: a file of ${title} has one target language; name one of ${shown}.`);
  }
  const { srcLang, concepts } = glossary;
  const isIn = (each: TermsOfLanguage): boolean => isSameLanguage(each.lang, lang);
  const isWritten = (each: TermsOfLanguage): boolean => isIn(each) || isSameLanguage(each.lang, srcLang);
  // A concept without a name in the language would be an entry without a target.
  const named = concepts.filter(({ languages }) => languages.some((each) => isIn(each) && each.terms.length > 0));
  return {
    srcLang,
    concepts: named.map((concept) => ({ ...concept, languages: concept.languages.filter(isWritten) })),
  };
}
