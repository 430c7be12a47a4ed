import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { root } from '../vitest.config.js';
import { hasBrowser, open, pictures, startBrowser, view } from './browser.js';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe-core finds, in short. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => html + failureSummary)}`);
}

const sizes = [
  { width: 1280, height: 900 },
  { width: 400, height: 800 },
];
const places = [
  ['index', 'fixtures', ''],
  ['article', 'fixtures/reset-portal', ''],
  ['right-to-left', 'fixtures/language-ar-SA', ''],
  ['damaged', 'fixtures/damaged-markdown', ''],
  ['search', 'fixtures', 'password'],
] as const;
const cases = places.flatMap((place) =>
  sizes.flatMap((viewport) => (['light', 'dark'] as const).map((colorScheme) => ({ place, viewport, colorScheme }))),
);

describe.runIf(hasBrowser)('accessibility', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it.each(cases)('$place.0 at $viewport.width, $colorScheme', async ({ place, viewport, colorScheme }) => {
    const [name, input, text] = place;
    const { page } = await open(browser, view(temporaryFolder(), join(root, input)), { viewport, colorScheme });
    if (text !== '') {
      await page.locator('#text').fill(text);
      await page.locator('mark').first().waitFor();
    }
    await page.screenshot({ path: join(pictures, `${name}-${viewport.width}-${colorScheme}.png`) });
    expect(await violationsOf(page)).toEqual([]);
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
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
    for (const viewport of sizes) {
      const { page } = await open(browser, view(cwd, 'a.md', '--changes', 'new.xlf'), { viewport, colorScheme });
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
