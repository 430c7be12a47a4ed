import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';
import { hasBrowser, open, startBrowser, view } from '../browser.js';
import { changedTargets, handOver, openTarget, rowOf, typeAtEnd } from './bench.js';

const head = '---\nms.contentlocale: de-DE\n---\n';

describe.runIf(hasBrowser)('work on many articles', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  const goTo = async (page: Page, article: string, segment: string): Promise<void> => {
    await page.evaluate(`location.hash = new URLSearchParams(${JSON.stringify({ article, segment })})`);
    await page.locator('#main .path', { hasText: article }).waitFor();
    await rowOf(page, segment).waitFor();
  };
  /** Merges a document into the tree, and gives the targets that differ, by article; articles without any are not there. */
  const merged = (cwd: string, document: string, articles: readonly string[]): Record<string, readonly string[]> => {
    const out = `of-${document.split('.').pop()}`;
    const { status, stderr } = sspr(['merge', 'in', document, '-o', out], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringMatching(/ error /) });
    // What is as it was is not written.
    const written = articles.filter((name) => existsSync(join(cwd, out, name)));
    const changes = written.map((name) => [name, changedTargets(join(cwd, 'in', name), join(cwd, out, name))] as const);
    return Object.fromEntries(changes.filter(([, ids]) => ids.length > 0));
  };

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

  it('is done in a page in parts: it survives a reload, and is handed over from parts that were not opened', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in'));
    // A byte order mark, line ends of Windows, a table, entities: what is not corrected stays as it is.
    const own = (number: number): string =>
      [
        `\ufeff${head.replaceAll('\n', '\r\n')}# ${pair('1a2b3-101', `Über ${number}`, `On ${number}`)}`,
        `${pair('1a2b3-102', `Öffnen Sie **Datei ${number}** mit \`x\`.`, `Open **file ${number}** with \`x\`.`)} ${pair('1a2b3-103', 'Zwei &amp; **mehr**.', 'Two &amp; **more**.')}`,
        `| ${pair('1a2b3-104', 'Eins', 'One')} | ${pair('1a2b3-105', 'Zwei', 'Two')} |\r\n|---|---|\r\n| ${pair('1a2b3-106', 'Drei', 'Three')} | \t|`,
        `- ${pair('1a2b3-107', 'Vier *fünf* sechs', 'Four *five* six')}  \r\n- ${pair('1a2b3-108', 'Sieben', 'Seven')}`,
      ].join('\r\n\r\n');
    const filler = Array.from({ length: 300 }, (_, index) =>
      pair(`1a2b3-${200 + index}`, `Satz ${index}. ${'Wort '.repeat(20)}`, `It is ${index}. ${'word '.repeat(30)}`),
    ).join('\n\n');
    const names = Array.from({ length: 120 }, (_, index) => `${100 + index}.md`);
    for (const [index, name] of names.entries()) {
      writeFileSync(join(cwd, 'in', name), `${own(index)}\r\n\r\n${filler}`);
    }
    const { page, complaints } = await open(browser, view(cwd, 'in'));
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await goTo(page, '100.md', '1a2b3-102');
    await openTarget(page, '1a2b3-102');
    await press('Alt+ArrowUp', 'Alt+ArrowLeft', 'Escape');
    await openTarget(page, '1a2b3-103');
    await press('Alt+ArrowUp', 'Delete', 'Escape');
    await typeAtEnd(page, '1a2b3-105', ' | <b>');
    await typeAtEnd(page, '1a2b3-200', ' Ende');
    await rowOf(page, '1a2b3-106').focus();
    await press('m');
    await page.keyboard.type('Why?');
    await press('Escape');
    await goTo(page, '219.md', '1a2b3-107');
    await openTarget(page, '1a2b3-107');
    await press('Alt+ArrowDown', 'Alt+ArrowLeft', 'Escape');
    for (const id of ['101', '104', '106', '108']) await typeAtEnd(page, `1a2b3-${id}`, ' neu');
    await rowOf(page, '1a2b3-108').focus();
    await press('y');
    await goTo(page, '219.md', '1a2b3-499');
    await typeAtEnd(page, '1a2b3-499', ' neu');

    // The page starts where nothing of it is at hand.
    await page.evaluate("location.hash = ''");
    await page.reload();
    await page.locator('#hand-over', { hasText: 'Hand over (11)' }).waitFor();
    const xliff = readFileSync(await handOver(page, cwd, 'XLIFF', 'work.xlf'), 'utf8');
    expect([xliff.match(/<file /g)?.length, xliff.match(/<unit /g)?.length]).toEqual([2, 11]);
    expect(xliff.match(/<note>/g)?.length).toBe(1);
    expect(xliff.match(/state="reviewed"/g)?.length).toBe(1);
    const changes = {
      '100.md': ['1a2b3-102', '1a2b3-103', '1a2b3-105', '1a2b3-200'],
      '219.md': ['1a2b3-101', '1a2b3-104', '1a2b3-106', '1a2b3-107', '1a2b3-108', '1a2b3-499'],
    };
    expect(merged(cwd, 'work.xlf', names)).toEqual(changes);
    await goTo(page, '219.md', '1a2b3-108');
    await page.locator('.marks .confirmed').waitFor();
    expect(complaints).toEqual([]);
  });
});
