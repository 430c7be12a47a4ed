import { elementsIn, readXml, type XmlElement } from '../read/xml.js';
import { createReport, type Problem, type Report } from './problem.js';
import { checkStructure } from './structure.js';
import { checkType, checkUnique, childrenNamed } from './xliff-elements.js';
import { xliffGrammar, xliffNamespace } from './xliff-rules.js';
import { checkUnit, type UnitContext } from './xliff-unit.js';

/**
 * What is wrong with an XLIFF 2.0 or 2.1 document: its core and the metadata module, with the constraints that schemas
 * cannot express. Empty where nothing is.
 *
 * It never throws and reads nothing but the text. Where the text is no well-formed XML, that is the only problem; other
 * problems come in the order of their places. Modules but for metadata, and extensions, are not looked into.
 *
 * @example
 * validateXliff('<xliff').map(({ code }) => code) // ['xml/syntax']
 */
export function validateXliff(text: string): readonly Problem[] {
  const report = createReport(text);
  const { root, fault } = readXml(text);
  if (root === undefined) {
    report.add(fault.code, fault.offset, fault.args, fault.clause);
  } else if (root.local !== 'xliff') {
    report.add('xliff/root', root.start, [root.name]);
  } else if (root.namespace !== xliffNamespace) {
    report.add('xliff/namespace', root.start, [root.namespace]);
  } else {
    checkStructure(text, root, xliffGrammar, report);
    checkDocument(root, report);
  }
  return report.problems();
}

function checkDocument(root: XmlElement, report: Report): void {
  const version = root.attributes.get('version');
  if (version !== undefined && version !== '2.0' && version !== '2.1') {
    report.at(root, 'version', 'xliff/version', [version]);
  }
  const context: UnitContext = {
    srcLang: root.attributes.get('srcLang'),
    trgLang: root.attributes.get('trgLang'),
    unitIds: new Set(),
  };
  const files = childrenNamed(root, 'file');
  if (context.trgLang === undefined) {
    const target = firstTarget(files);
    if (target !== undefined) report.add('xliff/missing-trg-lang', target.start, []);
  }
  const fileIds = new Set<string>();
  for (const file of files) {
    checkUnique(file, fileIds, 'xliff/duplicate-file-id', report);
    for (const skeleton of childrenNamed(file, 'skeleton')) checkSkeleton(skeleton, report);
    const { groups, units } = contentOf(file);
    const groupIds = new Set<string>();
    for (const group of groups) {
      checkUnique(group, groupIds, 'xliff/duplicate-group-id', report);
      checkType(group, report);
    }
    const unitIds = new Set<string>();
    for (const unit of units) {
      checkUnique(unit, unitIds, 'xliff/duplicate-unit-id', report);
      checkType(unit, report);
    }
    for (const holder of [file, ...groups, ...units]) checkNotes(holder, report);
    for (const unit of units) checkUnit(unit, { ...context, unitIds }, report);
  }
}

/** The groups and units of a file, at any depth, in order. */
function contentOf(file: XmlElement): {
  readonly groups: readonly XmlElement[];
  readonly units: readonly XmlElement[];
} {
  const groups: XmlElement[] = [];
  const units: XmlElement[] = [];
  const walk = (parent: XmlElement): void => {
    for (const child of elementsIn(parent)) {
      const name = xliffGrammar.nameOf(child);
      if (name === 'unit') units.push(child);
      if (name !== 'group') continue;
      groups.push(child);
      walk(child);
    }
  };
  walk(file);
  return { groups, units };
}

function firstTarget(files: readonly XmlElement[]): XmlElement | undefined {
  for (const file of files) {
    for (const unit of contentOf(file).units) {
      for (const part of childrenNamed(unit, 'segment', 'ignorable')) {
        const [target] = childrenNamed(part, 'target');
        if (target !== undefined) return target;
      }
    }
  }
  return undefined;
}

function checkSkeleton(skeleton: XmlElement, report: Report): void {
  const href = skeleton.attributes.has('href');
  const empty = skeleton.children.length === 0;
  if (href !== empty) report.add('xliff/skeleton', skeleton.start, [href ? 'both' : 'neither']);
}

function checkNotes(holder: XmlElement, report: Report): void {
  for (const notes of childrenNamed(holder, 'notes')) {
    const ids = new Set<string>();
    for (const note of childrenNamed(notes, 'note')) checkUnique(note, ids, 'xliff/duplicate-note-id', report);
  }
}
