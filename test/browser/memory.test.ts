import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { handOver } from './bench/bench.js';
import { hasBrowser, open, pictures, startBrowser, view, violationsOf } from './browser.js';

const rows = '#main tr[data-id]';

/** A folder with articles of two years, and the memory of both. */
function folderWithMemory(format: string): string {
  const cwd = temporaryFolder();
  const write = (path: string, date: string, type: string, pairs: readonly string[]): void => {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    const header = `---\nms.contentlocale: ja-JP\nms.translationtype: ${type}\nms.lasthandoff: ${date}\n---\n`;
    writeFileSync(join(cwd, path), `${header}${pairs.join('\n\n')}\n`);
  };
  write('docs/old.md', '01/02/2020', 'MT', [pair('1a2b3-102', '一時パスワードを設定する', 'Set a temporary password')]);
  write('docs/sub/new.md', '03/04/2021', 'HT', [
    pair('4a5b6-102', '仮パスワードを設定する', 'Set a temporary password'),
    pair('4a5b6-103', 'ユーザーを **選択** します。', 'Select **users** in the list.'),
  ]);
  const { status, stderr } = sspr(['memory', 'docs', '-f', format, '-o', `memory.${format}`], { cwd });
  if (status !== 0) throw new Error(stderr);
  return cwd;
}

