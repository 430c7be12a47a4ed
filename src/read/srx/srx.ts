import type { These } from 'fp-ts/lib/These.js';
import { type Diagnostic, type Finding, finding, toDiagnostic } from '../../model/diagnostics/diagnostic.js';
import { type SrxDiagnosticCode, srxKinds } from '../../model/diagnostics/srx-kinds.js';
import { mostOfAKind } from '../../model/limits.js';
import { language as languageKind, type OptionKindsOf, requireOptions } from '../../model/options.js';
import { createLineIndex } from '../../model/position.js';
import { elementsIn, readXml, type XmlElement } from '../../xml/reader.js';
import { toResult } from '../result.js';
import type { SentenceRules } from '../source/cut/sentences.js';
import { compileLanguagePattern, compileRule } from './compile.js';
import { type SrxRule, sentenceRulesOf } from './rules.js';

/** Which rules of an SRX document are read. */
export interface SrxOptions {
  /** The language of the texts. Default: `en-US`. */
  readonly language?: string;
}

const srxOptionKinds: OptionKindsOf<SrxOptions> = { language: languageKind };

type Report = (found: Finding<SrxDiagnosticCode>) => void;

/**
 * Reads the rules of an SRX document (Segmentation Rules eXchange 2.0, or 1.0) for one language: those of the first
 * language map that matches where `cascade` is `no`, else of all that do, in their order.
 *
 * `Right` where all is well, `Both` where rules are left out, or read as others that nearly always match the same, `Left`
 * where there are none for the language. Regular expressions are those of ICU; each is read in its counterpart in
 * JavaScript. Throws by no text: only a `RangeError`, where the language is none. The time that rules take is their own.
 *
 * @example
 * const rule = '<rule break="yes"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule>';
 * const read = readSrx(`<srx version="2.0"><header segmentsubflows="yes" cascade="no"/><body>
 *   <languagerules><languagerule languagerulename="Any">${rule}</languagerule></languagerules>
 *   <maprules><languagemap languagepattern=".*" languagerulename="Any"/></maprules></body></srx>`);
 * const article = read._tag === 'Left' ? undefined : sourceArticleOf(readSource('One; two.', { sentences: read.right }));
 * article && Array.from(sourceSegmentsOf(article), ({ source }) => source.text) // ['One;', 'two.']
 */
export function readSrx(text: string, options: SrxOptions = {}): These<readonly Diagnostic[], SentenceRules> {
  requireOptions(options, srxOptionKinds);
  const { language = 'en-US' } = options;
  const findings: Finding<SrxDiagnosticCode>[] = [];
  const report: Report = (found) => {
    if (findings.length < mostOfAKind) findings.push(found);
  };
  const rules = rulesIn(text, language, report);
  const lines = createLineIndex(text);
  const diagnostics = findings.map((found) => toDiagnostic(found, lines, srxKinds));
  return toResult<Diagnostic, SentenceRules>(diagnostics, rules === undefined ? undefined : sentenceRulesOf(rules));
}

function rulesIn(text: string, language: string, report: Report): SrxRule[] | undefined {
  const { root, fault } = readXml(text);
  if (fault !== undefined) {
    report(
      finding('srx/unreadable', { start: fault.offset, end: fault.offset }, `${fault.code} ${fault.args.join(' ')}`),
    );
    return undefined;
  }
  if (root.local !== 'srx') {
    report(finding('srx/unreadable', root, `its root is <${root.name}>, and not <srx>`));
    return undefined;
  }
  // It has to be said in SRX 2.0; the rules of OmegaT do not, and are meant to cascade. SRX 1.0 has nothing like it.
  const cascade = childOf(root, 'header')?.attributes.get('cascade');
  const isCascading = cascade === undefined ? root.attributes.get('version') !== '1.0' : cascade === 'yes';
  const body = childOf(root, 'body');
  const named = new Map<string, XmlElement>();
  for (const each of body === undefined ? [] : grandchildren(body, 'languagerules', 'languagerule')) {
    const name = each.attributes.get('languagerulename') ?? '';
    if (!named.has(name)) named.set(name, each);
  }
  const maps = body === undefined ? [] : grandchildren(body, 'maprules', 'languagemap');
  const matching = maps.filter((map) => isFor(map, language, report));
  const used = isCascading ? matching : matching.slice(0, 1);
  if (used.length === 0) {
    report(finding('srx/no-language', root, language));
    return undefined;
  }
  const rules: SrxRule[] = [];
  for (const map of used) {
    const name = map.attributes.get('languagerulename') ?? '';
    const rule = named.get(name);
    if (rule === undefined) report(finding('srx/unknown-rules', map, name));
    for (const each of rule === undefined ? [] : elementsIn(rule)) {
      const compiled = each.local === 'rule' ? compileRule(each, report) : undefined;
      if (compiled !== undefined) rules.push(compiled);
    }
  }
  return rules;
}

/** SRX 1.0 has maps in elements with the names of their rules. */
function grandchildren(body: XmlElement, parent: string, local: string): XmlElement[] {
  const found: XmlElement[] = [];
  const queue = elementsIn(body).filter((each) => each.local === parent);
  for (const each of queue) {
    for (const child of elementsIn(each)) {
      if (child.local === local) found.push(child);
      else if (child.local === 'maprule') queue.push(child);
    }
  }
  return found;
}

function childOf(parent: XmlElement, local: string): XmlElement | undefined {
  return elementsIn(parent).find((each) => each.local === local);
}

/** Whether a language map is for a language: its pattern matches all of the tag, whatever its case. */
function isFor(map: XmlElement, language: string, report: Report): boolean {
  return compileLanguagePattern(map, report)?.test(language) ?? false;
}
