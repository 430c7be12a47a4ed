import { describe, expect, it } from 'vitest';
import { exportToString, mergedOf, mergeTmx, mergeXliff, validateTmx, validateXliff } from '../../src/index.js';
import { elementsIn, readXml, type XmlElement } from '../../src/xml/reader.js';
import { articleOf, pair } from '../support/pairs.js';

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

function namesIn(element: XmlElement): unknown[] {
  return [element.name, [...element.attributes], ...elementsIn(element).map(namesIn)];
}

describe('names that objects of JavaScript have, too', () => {
  it.each(names)('are names like any other: %s', (name) => {
    const text = `<a ${name}="1" x="2"><${name}/><${name} ${name}="&lt;"><b/>t</${name}><${name}></${name}></a>`;
    const { root, fault } = readXml(text);
    expect(fault).toBeUndefined();
    expect(root && namesIn(root)).toEqual([
      'a',
      [
        [name, '1'],
        ['x', '2'],
      ],
      [name, []],
      [name, [[name, '<']], ['b', []]],
      [name, []],
    ]);
    const [, second] = root === undefined ? [] : elementsIn(root);
    expect(text.slice(second?.start, second?.end)).toBe(`<${name} ${name}="&lt;"><b/>t</${name}>`);
  });

  it.each(names)('cost no unit: %s', (name) => {
    const article = articleOf(
      `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'Eins', 'One')}\n\n${pair('1a2b3-103', 'Zwei', 'Two')}`,
      'a.md',
    );
    const own = `<${name} xmlns="urn:x" ${name}="1">x</${name}>`;
    const xliff = exportToString([article], 'xliff')
      .replace(/(<file [^>]*>)/, `$1${own}`)
      .replace(/(<unit [^>]*>)/, `$1${own}`)
      .replace('Zwei', 'Neu');
    expect(validateXliff(xliff)).toEqual([]);
    expect(mergedOf(mergeXliff(article, xliff))?.changes.map(({ id }) => id)).toEqual(['1a2b3-103']);
    const tmx = exportToString([article], 'tmx').replace('<tu ', `<tu ${name}="1" `).replace('Zwei', 'Neu');
    expect(validateTmx(tmx).map(({ code }) => code)).toEqual(['tmx/unknown-attribute']);
    expect(mergedOf(mergeTmx(article, tmx))?.changes.map(({ id }) => id)).toEqual(['1a2b3-103']);
  });
});
