import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { shared } from '../support/shared.js';
import { root } from '../vitest.config.js';
import { hasBrowser, open, pictures, startBrowser, view } from './browser.js';

const fixture = (name: string): string => join(root, 'fixtures', name);
const rows = '#main tr[data-id]';

/** The id of the segment that keys move from. */
const currentId = (page: Page): Promise<string | null> =>
  page.locator('tr[aria-current]').getAttribute('data-id', { timeout: 2000 });

describe.runIf(hasBrowser)('the page of an article', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  const openFixture = async (name: string): Promise<{ page: Page; complaints: readonly string[] }> =>
    open(browser, view(temporaryFolder(), fixture(name)));

  it('shows both languages in document order, with headings, lists and lines', async () => {
    const { page, complaints } = await openFixture('reset-portal');
    expect(await page.locator('#count').textContent()).toBe('19 segments');
    expect(await page.locator(`${rows} td.source .text`).nth(1).textContent()).toBe(
      "Reset a user's password in the admin portal",
    );
    expect(await page.locator('td.source h3').count()).toBe(1);
    expect(await page.locator('td.source h4').count()).toBe(2);
    expect(await page.locator('tr.list-item.first td.target .marker').allTextContents()).toEqual([
      ...['1.', '2.', '3.', '4.', '5.', '6.'],
      '•',
      '•',
    ]);
    const line = page.locator(`${rows} th a`).nth(1);
    expect(await line.getAttribute('href')).toMatch(/fixtures\/reset-portal\/input\.md#L21$/);
    expect(await line.getAttribute('title')).toMatch(/input\.md:21$/);
    expect(await page.locator('td.target').first().getAttribute('lang')).toBe('ja-JP');
    expect(complaints).toEqual([]);
  });

  it('lights up both halves of a code, and its partner, where one is pointed at or focused', async () => {
    const { page } = await openFixture('reset-portal');
    // "select **Users** > **Active users**": two pairs of codes, in two languages.
    const row = page.locator(`${rows}[data-id="4be71-107"]`);
    const chips = row.locator('.chip');
    expect(await chips.count()).toBe(8);
    const box = await row.locator('td.source .chip').nth(2).boundingBox();
    if (box === null) throw new Error('The chip is not on the screen.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const lit = row.locator('.chip.lit');
    expect(await lit.count()).toBe(4);
    expect(await row.locator('td.target .chip.lit').count()).toBe(2);
    expect(await page.locator('.chip.lit').count()).toBe(4);
    await row.locator('td.source').hover({ position: { x: 2, y: 2 } });
    expect(await lit.count()).toBe(0);
    // What bold text looks like needs no mark, until its segment is looked at.
    const mark = 'document.querySelector(\'tr[data-id="4be71-107"] .chip > span\')';
    const seen = (): Promise<string> => page.evaluate(`getComputedStyle(${mark}).opacity`);
    expect(await seen()).toBe('1');
    await page.mouse.move(0, 0);
    expect(await seen()).toBe('0');
    await page.keyboard.press('j');
    for (let press = 0; press < 5; press++) await page.keyboard.press('j');
    expect(await currentId(page)).toBe('4be71-106');
    await page.keyboard.press('c');
    expect(await page.locator('.chip:focus').getAttribute('aria-label')).toBe('link starts');
    expect(await page.locator('td.target .chip.lit').allTextContents()).toEqual(['[', '](…)']);
    expect(await page.locator('.chip.lone').count()).toBe(0);
  });

  it('says which code has no partner', async () => {
    const cwd = temporaryFolder();
    const text = readFileSync(join(fixture('reset-portal'), 'input.md'), 'utf8');
    writeFileSync(join(cwd, 'a.md'), text.replace('**[リセット]**', '[リセット]'));
    const { page } = await open(browser, view(cwd, 'a.md'));
    expect(await page.locator('.chip.lone').count()).toBe(2);
    expect(await page.locator('.chip.lone').first().getAttribute('aria-label')).toBe('bold starts, without a partner');
    expect(await page.locator('td.findings li.warning code').allTextContents()).toContain('codes/unmatched');
  });

  it('moves by keyboard, and says where it is', async () => {
    const { page } = await openFixture('reset-portal');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await currentId(page)).toBe('4be71-102');
    expect(await page.locator('#place').textContent()).toMatch(/input\.md:21 4be71-102 · translations$/);
    await page.keyboard.press('ArrowDown');
    expect(await currentId(page)).toBe('4be71-103');
    await page.keyboard.press('k');
    expect(await page.locator('tr:focus').getAttribute('data-id')).toBe('4be71-102');
    await page.keyboard.press('/');
    expect(await page.locator('#text:focus').count()).toBe(1);
    await page.keyboard.type('jj');
    expect(await page.locator('#text').inputValue()).toBe('jj');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.locator('dialog[open] #keys dt').count()).toBeGreaterThan(10);
    await page.locator('#use-keys').click();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.locator('#main').focus();
    await page.keyboard.press('j');
    expect(await page.locator('tr[aria-current]').count()).toBe(0);
  });

  it('searches both languages, marks what it found, and says how much', async () => {
    const { page } = await openFixture('reset-portal');
    const searches = async (text: string, count: string, marked: readonly string[]): Promise<void> => {
      await page.locator('#text').fill(text);
      const seen = async () => ({
        count: await page.locator('#count').textContent(),
        marked: await page.locator('mark').allTextContents(),
      });
      await expect.poll(seen, { timeout: 30_000 }).toEqual({ count, marked });
    };
    await searches('SIGN', '3 of 19 segments', ['Sign', 'sign', 'sign']);
    await searches('ポータル', '3 of 19 segments', ['ポータル', 'ポータル', 'ポータル']);
    // Over the borders of codes, which are no text.
    await searches('"select users > active"', '1 of 19 segments', ['select ', 'Users', ' > ', 'Active']);
    await searches('nowhere', '0 of 19 segments', []);
    await page.locator('#clear').click();
    await page.locator('#count', { hasText: /^19 segments$/ }).waitFor();
    expect(await page.locator('#changed-field').isVisible()).toBe(false);
  });

  it('shows old and new targets where a document changed them', async () => {
    const cwd = temporaryFolder();
    copyFileSync(join(fixture('reset-portal'), 'input.md'), join(cwd, 'a.md'));
    sspr(['export', 'a.md', '-f', 'tmx', '-o', 'old.tmx'], { cwd });
    const memory = readFileSync(join(cwd, 'old.tmx'), 'utf8');
    writeFileSync(join(cwd, 'new.tmx'), memory.replace('一時パスワードを設定する', '仮パスワードを設定する'));
    const { page } = await open(browser, view(cwd, 'a.md', '--changes', 'new.tmx'));
    await page.getByLabel('Changed only').check();
    expect(await page.locator('#count').textContent()).toBe('1 of 19 segments');
    expect(await page.locator(`${rows} td.target .text`).textContent()).toBe('仮パスワードを設定する');
    expect(await page.locator(`${rows} td.target .old`).textContent()).toBe('Before: 一時パスワードを設定する');
    // Characters where words have no spaces between them, and codes are never cut.
    expect(await page.locator(`${rows} td.target del`).allTextContents()).toEqual(['一時']);
    expect(await page.locator(`${rows} td.target .text ins`).allTextContents()).toEqual(['仮']);
  });

  it('shows words that changed, and the source that a target was made for where it is another one now', async () => {
    const cwd = temporaryFolder();
    const article = (source: string): string =>
      `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'Wählen Sie **Alle** Gruppen.', 'Select **All** groups.')}\n\n${pair('1a2b3-103', 'Öffnen Sie den Ordner.', source)}\n`;
    writeFileSync(join(cwd, 'a.md'), article('Open the folder.'));
    sspr(['export', 'a.md', '-f', 'xliff', '-o', 'old.xlf'], { cwd });
    const edited = readFileSync(join(cwd, 'old.xlf'), 'utf8').replace(' Gruppen.', ' Benutzer.');
    writeFileSync(join(cwd, 'new.xlf'), edited.replace('Öffnen Sie den', 'Öffne den'));
    writeFileSync(join(cwd, 'a.md'), article('Open the new folder.'));
    const { page, complaints } = await open(browser, view(cwd, 'a.md', '--changes', 'new.xlf'));
    const changed = page.locator(`${rows}.changed td.target`);
    expect(await changed.locator('.text ins').allTextContents()).toEqual(['Benutzer']);
    expect(await changed.locator('.old del').allTextContents()).toEqual(['Gruppen']);
    const stale = page.locator(`${rows}.refused .source-diff`);
    expect(await stale.textContent()).toBe('Its source, and what it is now: Open the new folder.');
    expect(await stale.locator('ins').allTextContents()).toEqual(['new ']);
    expect(await stale.getAttribute('lang')).toBe('en-US');
    await page.screenshot({ path: join(pictures, 'changes.png') });
    expect(complaints).toEqual([]);
  });

  it('shows targets that cannot be taken, with the reason, beside those that stay', async () => {
    const cwd = temporaryFolder();
    const texts = [
      pair('1a2b3-102', 'Siehe [hier](a.md).', 'See [here](a.md).'),
      pair('1a2b3-103', 'Eins', 'One'),
      pair('1a2b3-104', 'Zwei', 'Two'),
    ];
    writeFileSync(join(cwd, 'a.md'), `---\nms.contentlocale: de-DE\n---\n${texts.join('\n\n')}\n`);
    expect(sspr(['export', 'a.md', '-f', 'xliff', '-o', 'old.xlf'], { cwd }).status).toBe(0);
    const edited = readFileSync(join(cwd, 'old.xlf'), 'utf8')
      .replace(/(<target[^>]*>Siehe )<pc[^>]*>hier<\/pc>/, '$1dort')
      .replace('>Zwei<', '>Drei<');
    writeFileSync(join(cwd, 'new.xlf'), edited);
    const { page, complaints } = await open(browser, view(cwd, 'a.md', '--changes', 'new.xlf'));
    await page.getByLabel('Changed only').check();
    expect(await page.locator('#count').textContent()).toBe('2 of 3 segments');
    const refused = page.locator(`${rows}.refused td.target`);
    expect(await refused.count()).toBe(1);
    expect(await refused.locator('.text').textContent()).toBe('Siehe [hier](a.md).');
    expect(await refused.locator('.proposed').textContent()).toBe('Proposed: Siehe dort.');
    expect(await refused.locator('.reason').textContent()).toMatch(/^refused merge\/lost-code.*1a2b3-102/);
    expect(await refused.locator('.reason').getAttribute('title')).toMatch(/^Line \d+ of the document with changes$/);
    expect(await refused.locator('.old').count()).toBe(0);
    expect(await page.locator(`${rows}.changed .refusals`).count()).toBe(0);
    await page.locator('#text').fill('dort');
    await page.locator('#count', { hasText: /^1 of 3 segments$/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is written from right to left where the language is', async () => {
    const { page } = await openFixture('language-ar-SA');
    const target = page.locator('td.target').nth(4);
    expect(await target.getAttribute('dir')).toBe('rtl');
    expect(await page.locator('td.source').nth(4).getAttribute('dir')).toBe('ltr');
    // The mark of the list item stands at the right of the Arabic text, and codes do not turn the text around.
    const marker = await target.locator('.marker').boundingBox();
    const text = await target.locator('.text').boundingBox();
    expect(marker?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0) - 1);
    expect(await target.locator('bdi.chip').first().getAttribute('dir')).toBe('ltr');
  });

  it('keeps marks of lists beside their texts, at any depth and width', async () => {
    const cwd = temporaryFolder();
    const items = ['- ', '  - ', '    - ', '1. '].map(
      (mark, index) => `${mark}${pair(`1a2b3-${102 + index}`, 'فتح الباب', 'Open it')}`,
    );
    writeFileSync(join(cwd, 'a.md'), `---\nms.contentlocale: ar-SA\n---\n${items.join('\n')}\n`);
    const file = view(cwd, 'a.md');
    for (const width of [1280, 400]) {
      const { page } = await open(browser, file, { viewport: { width, height: 900 } });
      for (const side of ['source', 'target']) {
        for (const cell of await page.locator(`td.${side}`).all()) {
          const mark = await cell.locator('.marker').boundingBox();
          const text = await cell.locator('.text').boundingBox();
          if (mark === null || text === null) throw new Error('There is no list item.');
          const overlap = Math.min(mark.x + mark.width, text.x + text.width) - Math.max(mark.x, text.x);
          expect(overlap).toBeLessThan(1);
        }
      }
      const border = "getComputedStyle(document.querySelector('td.target')).borderLeftWidth";
      expect(await page.evaluate(border)).toBe(width === 400 ? '0px' : '1px');
    }
  });

  it.runIf(shared !== undefined)('shows the seed with what was recovered', async () => {
    const { page, complaints } = await open(browser, view(temporaryFolder(), join(shared ?? '', 'seed')));
    expect(await page.locator('#count').textContent()).toBe('20 segments');
    expect(await page.locator(`${rows}[data-id="2e935-116"] td.findings code`).allTextContents()).toContain(
      'codes/recovered',
    );
    expect(await page.locator('.chip.lone').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
