/**
 * What of an input may be so deep, so long, or so many. More is refused or left out, with a diagnostic that says so. Files
 * have limits of their own, in bytes (`corpus/limits.ts`). Lengths are in UTF-16 code units.
 *
 * Depth is counted because what reads it calls itself for each level; the rest, because each takes memory.
 */

/** Collections in each other in a front matter: `yaml/too-deep`. */
export const deepestYaml = 100;
/** The length of a front matter that needs the YAML library: `yaml/too-large`. */
export const longestYaml = 1_000_000;
/** Keys of a front matter: those after them are left out, with `yaml/too-large`. */
export const mostYamlKeys = 100_000;
/** Values that aliases of YAML make: so many for each character of the front matter, and so many besides: `yaml/too-large`. */
export const mostYamlValuesForEach = 10;
export const mostYamlValuesBesides = 100_000;

/** Codes, markers of emphasis and brackets of a side of a pair; its markup is text where it has more: `codes/too-many`. */
export const mostConstructs = 100_000;
/** Quotes and lists of Markdown in each other; the marks of more are text: `source/too-deep`. */
export const deepestContainers = 100;
/** Findings of one kind in an article: those after them are not listed, with `input/more-findings`. */
export const mostOfAKind = 10_000;

/** Elements of XML in each other; XLIFF and TMX need a dozen: `xml/too-deep`, `merge/unreadable`. */
export const deepestXml = 250;
/** A tag, which is read as a whole: `xml/too-large`, `merge/too-large`, as all that follow. */
export const longestXmlTag = 1_000_000;
/** Attributes of an element. */
export const mostXmlAttributes = 1000;
/** A document that is validated as a whole, and its tags and attributes: each of these takes a kilobyte. */
export const longestXml = 128_000_000;
export const mostXmlMarkup = 1_000_000;
/** A text without an element in it, in what is read as a whole: it takes fifty bytes for each character. */
export const longestXmlText = 8_000_000;

/** A unit of XLIFF or TMX, which is read as a whole, and its tags and attributes. */
export const longestUnit = 4_000_000;
export const mostUnitMarkup = 200_000;
/** Units of a document: some thirty bytes are kept for each. */
export const mostUnits = 10_000_000;
/** The `<file>` elements of an XLIFF document. */
export const mostFiles = 1_000_000;
/** The units of one `<file>`: all that are for an article are read at once. */
export const longestFile = 64_000_000;
export const mostFileUnits = 500_000;
/** Entries of a memory that an article asks for. */
export const mostMemoryEntries = 200_000;
/** What is declared around units: namespaces, languages and white space that differ, and their length in all. */
export const mostSurroundings = 65_535;
export const longestSurroundings = 8_000_000;
/** Places where a memory is damaged, and read on after each: `document/unreadable`. */
export const mostDamages = 1000;
