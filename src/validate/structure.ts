import { textOffset, type XmlElement } from '../xml/reader.js';
import type { ProblemCode, Reporter } from './problem.js';
import type { ValueRule } from './values.js';

/** What an attribute of an element must be. */
export interface AttributeRule {
  readonly value: ValueRule;
  readonly required?: true;
  /** The clause, where it is not that of the element. */
  readonly clause?: string;
  /** The namespace of the elements that have it, where not all of that name have. */
  readonly namespace?: string;
}

/** A place in the order of children: one of some elements, so many times. */
export interface Place {
  /** Names as {@link Grammar.nameOf} gives them. {@link otherNamespace} is any element of another namespace than the parent's. */
  readonly names: ReadonlySet<string>;
  /** The namespace that these elements must have, where not all of that name may stand here. */
  readonly namespace?: string;
  /** Default: `false`. */
  readonly required?: boolean;
  /** Default: `false`. */
  readonly repeats?: boolean;
  /** The last part of the problem's code where a required element is missing. Default: `missing-element`. */
  readonly missing?: 'empty-file';
}

/** What an element may have and hold. */
export interface ElementRule {
  readonly clause: string;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  /** In their order. */
  readonly places: readonly Place[];
  /** Whether text other than white space may stand in it. Default: `false`. */
  readonly text?: true;
  /** Whether attributes of namespaces that the format does not know may stand on it. Default: `false`. */
  readonly foreign?: true;
}

/** The elements of a format. */
export interface Grammar {
  readonly format: 'xliff' | 'tmx';
  readonly rules: ReadonlyMap<string, ElementRule>;
  /** The name of an element in the rules; `*` for one of a foreign namespace. */
  nameOf(element: XmlElement): string;
  /** The name of an attribute with a prefix in the rules; `*` for one of a foreign namespace. */
  nameOfAttribute(element: XmlElement, written: string): string;
}

/** In the names of a place: any element of another namespace than that of the parent, but not of none (`##other` in XSD). */
export const otherNamespace = '##other';

/** A place for any of some elements, any number of times. */
export function anyOf(...names: readonly string[]): Place {
  return { names: new Set(names), repeats: true };
}

/** A place for one element or none. */
export function optional(name: string): Place {
  return { names: new Set([name]) };
}

/** A place for exactly one element. */
export function one(name: string): Place {
  return { names: new Set([name]), required: true };
}

/** A place for at least one of some elements. */
export function some(...names: readonly string[]): Place {
  return { names: new Set(names), required: true, repeats: true };
}

/**
 * Checks an element and all in it against the rules: names, order and number of children, attributes and their values,
 * text. Elements without a rule are not looked into. The depth is bounded by the reader.
 */
export function checkStructure(text: string, element: XmlElement, grammar: Grammar, report: Reporter): void {
  const rule = grammar.rules.get(grammar.nameOf(element));
  if (rule === undefined) return;
  checkAttributes(element, rule, grammar, report);
  if (!rule.text && element.children.some((child) => child.kind === 'text' && /[^ \t\r\n]/.test(child.text))) {
    report.add(`${grammar.format}/stray-text`, textOffset(text, element), [element.name], rule.clause);
  }
  checkChildren(element, rule, grammar, report);
  for (const child of element.children) {
    if (child.kind === 'element') checkStructure(text, child, grammar, report);
  }
}

function checkChildren(element: XmlElement, rule: ElementRule, grammar: Grammar, report: Reporter): void {
  const counts = rule.places.map(() => 0);
  let current = 0;
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    const name = grammar.nameOf(child);
    const tell = (code: 'unknown-element' | 'element-order' | 'repeated-element'): void =>
      report.add(`${grammar.format}/${code}`, child.start, [child.name, element.name], rule.clause);
    const fits = (place: Place): boolean => hasPlace(place, child, name, element);
    const later = rule.places.findIndex((place, index) => index >= current && fits(place));
    const index = later >= 0 ? later : rule.places.findIndex(fits);
    const place = rule.places[index];
    if (place === undefined) {
      tell('unknown-element');
      continue;
    }
    const count = counts[index] ?? 0;
    counts[index] = count + 1;
    if (count > 0 && !place.repeats) tell('repeated-element');
    else if (index < current) tell('element-order');
    else current = index;
  }
  rule.places.forEach((place, index) => {
    if (!place.required || counts[index] !== 0) return;
    if (place.missing !== undefined) {
      report.add(`xliff/${place.missing}`, element.start, [element.attributes.get('id') ?? '']);
    } else {
      const names = [...place.names].join(' or ');
      report.add(`${grammar.format}/missing-element`, element.start, [element.name, names], rule.clause);
    }
  });
}

function hasPlace(place: Place, child: XmlElement, name: string, parent: XmlElement): boolean {
  if (place.names.has(otherNamespace) && child.namespace !== '' && child.namespace !== parent.namespace) return true;
  return place.names.has(name) && (place.namespace === undefined || place.namespace === child.namespace);
}

function checkAttributes(element: XmlElement, rule: ElementRule, grammar: Grammar, report: Reporter): void {
  const { format } = grammar;
  let unknown = false;
  for (const [written, value] of element.attributes) {
    if (written === 'xmlns' || written.startsWith('xmlns:')) continue;
    const name = written.includes(':') ? grammar.nameOfAttribute(element, written) : written;
    // Of an object literal: `constructor` and its like must not be found.
    const known = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined;
    if (known !== undefined && (known.namespace === undefined || known.namespace === element.namespace)) {
      if (known.value.isValid(value)) continue;
      const code = `${format}/${known.value.code}` as ProblemCode;
      const args = [written, known.value.expected, value];
      report.at(element, written, code, args, known.clause);
    } else {
      if (unknown || (rule.foreign && /^(?:\*|xml:.*)$/.test(name))) continue;
      // Reported once for each element, so that a tag of a million attributes is not searched a million times.
      unknown = true;
      report.at(element, written, `${format}/unknown-attribute`, [element.name, written], rule.clause);
    }
  }
  for (const [name, { required, clause }] of Object.entries(rule.attributes)) {
    if (required && !element.attributes.has(name)) {
      const args = [element.name, name];
      report.add(`${format}/missing-attribute`, element.start, args, clause ?? rule.clause);
    }
  }
}
