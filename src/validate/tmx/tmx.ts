import { attributeOf, type CutDocument, type Cutter, cutDocument } from '../../read/edited/cut.js';
import { readUnitText } from '../../read/edited/read-unit.js';
import { textKeyOf } from '../../read/edited/text-key.js';
import { type DocumentText, linesOf, textOf } from '../../xml/document-text.js';
import { elementsIn, readXml, type XmlElement } from '../../xml/reader.js';
import { readFrame } from '../frame.js';
import { createPartialReport, type PartialReport, type Problem, type Reporter } from '../problem.js';
import { checkStructure } from '../structure.js';
import { tmxGrammar } from './rules.js';
import { checkMatches, checkSegment } from './segment.js';

/**
 * What is wrong with a TMX 1.4b document, with the constraints that its document type cannot express. Empty where
 * nothing is.
 *
 * It never throws and reads nothing but the text; a document type is not loaded. Where the text is no well-formed XML,
 * that is the only problem; other problems come in the order of their places.
 *
 * @example
 * validateTmx('<tmx').map(({ code }) => code) // ['xml/syntax']
 */
export function validateTmx(text: string): readonly Problem[] {
  return validateTmxDocument(textOf(text));
}

/** The same for a document that is not in memory: it is read unit by unit, and may be of any length. */
export function validateTmxDocument(document: DocumentText): readonly Problem[] {
  const report = createPartialReport(() => linesOf(document));
  const whole = report.within('', (offset) => offset);
  let isTmx = false;
  const cut = cutDocument(document, ({ tag, namespace }) => {
    isTmx = tag.name === 'tmx' && namespace === '';
    if (!isTmx) whole.add('tmx/root', tag.start, [tag.name === 'tmx' ? `tmx of ${namespace}` : tag.name]);
    return isTmx ? createCutter() : undefined;
  });
  if ('code' in cut) {
    const fatal = createPartialReport(() => linesOf(document));
    fatal.within('', (offset) => offset).add(cut.code, cut.offset, cut.args, cut.clause);
    return fatal.problems();
  }
  if (isTmx) checkDocument(document, cut, report);
  return report.problems();
}

/** Cuts out units by their `tuid`. */
function createCutter(): Cutter {
  let tuid: string | undefined;
  return {
    kindOf({ tag, namespace, depth }) {
      if (namespace !== '') return undefined;
      if (depth === 2) return tag.name === 'body' ? 'holder' : undefined;
      return tag.name === 'tu' ? 'unit' : undefined;
    },
    open({ tag, depth }) {
      if (depth === unitDepth) tuid = attributeOf(tag, 'tuid');
    },
    keyOfUnit: () => (tuid === undefined ? 0 : textKeyOf(tuid)),
  };
}

/** `tmx`, `body`, `tu`. */
const unitDepth = 3;

function checkDocument(document: DocumentText, cut: CutDocument, report: PartialReport): void {
  const frame = readFrame(document, cut.units);
  const ofFrame = report.within(frame.text, frame.placeOf);
  const { root, fault } = readXml(frame.text);
  if (fault !== undefined) {
    ofFrame.add(fault.code, fault.offset, fault.args, fault.clause);
    return;
  }
  checkStructure(frame.text, root, tmxGrammar, ofFrame);
  const srclang = checkHeader(root, ofFrame);
  for (let index = 0; index < cut.units.count; index++) {
    const start = cut.units.startOf(index);
    const { text, unit, fault: wrong } = readUnitText(document, cut, index);
    const ofUnit = report.within(text, (offset) => start + offset);
    if (wrong !== undefined) {
      ofUnit.add(wrong.code, wrong.offset - start, wrong.args, wrong.clause);
      continue;
    }
    checkStructure(text, unit, tmxGrammar, ofUnit);
    const id = unit.attributes.get('tuid');
    if (id !== undefined && cut.units.firstWithKey(textKeyOf(id)) !== index) {
      ofUnit.at(unit, 'tuid', 'tmx/duplicate-tuid', [id]);
    }
    checkUnit(unit, unit.attributes.get('srclang') ?? srclang, ofUnit);
  }
}

/** The language of the sources, as the header has it. */
function checkHeader(root: XmlElement, report: Reporter): string | undefined {
  const version = root.attributes.get('version');
  if (version !== undefined && version !== '1.4') report.at(root, 'version', 'tmx/version', [version]);
  let srclang: string | undefined;
  for (const header of childrenNamed(root, 'header')) {
    srclang ??= header.attributes.get('srclang');
    for (const ude of childrenNamed(header, 'ude')) checkEncoding(ude, report);
    checkDeprecated(header, report);
  }
  return srclang;
}

function checkUnit(unit: XmlElement, srclang: string | undefined, report: Reporter): void {
  checkDeprecated(unit, report);
  const variants = childrenNamed(unit, 'tuv');
  const languages = new Set<string>();
  let source: XmlElement | undefined;
  for (const variant of variants) {
    checkDeprecated(variant, report);
    const written = variant.attributes.get('xml:lang');
    const language = written?.toLowerCase();
    if (written === undefined || language === undefined) continue;
    if (languages.has(language)) report.at(variant, 'xml:lang', 'tmx/duplicate-language', [written]);
    languages.add(language);
    if (language !== srclang?.toLowerCase()) continue;
    source ??= variant;
    if (written !== srclang) report.at(variant, 'xml:lang', 'tmx/source-language-case', [written, srclang ?? '']);
  }
  if (srclang !== undefined && srclang !== '*all*' && source === undefined && variants.length > 0) {
    report.add('tmx/source-language-missing', unit.start, [srclang]);
  }
  for (const variant of variants) {
    for (const segment of childrenNamed(variant, 'seg')) checkSegment(segment, report);
  }
  const [sourceSegment] = source === undefined ? [] : childrenNamed(source, 'seg');
  if (sourceSegment === undefined) return;
  const others = variants.filter((variant) => variant !== source);
  checkMatches(
    sourceSegment,
    others.flatMap((variant) => childrenNamed(variant, 'seg')),
    report,
  );
}

function checkEncoding(ude: XmlElement, report: Reporter): void {
  for (const map of childrenNamed(ude, 'map')) {
    if (['code', 'ent', 'subst'].some((name) => map.attributes.has(name))) continue;
    report.add('tmx/empty-map', map.start, []);
  }
  if (ude.attributes.has('base')) return;
  const map = childrenNamed(ude, 'map').find(({ attributes }) => attributes.has('code'));
  if (map !== undefined) report.at(map, 'code', 'tmx/base-missing', []);
}

/** `lang` on a variant and on the notes and properties of a parent. */
function checkDeprecated(parent: XmlElement, report: Reporter): void {
  const places = tmxGrammar.nameOf(parent) === 'tuv' ? [parent] : [];
  for (const element of [...places, ...childrenNamed(parent, 'note'), ...childrenNamed(parent, 'prop')]) {
    if (!element.attributes.has('lang')) continue;
    report.at(element, 'lang', 'tmx/deprecated', ['The attribute lang', 'xml:lang'], 'TMX 1.4b, lang');
  }
}

function childrenNamed(parent: XmlElement, name: string): XmlElement[] {
  return elementsIn(parent).filter((child) => tmxGrammar.nameOf(child) === name);
}
