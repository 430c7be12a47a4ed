import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../../support/cli.js';
import { root } from '../../vitest.config.js';
import { hasBrowser, open, startBrowser, view } from '../browser.js';
import { changedTargets, dropFiles, handOver, openTarget, rowOf, saidOf, typeAtEnd } from './bench.js';

const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>';
const escaped = evil.replaceAll('<', '&lt;');

describe.runIf(hasBrowser)('a file that is dropped on the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());
  /** A page, and what a tool made of an export: two targets are others. */
  const start = () => {
    const cwd = temporaryFolder();
    copyFileSync(join(root, 'fixtures/reset-portal/input.md'), join(cwd, 'a.md'));
    const file = view(cwd, 'a.md');
    sspr(['export', 'a.md', '-f', 'xliff', '-o', 'out'], { cwd });
    const edited = ['4be71-103', '4be71-105'].reduce(
      (text, id) => text.replace(new RegExp(`(<segment id="${id}"[^]*?<target>)`), (start) => `${start}${escaped}`),
      readFileSync(join(cwd, 'out/a.xlf'), 'utf8'),
    );
    const write = (name: string, content: string | Buffer): string => {
      writeFileSync(join(cwd, name), content);
      return join(cwd, name);
    };
    return { cwd, file, edited, write };
  };

  it('leaves work of two windows with one page as both did it', async () => {
    const { file } = start();
    const { page, complaints } = await open(browser, file);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await rowOf(other, '4be71-103').waitFor();
    await typeAtEnd(page, '4be71-103', ' neu');
    await other.evaluate("window.dispatchEvent(new Event('focus'))");
    await rowOf(other, '4be71-103').locator('.text.worked').waitFor();
    await rowOf(other, '4be71-103').focus();
    await other.keyboard.press('y');
    await page.reload();
    await rowOf(page, '4be71-103').locator('.marks .confirmed').waitFor();
    expect(await rowOf(page, '4be71-103').locator('.text.worked').textContent()).toMatch(/ neu$/);
    expect(complaints).toEqual([]);
  });

  it('gives its targets, and nothing of it runs; an open target is closed before', async () => {
    const { cwd, file, edited, write } = start();
    const { page, requests, complaints } = await open(browser, file);
    await openTarget(page, '4be71-103');
    await dropFiles(page, write('edited.xlf', edited));
    expect(await saidOf(page, 'edited.xlf')).toBe('edited.xlf: 2 segments taken.');
    expect(page.url()).toContain('page.html');
    await page.keyboard.press('Escape');
    expect(await page.locator('.target-field').count()).toBe(0);
    for (const id of ['4be71-103', '4be71-105']) {
      expect(await rowOf(page, id).locator('.text.worked').textContent()).toContain(evil);
    }
    // In an open target, in a comment, and after a reload, it is text as well.
    const field = await openTarget(page, '4be71-103');
    expect(await field.textContent()).toContain(evil);
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await page.keyboard.type(evil);
    await page.keyboard.press('Escape');
    await page.reload();
    await page.locator('.marks .comment').waitFor();
    expect(await page.locator('.marks .comment').textContent()).toBe(`Comment: ${evil}`);
    await handOver(page, cwd, 'XLIFF', 'again.xlf');
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.locator('#main :is(img, script), dialog :is(img, script)').count()).toBe(0);
    expect(sspr(['merge', 'a.md', 'again.xlf', '-o', 'merged.md'], { cwd }).status).toBe(0);
    expect(changedTargets(join(cwd, 'a.md'), join(cwd, 'merged.md'))).toEqual(['4be71-103', '4be71-105']);
    // The comment comes back with the file, as text.
    const other = await open(browser, file);
    await dropFiles(other.page, join(cwd, 'again.xlf'));
    await saidOf(other.page, 'again.xlf');
    expect(await other.page.locator('.marks .comment').textContent()).toBe(`Comment: ${evil}`);
    expect(await other.page.locator('#main :is(img, script)').count()).toBe(0);
    expect({ requests, complaints, others: other.complaints }).toEqual({ requests: [], complaints: [], others: [] });
  });

  it('is refused where it is none, is damaged, or is of another article; what was done stays', async () => {
    const { cwd, file, edited, write } = start();
    const { page, requests, complaints } = await open(browser, file);
    await typeAtEnd(page, '4be71-103', ' Mein');
    const unreadable = 'it is no XLIFF and no TMX that can be read.';
    const dropped = async (name: string, content: string | Buffer): Promise<string> => {
      await dropFiles(page, write(name, content));
      const said = await saidOf(page, name);
      await page.keyboard.press('Escape');
      return said;
    };
    expect(await dropped('a.html', `<p>${evil}</p>`)).toBe(`a.html: ${unreadable}`);
    expect(await dropped('cut.xlf', edited.slice(0, edited.length / 2))).toBe(`cut.xlf: ${unreadable}`);
    expect(await dropped('latin.xlf', Buffer.from(edited, 'latin1'))).toBe(`latin.xlf: ${unreadable}`);
    const other = edited.replaceAll(/<source>/g, '<source>Other ');
    expect(await dropped('other.xlf', other)).toMatch(/^other\.xlf: 0 segments taken, \d+ not of these articles/);
    const lost = edited.replaceAll('4be71-', 'c0ffe-');
    expect(await dropped('ids.xlf', lost)).toMatch(/^ids\.xlf: 0 segments taken, \d+ not of these articles/);
    expect(await page.locator('#hand-over').textContent()).toBe('Hand over (1)');
    // A folder, two files at once, and one in UTF-16: what was done here stays.
    const wide = edited.replace('encoding="UTF-8"', 'encoding="UTF-16"');
    write('wide.xlf', Buffer.from(`\ufeff${wide}`, 'utf16le'));
    await dropFiles(page, join(cwd, 'out'), join(cwd, 'a.md'), join(cwd, 'wide.xlf'));
    expect(await saidOf(page, 'wide.xlf')).toBe(
      `out: ${unreadable} a.md: ${unreadable} wide.xlf: 1 segment taken, 1 left as you have them.`,
    );
    await page.keyboard.press('Escape');
    expect(await rowOf(page, '4be71-103').locator('.text.worked').textContent()).toMatch(/ Mein$/);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  });
});
