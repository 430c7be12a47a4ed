import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';
import { hasBrowser, open, startBrowser, view } from '../browser.js';
import { goTo, handOver, merged, rowOf, typeAtEnd } from './bench.js';

const head = '---\nms.contentlocale: de-DE\n---\n';

describe.runIf(hasBrowser)('work on many articles', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it('is merged from TMX: segments with one source keep their own targets, but for the corrected', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in/sub'), { recursive: true });
    const articles: Readonly<Record<string, string>> = {
      'a.md': [pair('1a2b3-102', 'Öffnen', '**Open**'), pair('1a2b3-103', '**Auf**', '**Open**')].join('\n\n'),
      'b.md': [pair('1a2b3-102', '**Öffnen**', '**Open**'), pair('1a2b3-103', 'Zu', 'Close')].join('\r\n\r\n'),
      'sub/a.md': [pair('1a2b3-102', '**Aufmachen**', '**Open**'), pair('1a2b3-103', 'Schließen', 'Close')].join(
        '\n\n',
      ),
    };
    for (const [name, text] of Object.entries(articles)) writeFileSync(join(cwd, 'in', name), `${head}${text}\n`);
    const { page, complaints } = await open(browser, view(cwd, 'in'));
    await goTo(page, 'b.md', '1a2b3-102');
    await typeAtEnd(page, '1a2b3-102', '!');
    await goTo(page, 'sub/a.md', '1a2b3-103');
    await typeAtEnd(page, '1a2b3-103', '!');
    await rowOf(page, '1a2b3-102').focus();
    await page.keyboard.press('y');
    await handOver(page, cwd, 'TMX', 'work.tmx');
    expect(readFileSync(join(cwd, 'work.tmx'), 'utf8').match(/<tu /g)?.length).toBe(6);
    const changes = { 'b.md': ['1a2b3-102'], 'sub/a.md': ['1a2b3-103'] };
    expect(merged(cwd, 'work.tmx', Object.keys(articles))).toEqual(changes);
    await handOver(page, cwd, 'XLIFF', 'work.xlf');
    expect(merged(cwd, 'work.xlf', Object.keys(articles))).toEqual(changes);
    expect(complaints).toEqual([]);
  });
});
