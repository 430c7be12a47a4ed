import { elementsIn, type XmlElement } from '../../../xml/reader.js';
import type { Report } from '../../problem.js';
import { moduleAttribute, xliffGrammar } from '../rules.js';

const selectors = ['plural', 'ordinal', 'gender', 'select'] as const;
type Selector = (typeof selectors)[number];

/** What a selector of numbers may be: a number, or a category of CLDR. */
const count = /^(?:[0-9]+(?:\.[0-9]+)?|zero|one|two|few|many|other)$/;

/** Items with commas or white space between them; the specification has both. */
function itemsOf(list: string): readonly string[] {
  return list.split(/[\s,]+/).filter((item) => item !== '');
}

/**
 * Checks the attributes of the plural, gender and select module of 2.2 in a file: the selectors of each `pgs:switch`,
 * and that each `pgs:case` has a value for each of them.
 */
export function checkPlurals(file: XmlElement, report: Report): void {
  const walk = (parent: XmlElement, around: readonly (Selector | undefined)[] | undefined): void => {
    for (const element of elementsIn(parent)) {
      if (!/^(?:group|unit|segment)$/.test(xliffGrammar.nameOf(element))) continue;
      const hasOwn = element.attributeNamespaces.size > 0;
      const found = hasOwn ? moduleAttribute(element, 'pgs:case') : undefined;
      // A case belongs to the switch of an element around its own.
      if (found !== undefined) checkCase(element, found.written, found.value, around, report);
      walk(element, (hasOwn ? switchOf(element, report) : undefined) ?? around);
    }
  };
  walk(file, undefined);
}

/** The selectors of an element's own switch; `undefined` in their place for those that are none. */
function switchOf(element: XmlElement, report: Report): readonly (Selector | undefined)[] | undefined {
  const found = moduleAttribute(element, 'pgs:switch');
  if (found === undefined) return undefined;
  const items = itemsOf(found.value);
  const known = items.map((item) => {
    const [name, variable, ...rest] = item.split(':');
    return variable && rest.length === 0 ? selectors.find((selector) => selector === name) : undefined;
  });
  const wrong = items.length === 0 ? found.value : items[known.indexOf(undefined)];
  if (wrong !== undefined) report.at(element, found.written, 'xliff/plural-switch', [wrong]);
  return known;
}

function checkCase(
  element: XmlElement,
  written: string,
  value: string,
  around: readonly (Selector | undefined)[] | undefined,
  report: Report,
): void {
  if (around === undefined) {
    report.at(element, written, 'xliff/case-without-switch', []);
    return;
  }
  const values = itemsOf(value);
  const wrong = values.find((each, index) => /^(?:plural|ordinal)$/.test(around[index] ?? '') && !count.test(each));
  if (values.length !== around.length) {
    const what = `it has ${values.length} values, the switch ${around.length} variables`;
    report.at(element, written, 'xliff/plural-case', [value, what]);
  } else if (wrong !== undefined) {
    const what = `"${wrong}" is no number, and none of zero, one, two, few, many, other`;
    report.at(element, written, 'xliff/plural-case', [value, what]);
  }
}
