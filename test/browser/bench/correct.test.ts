import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';
import { root } from '../../vitest.config.js';
import { hasBrowser, open, pictures, startBrowser, view, violationsOf } from '../browser.js';
import { changedTargets, handOver, openTarget, rowOf, typeAtEnd } from './bench.js';

describe.runIf(hasBrowser)('a target that is corrected', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  const portal = (): { cwd: string; file: string; article: string } => {
    const cwd = temporaryFolder();
    const article = join(cwd, 'a.md');
    copyFileSync(join(root, 'fixtures/reset-portal/input.md'), article);
    return { cwd, article, file: view(cwd, 'a.md') };
  };

  it('ten of them survive a reload, and are merged: these targets differ, and nothing else', async () => {
    const { cwd, article, file } = portal();
    const { page, requests, complaints } = await open(browser, file);
    await page.locator('tr[data-id]').first().waitFor();
    // Texts, by keyboard only.
    for (const id of ['4be71-101', '4be71-103', '4be71-105', '4be71-111']) await typeAtEnd(page, id, ' Neu');
    // A code is moved.
    await openTarget(page, '4be71-107');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Escape');
    // One is deleted, with its other half.
    await openTarget(page, '4be71-108');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    expect(await rowOf(page, '4be71-108').locator('td.target .text.worked .chip').count()).toBe(0);
    // One is copied.
    await openTarget(page, '4be71-109');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+v');
    await page.keyboard.press('Escape');
    expect(await rowOf(page, '4be71-109').locator('td.target .text.worked .chip').count()).toBe(4);
    // A link stays, whatever is deleted.
    await openTarget(page, '4be71-106');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type('X');
    await page.keyboard.press('Escape');
    expect(await rowOf(page, '4be71-106').locator('td.target .text.worked').textContent()).toMatch(/X|\[\]/);
    // One is confirmed with the next in sight, one has a comment, one is rejected.
    await openTarget(page, '4be71-110');
    await page.keyboard.type('!');
    await page.keyboard.press('Control+Enter');
    expect(await page.locator('.bench').getAttribute('aria-label')).toBe('Correct 4be71-111');
    await page.keyboard.press('Escape');
    await rowOf(page, '4be71-112').focus();
    await page.keyboard.press('m');
    await page.keyboard.type('Why?');
    await page.keyboard.press('Escape');
    await typeAtEnd(page, '4be71-113', ' so');
    await page.keyboard.press('x');
    await typeAtEnd(page, '4be71-114', '!');

    await page.reload();
    await page.locator('.marks .rejected').waitFor();
    expect(await page.locator('#hand-over').textContent()).toBe('Hand over (12)');
    expect(await rowOf(page, '4be71-110').locator('.status').textContent()).toBe('confirmed');
    expect(await rowOf(page, '4be71-112').locator('.comment').textContent()).toBe('Comment: Why?');

    // The first of the ten is the title in the front matter.
    const changed = ['103', '105', '106', '107', '108', '109', '110', '111', '114'].map((id) => `4be71-${id}`);
    const xliff = await handOver(page, cwd, 'XLIFF', 'out.xlf');
    const document = readFileSync(xliff, 'utf8');
    expect(document).toContain('<note>Why?</note>');
    expect(document.match(/state="reviewed"/g)?.length).toBe(1);
    expect(document.match(/state="initial" subState="sspr-tm:rejected"/g)?.length).toBe(1);
    const merged = sspr(['merge', 'a.md', 'out.xlf', '-o', 'merged.md'], { cwd });
    expect(merged.stderr).not.toMatch(/ error /);
    expect(merged.status).toBe(0);
    expect(changedTargets(article, join(cwd, 'merged.md'), true)).toEqual(changed);
    expect(readFileSync(join(cwd, 'merged.md'), 'utf8')).toMatch(/^title: .* Neu$/m);

    // Another browser has no such work, and takes it from the file.
    const other = await open(browser, file);
    await other.page.locator('#hand-over').click();
    await other.page.locator('#hand-over-dialog input').setInputFiles(xliff);
    await other.page.locator('#hand-over-dialog', { hasText: '12 segments taken.' }).waitFor();
    expect(await rowOf(other.page, '4be71-112').locator('.comment').textContent()).toBe('Comment: Why?');
    expect(readFileSync(await handOver(other.page, cwd, 'XLIFF', 'again.xlf'), 'utf8')).toBe(document);
    expect(other.complaints).toEqual([]);

    await handOver(page, cwd, 'TMX', 'out.tmx');
    expect(sspr(['merge', 'a.md', 'out.tmx', '-o', 'tmx.md'], { cwd }).status).toBe(0);
    expect(changedTargets(article, join(cwd, 'tmx.md'))).toEqual(changed);
    expect(sspr(['check', 'out.xlf', 'out.tmx'], { cwd }).status).toBe(0);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  });

  it('is text, whatever is typed or pasted', async () => {
    const { cwd, article, file } = portal();
    const { page, requests, complaints } = await open(browser, file);
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    await openTarget(page, '4be71-103');
    await page.keyboard.type(evil);
    await page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/html', ${JSON.stringify(evil)});
      data.setData('text/plain', ${JSON.stringify(`\n${evil}`)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, cancelable: true, bubbles: true }));
    }`);
    await page.keyboard.press('Escape');
    await page.reload();
    await page.locator('.text.worked').waitFor();
    expect(await page.locator('.text.worked').textContent()).toContain(`${evil} ${evil}`);
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.locator('#main img').count()).toBe(0);
    await handOver(page, cwd, 'XLIFF', 'out.xlf');
    expect(sspr(['merge', 'a.md', 'out.xlf', '-o', 'merged.md'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'merged.md'), 'utf8')).toContain('\\<script>');
    expect(changedTargets(article, join(cwd, 'merged.md'))).toEqual(['4be71-103']);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  });

  it('undoes, shows white space, and says why a code stays', async () => {
    const { file } = portal();
    const { page } = await open(browser, file);
    const field = await openTarget(page, '4be71-106');
    const before = await field.textContent();
    await page.keyboard.type('  \u00a0x ');
    expect(await field.locator('.white.space').count()).toBe(3);
    expect(await field.locator('.white.no-break').count()).toBe(1);
    await page.keyboard.press('Control+z');
    expect(await field.textContent()).toBe(before);
    await page.keyboard.press('Control+y');
    expect(await field.locator('.white.space').count()).toBe(3);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Backspace');
    expect(await page.locator('.said').textContent()).toBe('This code must stay: both languages have it.');
    expect(await field.textContent()).toBe(before);
    await page.keyboard.press('Escape');
    expect(await page.locator('#hand-over').textContent()).toBe('Hand over');
  });

  it('is not confirmed while it cannot be written', async () => {
    const { file } = portal();
    const { page } = await open(browser, file);
    await openTarget(page, '4be71-103');
    for (const key of ['Control+a', 'Delete', 'Control+Enter']) await page.keyboard.press(key);
    expect(await page.locator('.bench .said').textContent()).toMatch(/^It cannot be confirmed yet\. ./);
    await page.keyboard.press('Escape');
    await page.keyboard.press('y');
    expect(await page.locator('#said').textContent()).toMatch(/^It cannot be confirmed yet\. ./);
    expect(await rowOf(page, '4be71-103').locator('.marks').textContent()).toBe(
      'An empty target cannot be written into the article.',
    );
  });

  it('takes what an input method composes', async () => {
    const { file } = portal();
    const { page } = await open(browser, file);
    const field = await openTarget(page, '4be71-107');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('ArrowLeft');
    const session = await page.context().newCDPSession(page);
    const chips = await field.locator('.chip').count();
    for (const text of ['h', 'ひ', 'ひだ', 'ひだり']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await session.send('Input.insertText', { text: '左' });
    expect(await field.textContent()).toContain('で、左');
    expect(await field.locator('.chip').count()).toBe(chips);
    await page.keyboard.press('Escape');
    expect(await page.locator('.text.worked').textContent()).toContain('で、左');
  });

  it.each([
    ['ja', 'fixtures/reset-portal', '4be71-106'],
    ['ar', 'fixtures/language-ar-SA', undefined],
  ] as const)('axe finds nothing while a target is edited: %s', async (name, input, id) => {
    const file = view(temporaryFolder(), join(root, input));
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 400, height: 800 },
    ]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page } = await open(browser, file, { viewport, colorScheme });
        const some = id ?? (await page.locator('tr.list-item').nth(1).getAttribute('data-id')) ?? '';
        await typeAtEnd(page, some, ' x');
        await page.keyboard.press('x');
        await page.keyboard.press('m');
        await page.keyboard.type('Why?');
        expect(await violationsOf(page)).toEqual([]);
        await page.screenshot({ path: join(pictures, `bench-${name}-${viewport.width}-${colorScheme}.png`) });
        await page.keyboard.press('Escape');
        expect(await violationsOf(page)).toEqual([]);
        await page.locator('#hand-over').click();
        await page.locator('.handed li').waitFor();
        expect(await violationsOf(page)).toEqual([]);
        const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
      }
    }
  });

  it('work on an earlier version is offered, never lost', async () => {
    const cwd = temporaryFolder();
    const text = (target: string): string =>
      `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', target, 'One')}\n\n${pair('1a2b3-103', 'Zwei', 'Two')}\n`;
    writeFileSync(join(cwd, 'a.md'), text('Eins'));
    const { page } = await open(browser, view(cwd, 'a.md'));
    await typeAtEnd(page, '1a2b3-102', '!');
    await typeAtEnd(page, '1a2b3-103', '!');
    writeFileSync(join(cwd, 'a.md'), text('Ein'));
    view(cwd, 'a.md');
    await page.reload();
    const panel = page.locator('.stale');
    await panel.waitFor();
    expect(await panel.locator('li').textContent()).toContain('Eins!');
    await panel.getByRole('button', { name: 'Keep 1 segment' }).click();
    expect(await rowOf(page, '1a2b3-103').locator('.text.worked').textContent()).toBe('Zwei!');
    // What has no place stays until it is forgotten on purpose, through a reload, too.
    expect(await panel.locator('p').first().textContent()).toMatch(/on it\. 1 segment cannot be placed any more\.$/);
    await page.reload();
    await page.locator('.text.worked').waitFor();
    expect(await panel.locator('li').textContent()).toContain('Eins!');
    await panel.getByRole('button', { name: 'Forget this work' }).click();
    expect(await panel.count()).toBe(0);
    await page.reload();
    await page.locator('.text.worked').waitFor();
    expect(await panel.count()).toBe(0);
    expect(await page.locator('#hand-over').textContent()).toBe('Hand over (1)');
  });

  it('work on two earlier versions is kept once, and the other is counted and stays', async () => {
    const cwd = temporaryFolder();
    const write = (end: string): string => {
      const pairs = [pair('1a2b3-102', 'Eins', 'One'), pair('1a2b3-103', 'Zwei', 'Two'), pair('1a2b3-104', end, 'End')];
      writeFileSync(join(cwd, 'a.md'), `---\nms.contentlocale: de-DE\n---\n${pairs.join('\n\n')}\n`);
      return view(cwd, 'a.md');
    };
    const { page } = await open(browser, write('Ende'));
    await typeAtEnd(page, '1a2b3-102', ' alt');
    await typeAtEnd(page, '1a2b3-103', '!');
    write('Schluss');
    await page.reload();
    await page.locator('.stale').waitFor();
    await typeAtEnd(page, '1a2b3-102', ' neu');
    write('Aus');
    await page.reload();
    await page.locator('.stale').nth(1).waitFor();
    // Whichever is kept first, the other one is said, and there to be read.
    await page.locator('.stale').first().getByRole('button', { name: 'Keep' }).click();
    for (const button of await page.locator('.stale').getByRole('button', { name: 'Keep' }).all()) await button.click();
    const panel = page.locator('.stale');
    expect(await panel.locator('p').first().textContent()).toContain('1 segment has other work by now, which stays.');
    const texts = [await rowOf(page, '1a2b3-102').locator('.text.worked').textContent()];
    texts.push(await panel.locator('li [lang="de-DE"]').textContent());
    expect(texts.sort()).toEqual(['Eins alt', 'Eins neu']);
    expect(await rowOf(page, '1a2b3-103').locator('.text.worked').textContent()).toBe('Zwei!');
    await page.reload();
    await panel.locator('li').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('says so where the browser keeps nothing', async () => {
    const { file } = portal();
    const context = await browser.newContext();
    await context.addInitScript(
      'delete window.indexedDB; Object.defineProperty(window, "indexedDB", { get() { throw new Error("No storage here"); } })',
    );
    const page = await context.newPage();
    await page.goto(`file://${file}`);
    // Whoever only reads loses nothing.
    await rowOf(page, '4be71-106').waitFor();
    expect(await page.locator('#not-kept').count()).toBe(0);
    await typeAtEnd(page, '4be71-106', '!');
    await page.locator('#not-kept', { hasText: 'No storage here' }).waitFor();
  });
});
