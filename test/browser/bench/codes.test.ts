import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';
import { hasBrowser, open, startBrowser, view } from '../browser.js';
import { changedTargets, dragBefore, handOver, openTarget } from './bench.js';

const text = 'Öffnen Sie **Datei** und neu mit [Hilfe](a.md) jetzt gleich.';

describe.runIf(hasBrowser)('codes of a target', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());
  const start = (): { readonly cwd: string; readonly file: string } => {
    const cwd = temporaryFolder();
    const english = 'Open **File** and `neu` with [help](a.md) right now.';
    const pairs = [
      pair('1a2b3-102', text.replace('neu', '`neu`'), english),
      pair('1a2b3-103', 'Der **Rest**.', 'The **rest**.'),
    ];
    writeFileSync(join(cwd, 'a.md'), `---\nms.contentlocale: de-DE\n---\n${pairs.join('\n\n')}\n`);
    return { cwd, file: view(cwd, 'a.md') };
  };

  it('are dragged, copied, cut, moved and deleted; each edit is undone and done again', async () => {
    const { cwd, file } = start();
    const { page, complaints } = await open(browser, file);
    const field = await openTarget(page, '1a2b3-102');
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const chip = (hasText: string) => field.locator('.chip', { hasText }).first();
    const edits: readonly (readonly [string, () => Promise<void>, string])[] = [
      [
        'dragged',
        () => dragBefore(page, chip('neu'), 'jetzt'),
        'Öffnen Sie **Datei** und  mit [Hilfe](a.md) neujetzt gleich.',
      ],
      [
        'a half dragged',
        () => dragBefore(page, chip(']('), 'gleich'),
        'Öffnen Sie **Datei** und  mit [Hilfe neujetzt ](a.md)gleich.',
      ],
      [
        'moved by keys',
        () => press('Home', 'Alt+ArrowDown', 'Alt+ArrowLeft'),
        'Öffnen Sie** Datei** und  mit [Hilfe neujetzt ](a.md)gleich.',
      ],
      [
        'cut and pasted',
        () =>
          press(
            'Home',
            'Alt+ArrowDown',
            'Alt+ArrowDown',
            'Alt+ArrowDown',
            'Alt+ArrowDown',
            'Control+x',
            'End',
            'Control+v',
          ),
        'Öffnen Sie** Datei** und  mit [Hilfe jetzt ](a.md)gleich.neu',
      ],
      [
        'copied',
        () => press('Alt+ArrowUp', 'Control+c', 'Home', 'Control+v'),
        'neuÖffnen Sie** Datei** und  mit [Hilfe jetzt ](a.md)gleich.neu',
      ],
      [
        'deleted',
        () => press('Home', 'Alt+ArrowDown', 'Alt+ArrowDown', 'Delete'),
        'neuÖffnen Sie Datei und  mit [Hilfe jetzt ](a.md)gleich.neu',
      ],
    ];
    /** What those hear who do not see it. */
    const spoken: Readonly<Record<string, string>> = {
      'moved by keys': 'Moved before “ Datei”.',
      deleted: 'Deleted: bold.',
    };
    const shown: string[] = [text];
    expect(await field.textContent()).toBe(text);
    for (const [name, edit, after] of edits) {
      await edit();
      // What is dragged comes by an event of its own.
      await expect
        .poll(async () => (await field.textContent())?.replaceAll('\u200b', ''), { message: name })
        .toBe(after);
      shown.push(after);
      if (name in spoken) expect(await page.locator('.bench .said').textContent()).toBe(spoken[name]);
    }
    const seen = async (): Promise<string | undefined> => (await field.textContent())?.replaceAll('\u200b', '');
    // Cut and pasted are two edits.
    const steps = shown.toSpliced(4, 0, 'Öffnen Sie** Datei** und  mit [Hilfe jetzt ](a.md)gleich.');
    for (const before of steps.toReversed().slice(1)) {
      await press('Control+z');
      expect(await page.locator('.bench .said').textContent()).toBe('Undone.');
      expect(await seen()).toBe(before);
    }
    for (const after of steps.slice(1)) {
      await press('Control+Shift+z');
      expect(await seen()).toBe(after);
    }
    await press('Escape');
    await handOver(page, cwd, 'XLIFF', 'codes.xlf');
    expect(sspr(['merge', 'a.md', 'codes.xlf', '-o', 'codes.md'], { cwd }).stderr).not.toMatch(/ error /);
    expect(changedTargets(join(cwd, 'a.md'), join(cwd, 'codes.md'))).toEqual(['1a2b3-102']);
    expect(complaints).toEqual([]);
  });

  it('do not cross by the mouse, and what is dropped elsewhere is not moved later', async () => {
    const { file } = start();
    const { page } = await open(browser, file);
    const field = await openTarget(page, '1a2b3-102');
    // Over its own end, and out of the field.
    await dragBefore(page, field.locator('.chip.sc').first(), 'gleich');
    await page.locator('.said', { hasText: 'It cannot go there.' }).waitFor();
    await field.locator('.chip.ph').dragTo(page.locator('#count'));
    await page.evaluate(`{
      const field = document.querySelector('.target-field');
      const { left, top, height } = field.getBoundingClientRect();
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', '<b>neu</b>\\n');
      const at = { clientX: left + 10, clientY: top + height / 2 };
      field.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, ...at }));
    }`);
    expect(await field.textContent()).toContain('<b>neu</b> ');
    expect(await field.locator('b').count()).toBe(0);
    expect((await field.textContent())?.replace('<b>neu</b> ', '').replaceAll('\u200b', '')).toBe(text);
  });

  it('come into another target only where that has their like', async () => {
    const { cwd, file } = start();
    const { page } = await open(browser, file);
    await openTarget(page, '1a2b3-102');
    for (const key of ['Control+a', 'Control+c', 'Escape']) await page.keyboard.press(key);
    const field = await openTarget(page, '1a2b3-103');
    await page.keyboard.press('Control+v');
    expect((await field.textContent())?.replaceAll('\u200b', '')).toBe(
      'Der **Rest**.Öffnen Sie **Datei** und  mit Hilfe jetzt gleich.',
    );
    expect(await page.locator('.said').textContent()).toBe('Codes that cannot stand here were left out.');
    await page.keyboard.press('Escape');
    await handOver(page, cwd, 'XLIFF', 'pasted.xlf');
    const { status, stderr } = sspr(['merge', 'a.md', 'pasted.xlf', '-o', 'pasted.md'], { cwd });
    expect({ status, errors: stderr.match(/ error .*/g) }).toEqual({ status: 0, errors: null });
    expect(changedTargets(join(cwd, 'a.md'), join(cwd, 'pasted.md'))).toEqual(['1a2b3-103']);
  });
});
