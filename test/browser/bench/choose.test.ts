import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';
import { hasBrowser, open, startBrowser, view } from '../browser.js';
import { changedTargets, handOver, rowOf, typeAtEnd } from './bench.js';

describe.runIf(hasBrowser)('work on several articles', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  /** Two articles; the second segment of each has one source. */
  const office = (): { cwd: string; file: string } => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in'));
    for (const name of ['a', 'b']) {
      const pairs = [
        ['Eins', `One ${name}`],
        ['Zwei', 'Two'],
        ['Drei', `Three ${name}`],
      ] as const;
      const texts = pairs.map(([target, source], index) => pair(`1a2b3-${102 + index}`, target, source));
      writeFileSync(join(cwd, 'in', `${name}.md`), `---\nms.contentlocale: de-DE\n---\n${texts.join('\n\n')}\n`);
    }
    return { cwd, file: view(cwd, 'in') };
  };
  const correct = async (page: Page): Promise<void> => {
    await page.evaluate('location.hash = "article=a.md"');
    await typeAtEnd(page, '1a2b3-102', '!');
    await page.evaluate('location.hash = "article=b.md"');
    await page
      .locator('h2', { hasText: 'b.md' })
      .or(page.locator('.article-head', { hasText: 'b.md' }))
      .first()
      .waitFor();
    await typeAtEnd(page, '1a2b3-103', '?');
    await rowOf(page, '1a2b3-104').focus();
    await page.keyboard.press('y');
  };

  it('is shown alone by a filter that the address keeps', async () => {
    const { page, complaints } = await open(browser, office().file);
    const filter = page.getByLabel('My work only');
    expect(await filter.isVisible()).toBe(false);
    await correct(page);
    const rows = (): Promise<string[]> =>
      page.evaluate(`Array.from(document.querySelectorAll('#main tr[data-id]'), (row) => row.dataset.id)`);
    await filter.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('#count').textContent()).toBe('2 of 3 segments');
    expect(await rows()).toEqual(['1a2b3-103', '1a2b3-104']);
    expect(page.url()).toContain('worked=only');
    await page.keyboard.press('Escape');
    await page.evaluate('location.hash = "worked=only"');
    await expect.poll(() => page.locator('#count').textContent()).toBe('3 of 6 segments');
    await page.reload();
    await expect.poll(() => page.locator('#count').textContent()).toBe('3 of 6 segments');
    expect(await rows()).toEqual(['1a2b3-102', '1a2b3-103', '1a2b3-104']);
    expect(await filter.isChecked()).toBe(true);
    // With a search, too.
    await page.getByLabel('Search', { exact: true }).fill('zwei');
    await expect.poll(() => page.locator('#count').textContent()).toBe('1 of 6 segments');
    expect(complaints).toEqual([]);
  });

  it('is handed over for one of them alone', async () => {
    const { cwd, file } = office();
    const { page, complaints } = await open(browser, file);
    await correct(page);
    await page.locator('#hand-over').click();
    const choice = page.getByLabel('Hand over a.md');
    await choice.focus();
    await page.keyboard.press('Space');
    expect(await page.evaluate(`document.querySelector('#hand-over-dialog p input').indeterminate`)).toBe(true);
    const xliff = readFileSync(await handOver(page, cwd, 'XLIFF', 'one.xlf'), 'utf8');
    expect(xliff.match(/original="[^"]*"/g)).toEqual(['original="b.md"']);
    /** The articles that are written, with the targets that are others. */
    const merge = (name: string): unknown => {
      expect(sspr(['merge', 'in', name, '-o', `${name}.out`], { cwd }).status).toBe(0);
      const written = readdirSync(join(cwd, `${name}.out`));
      return written.map((each) => [each, changedTargets(join(cwd, 'in', each), join(cwd, `${name}.out`, each))]);
    };
    expect(merge('one.xlf')).toEqual([['b.md', ['1a2b3-103']]]);

    await page.locator('#hand-over').click();
    await page.getByLabel('All 2 articles').click();
    await page.locator('#hand-over-dialog', { hasText: 'No article is chosen.' }).waitFor();
    await page.getByLabel('Hand over b.md').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#hand-over-dialog button', { hasText: 'TMX' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('b.md.corrected.tmx');
    await download.saveAs(join(cwd, 'one.tmx'));
    // The same source stays as it is in the other article.
    expect(merge('one.tmx')).toEqual([
      ['a.md', []],
      ['b.md', ['1a2b3-103']],
    ]);
    expect(complaints).toEqual([]);
  });
});
