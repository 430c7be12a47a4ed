import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toXliff } from '../../src/view/correct/hand-over/hand-over.js';
import { temporaryFolder } from '../support/cli.js';
import { dtd, isInstalled, jing, xmllint, xsd } from '../support/schemas.js';
import { shared } from '../support/shared.js';
import { documentsOf, fixtureArticles } from '../view/correct/handed-documents.js';

/** What the review page hands over of each fixture, written to files. */
function handedOver(change: (document: string) => string = (document) => document): { xliff: string[]; tmx: string[] } {
  const folder = temporaryFolder();
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), change(text));
    return join(folder, name);
  };
  const documents = fixtureArticles().map(documentsOf);
  return {
    xliff: documents.map(({ xliff }, index) => write(`${index}.xlf`, xliff)),
    tmx: documents.map(({ tmx }, index) => write(`${index}.tmx`, tmx)),
  };
}

describe.runIf(shared !== undefined && isInstalled('xmllint'))('the schemas', () => {
  it('accept what the review page hands over, and not what is spoilt', () => {
    const { xliff, tmx } = handedOver();
    expect(xliff.length).toBeGreaterThan(20);
    expect(xmllint(xliff, ...xsd)).toBe('');
    expect(xmllint(tmx, ...dtd)).toBe('');
    const spoilt = handedOver((document) =>
      document.replace('state="reviewed"', 'state="right"').replace(' srclang=', ' sourcelang='),
    );
    expect(xmllint(spoilt.xliff, ...xsd)).toContain("'right' is not an element of the set");
    expect(xmllint(spoilt.tmx, ...dtd)).toContain('sourcelang');
  });
});

describe.runIf(shared !== undefined && isInstalled('jing'))('the Schematron rules of XLIFF 2.1', () => {
  // They are for that version; all that is handed over is in both.
  const as21 = (document: string): string => document.replace(' version="2.0"', ' version="2.1"');

  it('accept what the review page hands over of many articles, and not what is spoilt', () => {
    const works = fixtureArticles()
      .slice(0, 12)
      .map((article) => documentsOf(article).work);
    const folder = temporaryFolder();
    const write = (name: string, document: string): string => {
      writeFileSync(join(folder, name), as21(document));
      return join(folder, name);
    };
    const all = write('all.xlf', toXliff(works, 'en-US', 'ja-JP'));
    const some = toXliff(works.slice(0, 1), 'en-US', 'ja-JP');
    const spoilt = write('spoilt.xlf', some.replaceAll(/<unit id="[^"]*"/g, '<unit id="x"'));
    // To read the rules takes most of the time.
    const found = jing([all, spoilt]);
    expect(found).toContain('id duplication found');
    expect(found.split('\n').filter((line) => line.includes('all.xlf'))).toEqual([]);
  });
});
