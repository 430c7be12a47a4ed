import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { shared, unpack } from '../support/shared.js';
import { goTo, handOver, merged, openTarget, rowOf, typeAtEnd } from './bench/bench.js';
import { hasBrowser, open, startBrowser, view, violationsOf } from './browser.js';

const rowsAtMost = 1000;
const evil = '*/}) alert(1) */ </script><script>alert(2)</script>';

/** What is corrected: after a byte order mark, with line ends of Windows, a table and entities, which stay. */
const corrected = (head: string): string =>
  [
    `\ufeff${head.replaceAll('\n', '\r\n')}# ${pair('1a2b3-101', 'Über', 'On')}`,
    `${pair('1a2b3-102', 'Öffnen Sie **Datei** mit `x`.', 'Open **file** with `x`.')} ${pair('1a2b3-103', 'Zwei &amp; **mehr**.', 'Two &amp; **more**.')}`,
    `| ${pair('1a2b3-104', 'Eins', 'One')} | ${pair('1a2b3-105', 'Zwei', 'Two')} |\r\n|---|---|\r\n| ${pair('1a2b3-106', 'Drei', 'Three')} | \t|`,
    `- ${pair('1a2b3-107', 'Vier *fünf* sechs', 'Four *five* six')}  \r\n- ${pair('1a2b3-108', 'Sieben', 'Seven')}\r\n\r\n`,
  ].join('\r\n\r\n');

/** The names of articles whose page is too large for one file. */
const names = Array.from({ length: 120 }, (_, index) => `${100 + index}.md`);

/** A tree of them: the last one says what no other does. */
function largeTree(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'sspr-tm-test-'));
  mkdirSync(join(cwd, 'in'));
  // Many are the same, so that parts are, too.
  for (const [number, name] of names.entries()) {
    const pairs = Array.from({ length: 300 }, (_, index) =>
      pair(
        `1a2b3-${200 + index}`,
        `Satz ${index}. ${'Wort 日本 '.repeat(10)}`,
        `It is ${index}. ${'word '.repeat(30)}`,
      ),
    );
    if (name === '219.md') pairs.push(pair('1a2b3-900', `Nur hier 77 ${evil}`, `Only here 78 ${evil}`));
    const type = number % 2 === 0 ? 'HT' : 'MT';
    const head = `---\nms.contentlocale: de-DE\nms.translationtype: ${type}\n---\n`;
    const start = name === '100.md' || name === '219.md' ? corrected(head) : `${head}# `;
    writeFileSync(join(cwd, 'in', name), start + pairs.join('\n\n'));
  }
  return cwd;
}

/** Puts a text into the search and waits until all parts were searched. */
async function search(page: Page, text: string, count: RegExp): Promise<void> {
  await page.locator('#text').fill(text);
  await page.locator('#count', { hasText: count }).waitFor();
}

describe.runIf(hasBrowser)('a page in parts', () => {
  let browser: Browser;
  let cwd: string;
  let file: string;
  beforeAll(async () => {
    browser = await startBrowser();
    cwd = largeTree();
    file = view(cwd, 'in');
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(cwd, { recursive: true, force: true });
  });

  it('is opened, filtered and searched over all parts, and nothing of an article runs', async () => {
    const { page, requests, complaints } = await open(browser, file);
    expect(await page.locator('#count').textContent()).toBe('36,017 segments');
    expect(await page.locator('.tile dd').first().textContent()).toBe('120');
    // No part was needed so far.
    expect(requests).toEqual([]);
    await page.getByLabel('Translation').selectOption('ht');
    await page.locator('#count', { hasText: /^18,008 of 36,017 segments$/ }).waitFor();
    await page.locator('tr[data-id]').first().waitFor();
    expect(await page.locator('tr[data-id]').count()).toBeLessThan(rowsAtMost);
    await page.getByLabel('Translation').selectOption('');
    await page.getByLabel('Findings').selectOption('check/numbers');
    await page.locator('#count', { hasText: /^1 of 36,017 segments$/ }).waitFor();
    expect(await page.locator('tr[data-id]').getAttribute('data-id')).toBe('1a2b3-900');
    await page.getByLabel('Findings').selectOption('');
    await search(page, 'only HERE', /^1 of 36,017 segments$/);
    await page.locator('mark').first().waitFor();
    expect(await page.locator('mark').allTextContents()).toEqual(['Only', 'here']);
    await search(page, '日本', /^36,000 of 36,017 segments$/);
    expect(await page.locator('tr[data-id]').count()).toBeLessThan(rowsAtMost);
    await search(page, 'nowhere', /^0 of 36,017 segments$/);
    await page.locator('.nothing').waitFor();
    await page.locator('#clear').click();
    await goTo(page, '219.md', '1a2b3-900');
    await page.locator('tr[aria-current][data-id="1a2b3-900"]').waitFor();
    expect(await page.locator('#place').textContent()).toMatch(/219\.md:\d+ 1a2b3-900 · translations$/);
    await page.keyboard.press('p');
    await page.locator('#main .path', { hasText: '218.md' }).waitFor();
    expect(await page.locator('script').count()).toBe(2);
    expect(complaints).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
    // Nothing but its own code may load scripts.
    await expect(page.evaluate("document.createElement('script').src = './page.pages/x.js'")).rejects.toThrow(
      'Trusted',
    );
  });

  it('is worked in: that survives a reload, and is handed over from parts that were not opened', async () => {
    const { page, complaints } = await open(browser, file);
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

  it('says what to do where its parts are gone', async () => {
    renameSync(join(cwd, 'page.pages'), join(cwd, 'elsewhere'));
    const { page } = await open(browser, file);
    await page.getByLabel('Translation').selectOption('mt');
    await page.locator('#lost', { hasText: 'page.pages has to lie beside it' }).waitFor();
  });

  it('says what to do where it would go to standard output', () => {
    const { status, stdout, stderr } = sspr(['view', 'in', '-o', '-'], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/--output.*--single/);
  });

  it.runIf(shared !== undefined)('holds the largest tree', async () => {
    const { page, complaints } = await open(browser, view(temporaryFolder(), unpack('dotnet-sample.ja-JP.sxs')));
    const all = Number((await page.locator('#count').textContent())?.replace(/\D/g, ''));
    expect(all).toBeGreaterThan(72_000);
    await page.getByLabel('Findings').selectOption('any');
    await page.locator('tr[data-id] td.findings li').first().waitFor();
    await page.getByLabel('Findings').selectOption('');
    await search(page, 'ガベージ コレクション', /^[1-9][\d,]* of /);
    await page.locator('mark').first().waitFor();
    expect(await page.locator('tr[data-id]').count()).toBeLessThan(rowsAtMost);
    await search(page, 'nosuchtext', /^0 of /);
    expect(complaints).toEqual([]);
  });
});
