import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';
import { root } from '../../vitest.config.js';
import { hasBrowser, open, pictures, startBrowser, view, violationsOf } from '../browser.js';

const sizes = [
  { width: 1280, height: 900 },
  { width: 400, height: 800 },
];
/** Each view: its name, its address, and what is in it when all of it is there. */
const places = [
  ['index', '', '#totals'],
  ['sorted', 'sort=severity', '.articles.flat li'],
  ['rules', 'view=rules', '.places li:not([aria-busy])'],
  ['article', 'article=reset-portal/input.md&segment=4be71-104', 'tr[aria-current]'],
  ['right-to-left', 'article=language-ar-SA/input.md', 'tr[data-id]'],
  ['thai', 'article=language-th-TH/input.md', 'tr[data-id]'],
  ['damaged', 'article=damaged-markdown/input.md', 'tr[data-id]'],
  ['search', 'search=password', 'mark'],
  ['expression', 'search=pass(&way=regex', '.failed'],
  ['offered', 'search=a&view=articles', '.offered li'],
  ['translations', 'source=The+end.', '.places li:not([aria-busy])'],
  ['gone', 'article=gone.md', '[role=status]'],
] as const;
const cases = sizes.flatMap((viewport) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
);

/** What of a view is scrolled sideways by itself: its end is out of sight. */
function scrolledIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('main *')]
    .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth)
    .map((each) => each.outerHTML.slice(0, 80))`);
}

describe.runIf(hasBrowser)('accessibility', () => {
  let browser: Browser;
  let folder: string;
  let fixtures: string;
  beforeAll(async () => {
    browser = await startBrowser();
    folder = mkdtempSync(join(tmpdir(), 'sspr-tm-test-'));
    fixtures = view(folder, join(root, 'fixtures'));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(cases)('of each view at $viewport.width, $colorScheme', async ({ viewport, colorScheme }) => {
    const { page, complaints } = await open(browser, fixtures, { viewport, colorScheme });
    for (const [name, hash, there] of places) {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      if (name === 'rules') await page.locator('summary', { hasText: 'codes/unmatched' }).click();
      await page.locator(there).first().waitFor();
      await page.screenshot({ path: join(pictures, `${name}-${viewport.width}-${colorScheme}.png`) });
      const violations = await violationsOf(page, colorScheme === 'dark' ? 'colours' : 'all');
      expect({ name, violations }).toEqual({ name, violations: [] });
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect({ name, overflow: Math.max(overflow, 0) }).toEqual({ name, overflow: 0 });
      expect({ name, scrolled: await scrolledIn(page) }).toEqual({ name, scrolled: [] });
    }
    if (viewport.width === 400) {
      // The longest title, with much work to be handed over.
      for (const width of [400, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(`
          document.getElementById('name').textContent = 'administration-of-large-organizations.ja-JP.sxs';
          document.getElementById('hand-over').textContent = 'Hand over (12,345)'`);
        const top = "document.getElementById('main').getBoundingClientRect().top + scrollY";
        expect({ width, top: (await page.evaluate<number>(top)) < 120 }).toEqual({ width, top: true });
        expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
        // The index stands below what is gone.
        expect(await page.locator('table.folders tbody tr').count()).toBeGreaterThan(10);
        expect(await scrolledIn(page)).toEqual([]);
      }
      await page.setViewportSize(viewport);
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByLabel('Findings').selectOption('any');
      await page.getByRole('button', { name: 'Filters (1)', expanded: true }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  it('says of each text in which language it is, of the words of the page too', async () => {
    const { page } = await open(browser, fixtures);
    for (const hash of ['article=language-ar-SA/input.md', 'sort=name', 'source=The+end.', 'search=password']) {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await page.locator('.articles.flat li, tr[data-id], .places li:not([aria-busy])').first().waitFor();
      const wrong = await page.evaluate<string[]>(`
        const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const wrong = [];
        for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
          const parent = node.parentElement;
          if (parent.closest('script, noscript, dialog, [aria-hidden]') !== null) continue;
          const language = parent.closest('[lang]').lang;
          const isForeign = /[\\u0600-\\u06ff\\u3040-\\u9fff]/.test(node.data);
          const isTarget = parent.closest('td.target, .subtitle, .translation') !== null;
          // What findings quote stands in a sentence of theirs.
          if (isForeign && !isTarget && parent.closest('.findings, #search') === null) wrong.push(node.data);
          if (isForeign && isTarget && language.startsWith('en')) wrong.push(node.data);
          if (parent.closest('.chip, .heard') !== null && !language.startsWith('en')) wrong.push(node.data);
        }
        wrong`);
      expect({ hash, wrong }).toEqual({ hash, wrong: [] });
    }
  });

  it('is used by keyboard alone', async () => {
    const { page, complaints } = await open(browser, fixtures);
    const focused = (): Promise<string> =>
      page.evaluate(
        'document.activeElement.id || document.activeElement.textContent || document.activeElement.tagName',
      );
    const tabTo = async (wanted: string): Promise<void> => {
      const passed: string[] = [];
      while ((await focused()) !== wanted && passed.length < 80) {
        passed.push(await focused());
        await page.keyboard.press('Tab');
      }
      expect({ focused: await focused(), passed }).toMatchObject({ focused: wanted });
    };
    await page.keyboard.press('/');
    await page.keyboard.type('passwords');
    await page.locator('mark').first().waitFor();
    // The choices come after the search, in their order.
    await tabTo('way');
    await page.keyboard.press('ArrowDown');
    await tabTo('side');
    await page.keyboard.press('ArrowDown');
    await page.locator('#count', { hasText: '1 of 432 segments' }).waitFor();
    await tabTo('clear');
    await page.keyboard.press('Enter');
    await page.locator('#totals').waitFor();
    await page.keyboard.press('r');
    await page.locator('#rules').waitFor();
    await tabTo('All articles');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('details[open] a').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#rules').waitFor({ state: 'detached' });
    await page.keyboard.press('i');
    await tabTo('number of findings');
    await page.keyboard.press('Enter');
    await page.locator('.articles.flat').waitFor();
    await page.keyboard.press('?');
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('targets that are refused, %s', async (colorScheme) => {
    const cwd = temporaryFolder();
    const texts = [pair('1a2b3-102', 'باب', 'Door'), pair('1a2b3-103', 'نافذة', 'Window')];
    writeFileSync(join(cwd, 'a.md'), `---\nms.contentlocale: ar-SA\n---\n${texts.join('\n\n')}\n`);
    sspr(['export', 'a.md', '-f', 'xliff', '-o', 'old.xlf'], { cwd });
    const edited = readFileSync(join(cwd, 'old.xlf'), 'utf8').replace('نافذة', ' ');
    writeFileSync(join(cwd, 'new.xlf'), edited);
    // The first one is not in the article any more.
    writeFileSync(join(cwd, 'a.md'), `---\nms.contentlocale: ar-SA\n---\n${texts[1]}\n`);
    const file = view(cwd, 'a.md', '--changes', 'new.xlf');
    for (const viewport of sizes) {
      const { page } = await open(browser, file, { viewport, colorScheme });
      expect(await page.locator('.refusals').count()).toBe(2);
      expect(await violationsOf(page)).toEqual([]);
      await page.screenshot({ path: join(pictures, `refused-${viewport.width}-${colorScheme}.png`), fullPage: true });
    }
  });

  it('the help, and a segment with the focus', async () => {
    const { page } = await open(browser, view(temporaryFolder(), join(root, 'fixtures/reset-portal')));
    await page.keyboard.press('j');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('?');
    expect(await violationsOf(page)).toEqual([]);
    await page.screenshot({ path: join(pictures, 'help.png') });
  });

  it('the button for the theme goes through all three', async () => {
    const { page } = await open(browser, view(temporaryFolder(), join(root, 'fixtures/reset-portal')));
    const colour = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await colour();
    await page.locator('#theme').click();
    expect(await colour()).toBe(light);
    await page.locator('#theme').click();
    expect(await page.locator('#theme').textContent()).toBe('Theme: dark');
    expect(await colour()).not.toBe(light);
    await page.reload();
    expect(await colour()).not.toBe(light);
  });

  it('prints all of the article and nothing that is only for the screen', async () => {
    const { page } = await open(browser, view(temporaryFolder(), join(root, 'fixtures/reset-portal')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('search').isVisible()).toBe(false);
    expect(await page.locator('tr[data-id]').last().isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });
});
