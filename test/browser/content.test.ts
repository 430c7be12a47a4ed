import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { hasBrowser, open, startBrowser, view } from './browser.js';

const script = '<script>alert(1)</script><img src=x onerror=alert(2)><!-- <script>';
const link = '[go](javascript:alert(3)) <https://example.org/x> ![i](https://example.org/i.png)';
const closing = '</script><script>alert(4)</script> \u2028 </td></table> &lt;b&gt;';

describe.runIf(hasBrowser)('content of articles', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it('is text and never markup: it runs nothing, asks for nothing, and leads nowhere', async () => {
    const cwd = temporaryFolder();
    const texts = [script, link, closing];
    const pairs = texts.map((text, index) => pair(`1a2b3-${102 + index}`, `${text} Ziel`, `${text} source`));
    const article = `---\ntitle: "</title><script>alert(5)</script>"\nms.contentlocale: de-DE\n---\n${pairs.join('\n\n')}\n`;
    writeFileSync(join(cwd, 'javascript:alert(6).md'), article);
    const { page, requests, complaints } = await open(browser, view(cwd, '.', '--title', `</title>${script}`));
    expect(await page.locator('tr[data-id]').count()).toBe(3);
    // All that the article says is there to be read: as text, in a chip, or in the tooltip of one.
    const said = await page.evaluate<string[]>(`Array.from(document.querySelectorAll('td.source'), (cell) =>
      Array.from(cell.querySelectorAll('.chip'), (chip) => chip.title).join('') + cell.textContent)`);
    expect(said[0]).toContain('<script>');
    expect(said[1]).toContain('](javascript:alert(3))');
    await page.locator('#text').fill('alert');
    await page.locator('mark').first().waitFor();
    for (const chip of await page.locator('.chip').all()) await chip.hover();
    const hrefs = await page.evaluate<(string | null)[]>(
      "Array.from(document.querySelectorAll('a'), (link) => link.getAttribute('href'))",
    );
    expect(hrefs.filter((href) => !/^(?:#|\.\/javascript%3Aalert\(6\)\.md)/.test(href ?? ''))).toEqual([]);
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.locator('img, iframe, object, embed, link:not([rel=icon])').count()).toBe(0);
    // Whatever the page has said or asked for comes before this.
    await page.evaluate('fetch("https://example.org/last").catch(() => console.log("last"))');
    await expect.poll(() => complaints.at(-1)).toBe('log: last');
    expect({ requests, complaints: complaints.filter((text) => !text.includes('/last')) }).toEqual({
      requests: [],
      complaints: ['log: last'],
    });
  });

  it('would be stopped by the policy if it were markup', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), pair('1a2b3-102', 'Eins', 'One'));
    const page = view(cwd, 'a.md', '--trg-lang', 'de-DE');
    const inline = '<script>document.title = "ran"</script><img src="https://example.org/x.png">';
    writeFileSync(page, readFileSync(page, 'utf8').replace('<header>', `${inline}<header>`));
    const opened = await open(browser, page);
    expect(await opened.page.title()).toBe('a.md');
    expect(opened.complaints.filter((text) => /Content Security Policy/.test(text)).length).toBe(2);
    await expect(opened.page.evaluate('document.body.innerHTML = "<p>"')).rejects.toThrow('TrustedHTML');
  });
});
