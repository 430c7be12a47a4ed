import { type Finding, finding } from '../../model/diagnostics/diagnostic.js';
import type { SrxDiagnosticCode } from '../../model/diagnostics/srx-kinds.js';
import { elementsIn, type XmlElement } from '../../xml/reader.js';
import { translateIcu } from './icu-regex.js';
import { NotTranslatable } from './icu-set.js';
import type { SrxRule } from './rules.js';

type Report = (found: Finding<SrxDiagnosticCode>) => void;

/** Compiles a rule; `undefined` where JavaScript has nothing that is the same, which is reported. */
export function compileRule(rule: XmlElement, report: Report): SrxRule | undefined {
  const isBreak = rule.attributes.get('break') !== 'no';
  const before = compileSide(rule, 'beforebreak', report, (pattern) => `(?<=${pattern})`, 'y');
  const after = compileSide(rule, 'afterbreak', report, (pattern) => `(?=${pattern})`, 'g');
  if (before === 'faulty' || after === 'faulty') return undefined;
  return { isBreak, ...(before && { before }), ...(after && { after }) };
}

/** Compiles the pattern of languages that a map has; `undefined` where that cannot be. */
export function compileLanguagePattern(map: XmlElement, report: Report): RegExp | undefined {
  const icu = map.attributes.get('languagepattern') ?? '';
  const pattern = compile(icu, map, report, (translated) => `^(?:${translated})$`, 'i');
  return pattern === 'faulty' ? undefined : pattern;
}

function compileSide(
  rule: XmlElement,
  local: string,
  report: Report,
  wrap: (pattern: string) => string,
  flags: string,
): RegExp | 'faulty' | undefined {
  const side = elementsIn(rule).find((each) => each.local === local);
  const icu = side?.children.map((child) => (child.kind === 'text' ? child.text : '')).join('') ?? '';
  return side === undefined || icu === '' ? undefined : compile(icu, side, report, wrap, flags);
}

/** A longer pattern is none that a person wrote. */
const longest = 100_000;

function compile(
  icu: string,
  place: XmlElement,
  report: Report,
  wrap: (pattern: string) => string,
  flags: string,
): RegExp | 'faulty' {
  try {
    if (icu.length > longest) throw new NotTranslatable(`has more than ${longest} characters`);
    const { pattern, flags: own, approximated } = translateIcu(icu);
    // Alone first: what is wrong with brackets must not close those around it.
    const alone = new RegExp(pattern, 'v');
    if (approximated.length > 0) report(finding('srx/approximated', place, shown(icu), approximated.join('; ')));
    return new RegExp(wrap(alone.source), `v${[...new Set(flags + own)].join('')}`);
  } catch (error) {
    const reason =
      error instanceof NotTranslatable
        ? error.message
        : `is none of JavaScript: ${error instanceof Error ? error.message : error}`;
    report(finding('srx/rule', place, shown(icu), reason.slice(0, 300)));
    return 'faulty';
  }
}

function shown(icu: string): string {
  return icu.length > 60 ? `${icu.slice(0, 60)}…` : icu;
}
