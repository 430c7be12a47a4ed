import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { shared, unpack } from '../support/shared.js';
import { hasBrowser, open, startBrowser, view } from './browser.js';

const rowsAtMost = 1000;
const evil = '*/}) alert(1) */ </script><script>alert(2)</script>';

/** A tree whose page is too large for one file: the last article says what no other does. */
function largeTree(): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'in'));
  // Many are the same, so that parts are, too.
  for (let number = 100; number < 220; number++) {
    const pairs = Array.from({ length: 300 }, (_, index) =>
      pair(
        `1a2b3-${102 + index}`,
        `Satz ${index}. ${'Wort 日本 '.repeat(10)}`,
        `It is ${index}. ${'word '.repeat(30)}`,
      ),
    );
    if (number === 219) pairs.push(pair('1a2b3-900', `Nur hier 77 ${evil}`, `Only here 78 ${evil}`));
    const type = number % 2 === 0 ? 'HT' : 'MT';
    const head = `---\nms.contentlocale: de-DE\nms.translationtype: ${type}\n---\n# `;
    writeFileSync(join(cwd, 'in', `${number}.md`), head + pairs.join('\n\n'));
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
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it('is opened, filtered and searched over all parts, and nothing of an article runs', async () => {
    const cwd = largeTree();
    const file = view(cwd, 'in');
    const { page, requests, complaints } = await open(browser, file);
    expect(await page.locator('#count').textContent()).toBe('36,001 segments');
    expect(await page.locator('.tile dd').first().textContent()).toBe('120');
    // No part was needed so far.
    expect(requests).toEqual([]);
    await page.getByLabel('Translation').selectOption('ht');
    await page.locator('#count', { hasText: /^18,000 of 36,001 segments$/ }).waitFor();
    await page.locator('tr[data-id]').first().waitFor();
    expect(await page.locator('tr[data-id]').count()).toBeLessThan(rowsAtMost);
    await page.getByLabel('Translation').selectOption('');
    await page.getByLabel('Findings').selectOption('check/numbers');
    await page.locator('#count', { hasText: /^1 of 36,001 segments$/ }).waitFor();
    expect(await page.locator('tr[data-id]').getAttribute('data-id')).toBe('1a2b3-900');
    await page.getByLabel('Findings').selectOption('');
    await search(page, 'only HERE', /^1 of 36,001 segments$/);
    await page.locator('mark').first().waitFor();
    expect(await page.locator('mark').allTextContents()).toEqual(['Only', 'here']);
    await search(page, '日本', /^36,000 of 36,001 segments$/);
    expect(await page.locator('tr[data-id]').count()).toBeLessThan(rowsAtMost);
    await search(page, 'nowhere', /^0 of 36,001 segments$/);
    await page.locator('.nothing').waitFor();
    await page.locator('#clear').click();
    await page.evaluate('location.hash = new URLSearchParams({ article: "219.md", segment: "1a2b3-900" })');
    await page.locator('tr[aria-current][data-id="1a2b3-900"]').waitFor();
    expect(await page.locator('#place').textContent()).toMatch(/219\.md:\d+ 1a2b3-900 · translations$/);
    await page.keyboard.press('p');
    await page.locator('#main .path', { hasText: '218.md' }).waitFor();
    expect(await page.locator('script').count()).toBe(2);
    expect(complaints).toEqual([]);
    await page.evaluate(axe.source);
    const found = await page.evaluate<{ violations: { id: string }[] }>('axe.run()');
    expect(found.violations.map(({ id }) => id)).toEqual([]);
    // Nothing but its own code may load scripts.
    await expect(page.evaluate("document.createElement('script').src = './page.pages/x.js'")).rejects.toThrow(
      'Trusted',
    );

    renameSync(join(cwd, 'page.pages'), join(cwd, 'elsewhere'));
    const lost = await open(browser, file);
    await lost.page.getByLabel('Translation').selectOption('mt');
    await lost.page.locator('#lost', { hasText: 'page.pages has to lie beside it' }).waitFor();
  });

  it('says what to do where it would go to standard output', () => {
    const cwd = largeTree();
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
