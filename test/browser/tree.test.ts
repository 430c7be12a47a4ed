import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { corpora, shared, unpack } from '../support/shared.js';
import { root } from '../vitest.config.js';
import { hasBrowser, open, startBrowser, view } from './browser.js';

/** How many rows there are at most, however many there would be. */
const rowsAtMost = 1000;

describe.runIf(hasBrowser)('the page of a tree', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it('has an index with totals, folders and articles, and ways between them', async () => {
    const { page, complaints } = await open(browser, view(temporaryFolder(), join(root, 'fixtures')));
    expect(await page.locator('.tile dt').allTextContents()).toEqual([
      'articles',
      'segments',
      'human (HT)',
      'machine (MT)',
      'unknown',
      'errors',
      'warnings',
      'infos',
    ]);
    expect(await page.locator('table.folders tbody tr').count()).toBe(
      Number(await page.locator('.tile dd').first().textContent()),
    );
    await page.locator('summary', { hasText: 'language-ar-SA' }).click();
    await page.locator('a', { hasText: 'Set up two-step verification' }).click();
    expect(await page.locator('#main h2').textContent()).toBe('Set up two-step verification');
    await page.locator('h1').click();
    await page.keyboard.press('n');
    await page.locator('#main h2', { hasText: 'Set up two-step verification' }).waitFor({ state: 'detached' });
    await page.keyboard.press('p');
    await page.locator('#main h2', { hasText: 'Set up two-step verification' }).waitFor();
    await page.keyboard.press('i');
    await page.locator('#totals').waitFor();
    expect(complaints).toEqual([]);
  });

  it('filters over all articles, and opens the article of what it found', async () => {
    const { page } = await open(browser, view(temporaryFolder(), join(root, 'fixtures')));
    await page.getByLabel('Findings').selectOption('pair/empty-target');
    const found = Number(/^\d+/.exec((await page.locator('#count').textContent()) ?? '')?.[0]);
    expect(found).toBeGreaterThan(0);
    expect(await page.locator('tr[data-id]').count()).toBe(found);
    expect(await page.locator('tr[data-id] td.findings code', { hasText: 'pair/empty-target' }).count()).toBe(found);
    await page.getByLabel('Findings').selectOption('pair/unmatched-target');
    const offers = page.getByRole('navigation', { name: 'Articles with such a finding' });
    expect(await offers.locator('li code').allTextContents()).toContain('pair/unmatched-target');
    await page.getByLabel('Findings').selectOption('');
    await page.getByLabel('Translation').selectOption('ht');
    expect(await page.locator('#main .group-head .badge.ht').count()).toBeGreaterThan(0);
    expect(await page.locator('#main .group-head .badge:not(.ht)').count()).toBe(0);
    await page.locator('#text').fill('helpdesk');
    await page.locator('#count', { hasText: /^1 of/ }).waitFor();
    await page.locator('#main h2').click();
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.locator('#count', { hasText: /^19 segments$/ }).waitFor();
    expect(await page.locator('tr[aria-current]').getAttribute('data-id')).toBe('4be71-104');
  });

  it('makes rows of a long article as they are looked at', async () => {
    const cwd = temporaryFolder();
    const pairs = Array.from({ length: 10_000 }, (_, index) =>
      pair(`1a2b3-${102 + index}`, `Satz ${index}.`, `It is ${index}.`),
    );
    writeFileSync(join(cwd, 'long.md'), pairs.join('\n\n'));
    const { page } = await open(browser, view(cwd, 'long.md', '--trg-lang', 'de-DE'));
    expect(await page.locator('#count').textContent()).toBe('10,000 segments');
    expect(await page.locator('tr[data-id]').count()).toBeLessThan(rowsAtMost);
    await page.evaluate('location.hash = new URLSearchParams({ article: "long.md", segment: "1a2b3-10101" })');
    await page.locator('tr[aria-current][data-id="1a2b3-10101"]').waitFor();
  });

  it.runIf(shared !== undefined)(
    'opens a tree of 2,922 articles, and searches it, with few rows at a time',
    async () => {
      const [, counts] = corpora.find(([name]) => name === 'alchemyinsights.ja-JP') ?? [];
      const { page, complaints } = await open(browser, view(temporaryFolder(), unpack('alchemyinsights.ja-JP.sxs')));
      expect(await page.locator('.tile dd').first().textContent()).toBe(counts?.files.toLocaleString('en-US'));
      // All pairs, and the titles that were recovered.
      const segments = Number((await page.locator('#count').textContent())?.replace(/\D/g, ''));
      expect(segments).toBeGreaterThan(counts?.pairs ?? Number.POSITIVE_INFINITY);
      const search = async (text: string): Promise<void> => {
        await page.evaluate(`const field = document.getElementById('text');
        field.value = ${JSON.stringify(text)};
        field.form.requestSubmit()`);
        expect(await page.locator('tr[data-id]').count()).toBeLessThan(rowsAtMost);
      };
      await search('outlook');
      await page
        .locator('mark', { hasText: /^outlook$/i })
        .first()
        .waitFor();
      await search('サインイン');
      await page
        .locator('mark', { hasText: /^サインイン$/ })
        .first()
        .waitFor();
      await search('no such text');
      await page.locator('#count', { hasText: /^0 of/ }).waitFor();
      expect(complaints).toEqual([]);
    },
  );
});
