import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';
import { hasBrowser, open, startBrowser, view } from '../browser.js';
import { openTarget, rowOf } from './bench.js';

/** Targets that no article should have: each key may cost what is near it, never all of them. */
const targets = {
  '1a2b3-102': `${'次の手順に従って、アカウントを設定します。'.repeat(4300)}了`,
  '1a2b3-104': `x${' '.repeat(100_000)}y`,
  '1a2b3-105': Array.from({ length: 3300 }, (_, number) => `سجل الدخول إلى المدخل ${number}.`).join(' '),
  '1a2b3-106': `**${'Wort  und Satz, '.repeat(6000)}Ende**`,
};

/** Puts the caret into the middle of the field, and counts what nodes come and go in it from then on. */
async function watchMiddle(page: Page): Promise<void> {
  await page.evaluate(`{
    const field = document.querySelector('.target-field');
    const texts = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    let left = field.textContent.length / 2;
    while (texts.nextNode() && texts.currentNode.data.length < left) left -= texts.currentNode.data.length;
    getSelection().collapse(texts.currentNode, Math.floor(left));
  }`);
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
  await page.evaluate(`{
    window.changed = 0;
    new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) window.changed += addedNodes.length + removedNodes.length;
    }).observe(document.querySelector('.target-field'), { childList: true, subtree: true });
  }`);
}

describe.runIf(hasBrowser)('a target of 90,000 characters', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it.each(Object.keys(targets))('is edited without all of it being made anew: %s', async (id) => {
    const cwd = temporaryFolder();
    const target = targets[id as keyof typeof targets];
    writeFileSync(join(cwd, 'a.md'), `---\nms.contentlocale: ja-JP\n---\n${pair(id, target, '**Words**')}\n`);
    const { page, complaints } = await open(browser, view(cwd, 'a.md'));
    const field = await openTarget(page, id);
    const before = (await field.textContent()) ?? '';
    // Marks at the end, where the caret is.
    expect(await field.locator('.white').count()).toBeLessThanOrEqual(2000);
    await watchMiddle(page);
    // Marks have followed the caret.
    const marks = await field.locator('.white').count();
    expect(marks).toBeLessThanOrEqual(2000);
    if (before.includes('  ')) expect(marks).toBeGreaterThan(100);
    await page.keyboard.type('abc');
    await page.keyboard.press('Backspace');
    // At the border of what is marked, a mark comes and one goes with each key.
    expect(await page.evaluate<number>('window.changed')).toBeLessThan(60);
    const after = (await field.textContent()) ?? '';
    expect(after.length).toBe(before.length + 2);
    expect(after.replace('ab', '')).toBe(before);
    await page.keyboard.press('Escape');
    expect(await rowOf(page, id).locator('.text.worked').textContent()).toContain('ab');
    // It is laid out in parts, where it may be cut.
    const longest = await page.evaluate<number>(`{
      const texts = document.createTreeWalker(document.querySelector('.text.worked'), NodeFilter.SHOW_TEXT);
      let longest = 0;
      while (texts.nextNode()) longest = Math.max(longest, texts.currentNode.data.length);
      longest;
    }`);
    expect(longest <= 5000).toBe(!target.includes('   '));
    expect(complaints).toEqual([]);
  });
});
