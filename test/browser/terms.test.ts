import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/cli.js';
import { glossaryOf } from '../support/glossary-of.js';
import { pair } from '../support/pairs.js';
import { hasBrowser, open, pictures, startBrowser, view, violationsOf } from './browser.js';

describe.runIf(hasBrowser)('terms of a glossary', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it('are underlined in both languages, and say by pointer and by keyboard what the glossary has', async () => {
    const cwd = temporaryFolder();
    const glossary = glossaryOf('de-DE', [
      [
        'folder',
        { preferred: ['Ordner'], admitted: ['Mappe'], forbidden: ['Verzeichnis'], definition: 'Holds <b>files</b>.' },
      ],
    ]);
    writeFileSync(join(cwd, 'terms.json'), JSON.stringify(glossary));
    const texts = [
      pair(
        '1a2b3-102',
        'Der **Ordner** und ![ein Bild](a.png) das Verzeichnis',
        'The **folder** and ![a picture](a.png) folder',
      ),
      pair('1a2b3-103', 'Nichts davon', 'Nothing of it'),
    ];
    writeFileSync(join(cwd, 'a.md'), `---\nms.contentlocale: de-DE\n---\n${texts.join('\n\n')}\n`);
    const file = view(cwd, 'a.md', '--glossary', 'terms.json');
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, complaints } = await open(browser, file, { colorScheme, viewport: { width: 900, height: 500 } });
      expect(await page.locator('td.source .term').allTextContents()).toEqual(['folder', 'folder']);
      const targets = page.locator('td.target .term');
      expect(await targets.allTextContents()).toEqual(['Ordner', 'Verzeichnis']);
      expect(await targets.nth(1).getAttribute('class')).toBe('term forbidden');
      const note = page.locator('#term-note');
      expect(await note.isVisible()).toBe(false);
      await targets.nth(1).hover();
      expect(await note.locator('p').first().textContent()).toBe('forbidden term for folder');
      await page.keyboard.press('Escape');
      expect(await note.isVisible()).toBe(false);
      await page.locator('#main').focus();
      await page.keyboard.press('j');
      for (let press = 0; press < 2; press++) await page.keyboard.press('c');
      const focused = page.locator('.term:focus');
      expect(await focused.textContent()).toBe('folder');
      expect(await focused.getAttribute('aria-describedby')).toBe('term-note');
      expect(await note.locator('li').allTextContents()).toEqual([
        'preferred Ordner',
        'admitted Mappe',
        'forbidden Verzeichnis',
      ]);
      expect(await note.locator('li b').first().getAttribute('lang')).toBe('de-DE');
      expect(await note.locator('.definition').textContent()).toBe('Holds <b>files</b>.');
      await page.screenshot({ path: join(pictures, `terms-${colorScheme}.png`) });
      expect({ violations: await violationsOf(page), complaints }).toEqual({ violations: [], complaints: [] });
    }
  });
});
