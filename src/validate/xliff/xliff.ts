import { readXml, type XmlElement } from '../../xml/reader.js';
import { createReport, type Problem, type Report } from '../problem.js';
import { checkStructure } from '../structure.js';
import { contentOf, type FileContent, inherit } from './content.js';
import { checkType, checkUnique, childrenNamed } from './elements.js';
import { createIndex } from './index-of-ids.js';
import { checkMetadata, checkModules } from './modules/modules.js';
import { checkPlurals } from './modules/plurals.js';
import { checkNotes } from './notes.js';
import { xliffGrammar, xliffVersions } from './rules.js';
import { checkUnit } from './unit.js';

/**
 * What is wrong with an XLIFF 2 document: its core and the modules of 2.0, with the constraints that schemas cannot
 * express, and what 2.2 adds to them. Empty where nothing is. Documents of 2.1 are held to the rules of 2.0.
 *
 * It never throws and reads nothing but the text. Where the text is no well-formed XML, that is the only problem; other
 * problems come in the order of their places. Of extensions, only the ids are looked at.
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
  } else if (!xliffVersions.has(root.namespace)) {
    report.add('xliff/namespace', root.start, [root.namespace, adviceFor(root)]);
  } else {
    checkStructure(text, root, xliffGrammar, report);
    checkDocument(root, report);
  }
  return report.problems();
}

/** XLIFF 1.2 has a namespace of its own, and versions before it have none. */
function adviceFor({ namespace, attributes }: XmlElement): string {
  const isOlder = /:xliff:document:1\.[0-9]$/.test(namespace) || /^1\./.test(attributes.get('version') ?? '');
  return isOlder ? '; XLIFF 1.x is not validated here: take its own schema, or export XLIFF 2.0 (-f xliff)' : '';
}

function checkDocument(root: XmlElement, report: Report): void {
  const version = root.attributes.get('version');
  const versions = xliffVersions.get(root.namespace) ?? [];
  if (version !== undefined && !versions.includes(version)) {
    report.at(root, 'version', 'xliff/version', [version, versions.join(' or ')]);
  }
  const srcLang = root.attributes.get('srcLang');
  const trgLang = root.attributes.get('trgLang');
  const outer = inherit(root, { lang: undefined, space: 'default' });
  const contents = childrenNamed(root, 'file').map((file) => contentOf(file, outer));
  if (trgLang === undefined) {
    const target = firstTarget(contents);
    if (target !== undefined) report.add('xliff/missing-trg-lang', target.start, []);
  }
  const index = createIndex(root, contents);
  checkNotes(root, { index }, report);
  for (const metadata of childrenNamed(root, 'mda:metadata')) checkMetadata(metadata, report);
  const fileIds = new Set<string>();
  for (const { file, inherited, groups, units } of contents) {
    checkUnique(file, fileIds, 'xliff/duplicate-file-id', report);
    for (const skeleton of childrenNamed(file, 'skeleton')) checkSkeleton(skeleton, report);
    const groupIds = new Set<string>();
    for (const { element } of groups) {
      checkUnique(element, groupIds, 'xliff/duplicate-group-id', report);
      checkType(element, report);
    }
    const unitIds = new Set<string>();
    for (const { element } of units) {
      checkUnique(element, unitIds, 'xliff/duplicate-unit-id', report);
      checkType(element, report);
    }
    const id = file.attributes.get('id') ?? '';
    for (const element of [file, ...groups.map((group) => group.element)]) {
      checkNotes(element, { index, file: id }, report);
    }
    for (const unit of units) {
      const place = { index, file: id, unit: unit.element };
      checkNotes(unit.element, place, report);
      checkUnit(unit.element, { srcLang, trgLang, inherited: unit.inherited, place }, report);
    }
    checkPlurals(file, report);
    checkModules(file, { index, srcLang, trgLang, inherited }, report);
  }
}

function firstTarget(contents: readonly FileContent[]): XmlElement | undefined {
  for (const { units } of contents) {
    for (const { element } of units) {
      for (const part of childrenNamed(element, 'segment', 'ignorable')) {
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
