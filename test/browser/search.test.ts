import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { hasBrowser, open, startBrowser, view } from './browser.js';

/** Articles that say the same in two ways, and one that regular expressions do not come back from. */
function offices(): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'in'));
  const write = (name: string, ...pairs: readonly (readonly [string, string])[]): void => {
    const texts = pairs.map(([target, source], line) => pair(`1a2b3-${102 + line}`, target, source));
    writeFileSync(join(cwd, 'in', name), `---\nms.contentlocale: ja-JP\n---\n${texts.join('\n\n')}\n`);
  };
  write(
    'a.md',
    ['ここから始めます。', 'Start here.'],
    ['パスワードを **リセット** します。', 'Reset the **password** of a user.'],
    ['設定を開きます。', 'Open the settings.'],
    ['終わりです。', 'That is all.'],
  );
  write('b.md', ['設定を開く。', 'Open the settings.'], ['Office を開きます。', 'The password was reset in Office.']);
  write('c.md', ['設定を開く。', 'Open the settings.'], ['長い。', `${'a'.repeat(40)}!`]);
  return view(cwd, 'in');
}

describe.runIf(hasBrowser)('the search', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  /** What is found, in the order of the texts, with what is marked in it. */
  const found = (page: Page): Promise<unknown> =>
    page.evaluate(`({
      count: document.getElementById('count').textContent,
      rows: Array.from(document.querySelectorAll('tr[data-id]'), (row) => row.dataset.id.slice(-3)),
      marks: Array.from(document.querySelectorAll('mark'), (mark) => mark.textContent),
    })`);

  it('looks for words in any order, a text, or an expression, in one language or both, with what stands around', async () => {
    const { page, complaints, requests } = await open(browser, offices());
    const search = async (text: string, way: string, side: string, wanted: object): Promise<void> => {
      await page.getByLabel('How to search').selectOption(way);
      await page.getByLabel('Where to search').selectOption(side);
      await page.getByLabel('Search', { exact: true }).fill(text);
      await expect.poll(() => found(page), { timeout: 30_000 }).toMatchObject(wanted);
    };
    const both = { rows: ['103', '103'], marks: ['Reset', 'password', 'password', 'reset'] };
    await search('password reset', 'words', 'both', { ...both, count: '2 of 8 segments' });
    // The segments before and after the first one, and that before the second one.
    expect(await page.locator('tr.context').count()).toBe(3);
    expect(await page.locator('tr.context td.source').first().textContent()).toBe('Start here.');
    await page.getByRole('link', { name: 'Without the segments around them' }).click();
    await expect.poll(() => page.locator('tr.context').count()).toBe(0);
    await search('office を', 'words', 'both', { rows: ['103'], marks: ['Office', 'Office', 'を'] });
    await search('office を', 'exact', 'both', { rows: ['103'], marks: ['Office を'] });
    await search('office', 'exact', 'target', { rows: ['103'], marks: ['Office'] });
    await search('password', 'words', 'target', { count: '0 of 8 segments' });
    await search('を開(く|きます)。$', 'regex', 'target', { rows: ['104', '102', '103', '102'] });
    await search('^.{5} here', 'regex', 'source', { rows: ['102'], marks: ['Start here'] });

    await search('pass(', 'regex', 'both', { count: '0 of 8 segments' });
    await page.getByRole('alert').filter({ hasText: 'no regular expression. Unterminated group' }).waitFor();
    // It would take longer than the world is old; the page goes on meanwhile.
    await page.getByLabel('Search', { exact: true }).fill('^open the|(a+)+$|(a|a)+$');
    await page.locator('#count', { hasText: 'so far…' }).waitFor();
    await page.locator('#theme').click();
    await page.locator('#theme', { hasText: 'Theme: light' }).waitFor();
    const stopped = page.getByRole('alert').filter({ hasText: 'takes too long' });
    await stopped.waitFor();
    // What stands before the text that it was stopped at was searched, in the same part of the texts, too.
    expect(await found(page)).toMatchObject({ count: '3 of 8 segments', rows: ['104', '102', '102'] });
    await stopped.getByRole('link', { name: 'segment 2 of c.md' }).click();
    await page.locator('tr[aria-current][data-id="1a2b3-103"]').waitFor();
    await page.goBack();
    await stopped.waitFor();
    await search('reset', 'regex', 'both', { rows: ['103', '103'] });
    expect({ complaints, requests: requests.filter((url) => !url.startsWith('blob:')) }).toEqual({
      complaints: [],
      requests: [],
    });
  });

  it('finds how a source, or a selected word, was translated everywhere', async () => {
    const { page, complaints } = await open(browser, offices());
    await page.evaluate('location.hash = "article=a.md&segment=1a2b3-104"');
    await page.locator('tr[aria-current][data-id="1a2b3-104"]').waitFor();
    await page.keyboard.press('t');
    await page.getByRole('status').filter({ hasText: '2 translations in 3 places' }).waitFor();
    const shown = page.locator('.translations details');
    await expect.poll(() => shown.locator('b').allTextContents()).toEqual(['設定を開く。', '設定を開きます。']);
    expect(await shown.locator('b').first().getAttribute('lang')).toBe('ja-JP');
    expect(await shown.locator('.facts').allTextContents()).toEqual(['2× ja-JP', '1× ja-JP']);
    await expect.poll(() => shown.first().locator('.places a').allTextContents()).toEqual(['b.md:4', 'c.md:4']);
    await shown.first().locator('.places a').last().click();
    await page.locator('tr[aria-current][data-id="1a2b3-102"]').waitFor();
    await page.locator('#place a', { hasText: 'translations' }).click();
    await page.getByRole('status').filter({ hasText: '2 translations in 3 places' }).waitFor();

    const select = (id: string, side: string): Promise<void> =>
      page.evaluate(`const range = document.createRange();
        range.selectNodeContents(document.querySelector('tr[data-id="${id}"] td.${side} .text'));
        document.getSelection().removeAllRanges();
        document.getSelection().addRange(range)`);
    await page.evaluate('location.hash = "article=a.md"');
    await page.locator('tr[data-id="1a2b3-105"]').waitFor();
    // By mouse, with a mark of bold in it, which is no text; by key in the other language.
    await select('1a2b3-103', 'target');
    await page.locator('tr[data-id="1a2b3-103"] td.target').dispatchEvent('pointerup');
    await page.getByRole('button', { name: 'Find in targets' }).click();
    await page.locator('#count', { hasText: '1 of 8 segments' }).waitFor();
    expect(await page.locator('#text').inputValue()).toBe('パスワードを リセット します。');
    expect(await page.locator('#side').inputValue()).toBe('target');
    await page.goBack();
    await page.locator('tr[data-id="1a2b3-105"]').waitFor();
    await select('1a2b3-104', 'source');
    await page.keyboard.press('s');
    await page.locator('#count', { hasText: '3 of 8 segments' }).waitFor();
    expect(await page.locator('#side').inputValue()).toBe('source');
    expect(complaints).toEqual([]);
  });
});
