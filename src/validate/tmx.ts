import { elementsIn, readXml, type XmlElement } from '../read/xml.js';
import { createReport, type Problem, type Report } from './problem.js';
import { checkStructure } from './structure.js';
import { tmxGrammar } from './tmx-rules.js';
import { checkMatches, checkSegment } from './tmx-segment.js';

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
  const report = createReport(text);
  const { root, fault } = readXml(text);
  if (root === undefined) {
    report.add(fault.code, fault.offset, fault.args, fault.clause);
  } else if (root.name !== 'tmx' || root.namespace !== '') {
    report.add('tmx/root', root.start, [root.name === 'tmx' ? `tmx of ${root.namespace}` : root.name]);
  } else {
    checkStructure(text, root, tmxGrammar, report);
    checkDocument(root, report);
  }
  return report.problems();
}

function checkDocument(root: XmlElement, report: Report): void {
  const version = root.attributes.get('version');
  if (version !== undefined && version !== '1.4') report.at(root, 'version', 'tmx/version', [version]);
  let srclang: string | undefined;
  for (const header of childrenNamed(root, 'header')) {
    srclang ??= header.attributes.get('srclang');
    for (const ude of childrenNamed(header, 'ude')) checkEncoding(ude, report);
    checkDeprecated(header, report);
  }
  const ids = new Set<string>();
  for (const body of childrenNamed(root, 'body')) {
    for (const unit of childrenNamed(body, 'tu')) {
      const id = unit.attributes.get('tuid');
      if (id !== undefined && ids.has(id)) report.at(unit, 'tuid', 'tmx/duplicate-tuid', [id]);
      if (id !== undefined) ids.add(id);
      checkUnit(unit, unit.attributes.get('srclang') ?? srclang, report);
    }
  }
}

function checkUnit(unit: XmlElement, srclang: string | undefined, report: Report): void {
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
  for (const variant of variants) {
    if (variant === source) continue;
    for (const segment of childrenNamed(variant, 'seg')) checkMatches(sourceSegment, segment, report);
  }
}

function checkEncoding(ude: XmlElement, report: Report): void {
  for (const map of childrenNamed(ude, 'map')) {
    if (['code', 'ent', 'subst'].some((name) => map.attributes.has(name))) continue;
    report.add('tmx/empty-map', map.start, []);
  }
  if (ude.attributes.has('base')) return;
  const map = childrenNamed(ude, 'map').find(({ attributes }) => attributes.has('code'));
  if (map !== undefined) report.at(map, 'code', 'tmx/base-missing', []);
}

/** `lang` on a variant and on the notes and properties of a parent. */
function checkDeprecated(parent: XmlElement, report: Report): void {
  const places = tmxGrammar.nameOf(parent) === 'tuv' ? [parent] : [];
  for (const element of [...places, ...childrenNamed(parent, 'note'), ...childrenNamed(parent, 'prop')]) {
    if (!element.attributes.has('lang')) continue;
    report.at(element, 'lang', 'tmx/deprecated', ['The attribute lang', 'xml:lang'], 'TMX 1.4b, lang');
  }
}

function childrenNamed(parent: XmlElement, name: string): XmlElement[] {
  return elementsIn(parent).filter((child) => tmxGrammar.nameOf(child) === name);
}