describe.runIf(hasBrowser)('what memories know', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it.each(['tmx', 'jsonl'])('is shown of a %s: places, days, former translations, and searched', async (format) => {
    const cwd = folderWithMemory(format);
    const { page, complaints } = await open(browser, view(cwd, `memory.${format}`));
    expect(await page.locator('#count').textContent()).toBe('2 segments');
    await page.locator('#text').fill('一時');
    await page.locator('#count', { hasText: /^1 of 2 segments$/ }).waitFor();
    const entry = page.locator(rows);
    // TMX has no lines.
    const places = format === 'tmx' ? ['Pair', 'Pair 4a5b6-102'] : ['Line', '6'];
    expect(await page.locator('#main th').nth(0).textContent()).toBe(places[0]);
    expect(await entry.locator('th').textContent()).toBe(places[1]);
    expect(await entry.locator('td.target .text').textContent()).toBe('仮パスワードを設定する');
    expect(await entry.locator('.former').textContent()).toBe('Replaced MT of 2020-01-02: 一時仮パスワードを設定する');
    expect(await entry.locator('.former del').allTextContents()).toEqual(['一時']);
    expect(await entry.locator('.former ins').allTextContents()).toEqual(['仮']);
    expect(await entry.locator('.memory .facts > span').first().textContent()).toBe('2021-03-04');
    await entry.locator('.memory summary').click();
    // Who looks at the places does not want to edit, and who edits wants to see them.
    expect(await page.locator('.bench').count()).toBe(0);
    await entry.locator('td.target .text').click();
    expect(await entry.locator('.bench').isVisible()).toBe(true);
    expect(await entry.locator('.former').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await entry.locator('.memory li').first().textContent()).toMatch(/^sub\/new\.md.* 4a5b6-102$/);
    await page.screenshot({ path: join(pictures, `memory-${format}.png`) });
    expect({ violations: await violationsOf(page), complaints }).toEqual({ violations: [], complaints: [] });
  });

  it('is shown of an article that was filled: candidates with scores, penalties by name, and what differs in their sources', async () => {
    const cwd = folderWithMemory('tmx');
    mkdirSync(join(cwd, 'new'));
    const english =
      '# Set a temporary password\n\nSelect **users** in the short list.\n\nSelect users in the list.\n\nNothing is like this one.\n';
    writeFileSync(join(cwd, 'new/a.md'), english);
    const filled = sspr(['leverage', 'new', '-m', 'memory.tmx', '--trg-lang', 'ja-JP', '-o', 'work'], { cwd });
    expect(filled.status, filled.stderr).toBe(0);
    const file = view(cwd, 'work/a.xlf');
    for (const viewport of [
      { width: 1280, height: 700 },
      { width: 400, height: 700 },
    ]) {
      const { page, complaints } = await open(browser, file, { viewport });
      expect(await page.locator(`${rows} td.source .text`).allTextContents()).toEqual([
        'Set a temporary password',
        'Select **users** in the short list.',
        'Select users in the list.',
        'Nothing is like this one.',
      ]);
      const near = page.locator(rows).nth(1).locator('.candidates li').first();
      expect(await near.locator('.facts').textContent()).toMatch(/^\d\d %memory.*memory/);
      expect(await near.locator('.source-diff ins').allTextContents()).toEqual(['short ']);
      // Nothing lacks a partner where there is no target yet.
      expect(await page.locator(rows).nth(1).locator('td.source .chip.lone').count()).toBe(0);
      const plain = page.locator(rows).nth(2).locator('.candidates li').first();
      expect(await plain.locator('.facts').textContent()).toMatch(/−\d+ codes/);
      expect(await plain.locator('.source-diff del').allTextContents()).toEqual(['**', '**']);
      expect(await page.locator(rows).nth(3).locator('.candidates').count()).toBe(0);
      expect(await page.locator(rows).nth(3).locator('th').textContent()).toContain('initial');
      await page.screenshot({ path: join(pictures, `candidates-${viewport.width}.png`) });
      expect({ violations: await violationsOf(page), complaints }).toEqual({ violations: [], complaints: [] });
    }
  });

  it('is taken by keys: a candidate by its number, the first and the next, and without single keys', async () => {
    const cwd = folderWithMemory('tmx');
    mkdirSync(join(cwd, 'new'));
    writeFileSync(join(cwd, 'new/a.md'), 'Select **users** in the short list.\n\nNothing is like this one.\n');
    const args = ['new', '-m', 'memory.tmx', '--trg-lang', 'ja-JP', '-o', 'work'];
    expect(sspr(['leverage', ...args], { cwd }).status).toBe(0);
    // Another tool has put a second candidate there.
    const more =
      '<mtc:match ref="#all" matchQuality="50"><source>Select a list.</source><target>一覧を選択</target></mtc:match>';
    const filled = readFileSync(join(cwd, 'work/a.xlf'), 'utf8');
    const id = /<mtc:match[^>]* ref="([^"]+)"/.exec(filled)?.[1] ?? '';
    writeFileSync(
      join(cwd, 'work/a.xlf'),
      filled.replace('</mtc:matches>', `${more.replace('#all', id)}</mtc:matches>`),
    );
    const file = view(cwd, 'work/a.xlf');
    const { page, complaints } = await open(browser, file);
    const focused = (selector: string): Promise<boolean> =>
      page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`);
    const row = page.locator(rows).first();
    const field = row.locator('.target-field');
    const said = row.locator('.said');
    const first = await row.locator('.candidates li').first().locator('[lang="ja-JP"]').textContent();
    await row.focus();
    await page.keyboard.press('2');
    expect(await field.textContent()).toBe('一覧を選択');
    expect(await said.textContent()).toBe('Candidate 2 of 2, 50 %: taken.');
    expect(await focused('.target-field')).toBe(true);
    await page.keyboard.press('Alt+Enter');
    expect(await field.textContent()).toBe(first);
    expect(await field.locator('.chip').count()).toBe(2);
    await page.keyboard.press('Alt+Enter');
    expect(await field.textContent()).toBe('一覧を選択');
    await page.keyboard.press('Control+z');
    await page.keyboard.type('!');
    // What was edited starts again.
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.press('Alt+Enter');
    expect(await field.textContent()).toBe('一覧を選択');
    await page.keyboard.press('Escape');
    for (const key of ['3', 'Alt+Enter']) {
      await page
        .locator(rows)
        .nth(key === '3' ? 0 : 1)
        .focus();
      await page.keyboard.press(key);
      expect(await page.locator('#said').textContent()).toBe(
        key === '3' ? 'There is no candidate 3' : 'There is no candidate',
      );
      expect(await page.locator('.bench').count()).toBe(0);
    }

    await page.locator('#open-help').click();
    expect(await page.locator('#keys').textContent()).toContain('take the translation candidate');
    await page.locator('#use-keys').uncheck();
    await page.keyboard.press('Escape');
    await row.focus();
    await page.keyboard.press('1');
    expect(await page.locator('.bench').count()).toBe(0);
    await page.keyboard.press('Tab');
    expect(await focused('.take')).toBe(true);
    await page.keyboard.press('Enter');
    expect(await field.textContent()).toBe(first);
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Escape');
    // One stop in all rows, and its candidates.
    expect(await page.locator(`${rows}[tabindex="0"], .take[tabindex="0"]`).count()).toBe(1);
    const xliff = await handOver(page, cwd, 'XLIFF', 'taken.xlf');
    expect(sspr(['merge', 'new', xliff, '-o', 'merged'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'merged/a.md'), 'utf8')).toContain(first?.replaceAll(' ', '').slice(0, 4));
    expect(complaints).toEqual([]);
  });

  it('has no column for places where there are none', async () => {
    const cwd = temporaryFolder();
    const unit = '<tu><tuv xml:lang="en-US"><seg>One</seg></tuv><tuv xml:lang="ar-SA"><seg>واحد</seg></tuv></tu>';
    writeFileSync(join(cwd, 'm.tmx'), `<tmx version="1.4"><header srclang="en-US"/><body>${unit}</body></tmx>`);
    const file = view(cwd, 'm.tmx');
    for (const width of [1280, 400]) {
      const { page } = await open(browser, file, { viewport: { width, height: 700 } });
      await page.evaluate('location.hash = "search=one"');
      const row = page.locator(rows);
      await row.waitFor();
      expect(await page.getByRole('rowheader', { name: 'Entry' }).count()).toBe(1);
      const [all, source] = [await row.boundingBox(), await row.locator('td.source').boundingBox()];
      expect(source?.x).toBe(all?.x);
      await page.screenshot({ path: join(pictures, `memory-bare-${width}.png`) });
      expect(await violationsOf(page)).toEqual([]);
    }
  });

  it('is handed over as TMX, by which `merge` finds it', async () => {
    const cwd = folderWithMemory('tmx');
    const { page, complaints } = await open(browser, view(cwd, 'memory.tmx'));
    await page.locator(rows).first().press('y');
    await page.click('#hand-over');
    await page.waitForSelector('#hand-over-formats button');
    expect(await page.locator('#hand-over-formats button').allTextContents()).toEqual(['TMX']);
    expect(complaints).toEqual([]);
  });

  it('is shown of an article that was filled as XLIFF 1.2', async () => {
    const cwd = folderWithMemory('tmx');
    mkdirSync(join(cwd, 'new'));
    writeFileSync(join(cwd, 'new/a.md'), '# Set a temporary password\n\nSelect **users** in the short list.\n');
    const args = ['-m', 'memory.tmx', '--trg-lang', 'ja-JP', '-f', 'xliff1.2', '-o', 'work'];
    expect(sspr(['leverage', 'new', ...args], { cwd }).status).toBe(0);
    const { page, complaints } = await open(browser, view(cwd, 'work/a.xlf'));
    await page.evaluate('location.hash = "article=a.md"');
    const near = page.locator(rows).nth(1).locator('.candidates li').first();
    expect(await near.locator('.facts').textContent()).toMatch(/^\d\d %near.*memory/);
    expect(await near.locator('.source-diff ins').allTextContents()).toEqual(['short ']);
    expect(complaints).toEqual([]);
  });

  it('is no page where nothing is in it, or where articles stand beside it', () => {
    const cwd = folderWithMemory('tmx');
    writeFileSync(join(cwd, 'empty.tmx'), '<tmx version="1.4"><header srclang="en-US"/><body></body></tmx>');
    const empty = sspr(['view', 'empty.tmx', '-o', 'page.html'], { cwd });
    expect({ status: empty.status, stderr: empty.stderr }).toMatchObject({ status: 1 });
    expect(empty.stderr).toContain('input/no-pairs');
    const mixed = sspr(['view', 'memory.tmx', 'docs', '-o', 'page.html'], { cwd });
    expect(mixed.status).toBe(2);
    const same = sspr(['view', 'memory.tmx', '-o', 'memory.tmx'], { cwd });
    expect(same.status).toBe(2);
  });
});
