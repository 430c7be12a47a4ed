import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';
import { root } from '../../vitest.config.js';
import { rowOf } from '../bench/bench.js';
import { hasBrowser, open, startBrowser, view } from '../browser.js';

/** Something that a screen reader speaks: what it is, its name, and the language in which it is spoken. */
interface Spoken {
  readonly role: string;
  readonly name: string;
  readonly language: string;
  readonly description: string;
}

interface Node {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly backendDOMNodeId?: number;
}

/** What is spoken of elements and all that is in them, in the order of the page, by the accessibility tree of the browser. */
async function spokenOf(page: Page, selector: string): Promise<readonly Spoken[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: readonly Node[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const ordered: Node[] = [];
  const visit = (id: string): void => {
    const node = byId.get(id);
    // Boxes of lines have the text of their node.
    if (node === undefined || node.role?.value === 'InlineTextBox') return;
    if (!node.ignored) ordered.push(node);
    for (const child of node.childIds ?? []) visit(child);
  };
  visit(nodes[0]?.nodeId ?? '');
  const spoken: Spoken[] = [];
  for (const { role, name, description, backendDOMNodeId } of ordered) {
    const [own, more] = [name?.value ?? '', description?.value ?? ''];
    if (backendDOMNodeId === undefined || (own.trim() === '' && more === '')) continue;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: backendDOMNodeId });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function (selector) {
        const element = this.nodeType === Node.ELEMENT_NODE ? this : this.parentElement;
        return element?.closest(selector) ? element.closest('[lang]').lang : null;
      }`,
      arguments: [{ value: selector }],
      returnByValue: true,
    });
    if (typeof result.value !== 'string') continue;
    spoken.push({ role: role?.value ?? '', name: own, language: result.value, description: more });
  }
  await session.detach();
  return spoken;
}

const short = ({ role, name, language }: Spoken): string => `${role} ${language}: ${name.trim()}`;

/** Those that are spoken in a language that is not theirs; rows and cells are spoken part by part, a field has its name from elsewhere. */
function wrongOf(spoken: readonly Spoken[]): readonly string[] {
  const ofParts = new Set(['row', 'cell', 'rowheader', 'textbox']);
  const isWrong = ({ name, language }: Spoken): boolean =>
    (/\p{Script=Arabic}/u.test(name) && language !== 'ar-SA') ||
    (/\p{Script=Latin}/u.test(name) && !language.startsWith('en'));
  return spoken.filter((each) => !ofParts.has(each.role) && isWrong(each)).map(short);
}

const header = '---\nms.contentlocale: ar-SA\nms.translationtype: HT\nms.lasthandoff: 01/02/2020\n---\n';

describe.runIf(hasBrowser)('what a screen reader says', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it('of rows, codes and an open target: a name for each, in its language, once', async () => {
    const cwd = temporaryFolder();
    const texts = [
      `# ${pair('1a2b3-102', 'العنوان', 'The title')}`,
      `1. ${pair('1a2b3-103', 'حدد **الأمان** في [البوابة](https://a.example/ar).', 'Select **Security** in the [portal](https://a.example/en).')}`,
      `${pair('1a2b3-104', 'لديك 3 أجهزة.', 'You have 4 devices.')}`,
    ];
    writeFileSync(join(cwd, 'a.md'), `${header}${texts.join('\n\n')}\n`);
    const { page } = await open(browser, view(cwd, 'a.md'));
    const row = await spokenOf(page, 'tr[data-id="1a2b3-103"] > *');
    expect(row.filter(({ role }) => role !== 'cell').map(short)).toEqual([
      'rowheader en: Line 8 , List item',
      'link en: Line 8',
      'StaticText en: Line',
      'StaticText en: 8',
      'StaticText en: , List item',
      'StaticText en-US: Select',
      'image en: bold starts',
      'StaticText en-US: Security',
      'image en: bold ends',
      'StaticText en-US: in the',
      'image en: link starts',
      'StaticText en-US: portal',
      'image en: link ends',
      'StaticText en-US: .',
      'StaticText ar-SA: حدد',
      'image en: bold starts',
      'StaticText ar-SA: الأمان',
      'image en: bold ends',
      'StaticText ar-SA: في',
      'image en: link starts',
      'StaticText ar-SA: البوابة',
      'image en: link ends',
      'StaticText ar-SA: .',
    ]);
    await rowOf(page, '1a2b3-103').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Delete');
    const edited = await spokenOf(page, '.bench');
    expect(edited.map(short).filter((each) => !each.startsWith('StaticText en:'))).toEqual([
      'group en: Correct 1a2b3-103',
      'textbox ar-SA: Target of 1a2b3-103',
      'StaticText ar-SA: حدد الأمان في',
      'image en: link starts',
      'StaticText ar-SA: البوابة',
      'image en: link ends',
      'StaticText ar-SA: .',
      'group en: Codes of the source that are missing',
      'button en: Add bold',
      'button en: Confirm Ctrl+Enter',
      'button en: Reject',
      'button en: Comment',
      'button en: Undo Ctrl+Z',
      'button en: Close Esc',
    ]);
    expect(edited.filter(({ name }) => name.startsWith('Target of')).length).toBe(1);
    expect(await page.evaluate("document.getElementById('target-name').closest('[lang]').lang")).toBe('en');
  });

  it('of a memory, of candidates, of changes and work: each text in its language', async () => {
    const cwd = temporaryFolder();
    const write = (path: string, date: string, target: string, source: string): void =>
      writeFileSync(join(cwd, path), `${header.replace('01/02/2020', date)}${pair('1a2b3-102', target, source)}\n`);
    write('old.md', '01/02/2020', 'تعيين كلمة **مرور** مؤقتة', 'Set a **temporary** password');
    write('new.md', '03/04/2021', 'ضبط كلمة **مرور** مؤقتة', 'Set a **temporary** password');
    writeFileSync(join(cwd, 'english.md'), 'Set a **temporary** password now.\n');
    sspr(['memory', 'old.md', 'new.md', '-f', 'tmx', '-o', 'memory.tmx'], { cwd });
    sspr(['leverage', 'english.md', '-m', 'memory.tmx', '--trg-lang', 'ar-SA', '-o', 'work'], { cwd });
    sspr(['export', 'new.md', '-f', 'xliff', '-o', 'new.xlf'], { cwd });
    const edited = readFileSync(join(cwd, 'new.xlf'), 'utf8').replace('مؤقتة', 'جديدة');
    writeFileSync(join(cwd, 'new.xlf'), edited);
    for (const [args, there] of [
      [['memory.tmx'], '.former'],
      [['work/english.xlf'], '.candidates'],
      [['new.md', '--changes', 'new.xlf'], '.old'],
    ] as const) {
      const { page } = await open(browser, view(cwd, ...args));
      await page.locator(there).waitFor();
      const spoken = await spokenOf(page, 'body');
      expect(spoken.length).toBeGreaterThan(40);
      expect({ there, wrong: wrongOf(spoken) }).toEqual({ there, wrong: [] });
      await page.locator('tr[data-id]').first().focus();
      await page.keyboard.press('x');
      expect(await page.locator('#said').textContent()).toBe('rejected');
      await page.keyboard.press('m');
      await page.keyboard.type('Why?');
      expect({ there, wrong: wrongOf(await spokenOf(page, 'tr[data-id]')) }).toEqual({ there, wrong: [] });
      await page.keyboard.press('Escape');
      expect({ there, wrong: wrongOf(await spokenOf(page, 'tr[data-id]')) }).toEqual({ there, wrong: [] });
    }
  });

  it('does without single keys, and always knows where it is', async () => {
    const { page, complaints } = await open(browser, view(temporaryFolder(), join(root, 'fixtures/reset-portal')));
    const focused = (selector: string): Promise<boolean> =>
      page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`);
    const tabTo = async (selector: string): Promise<void> => {
      for (let press = 0; press < 30 && !(await focused(selector)); press++) await page.keyboard.press('Tab');
      expect({ selector, isFocused: await focused(selector) }).toEqual({ selector, isFocused: true });
    };
    await tabTo('#open-help');
    await page.keyboard.press('Enter');
    // From its top.
    expect(await focused('#help-title')).toBe(true);
    await tabTo('#use-keys');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    expect(await focused('#open-help')).toBe(true);
    await page.keyboard.press('j');
    expect(await focused('#open-help')).toBe(true);
    await tabTo('tr[data-id="4be71-101"]');
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowDown');
    expect(await focused('tr[data-id="4be71-106"]')).toBe(true);
    await page.keyboard.press('ArrowRight');
    expect(await focused('tr[data-id="4be71-106"] td.source .chip')).toBe(true);
    await page.keyboard.press('Enter');
    expect(await focused('.target-field')).toBe(true);
    await page.keyboard.type('!');
    await tabTo('.bench-bar button:nth-child(4)');
    // What is undone cannot be undone again, and the button is no place any more.
    await page.keyboard.press('Enter');
    expect(await focused('.target-field')).toBe(true);
    await page.keyboard.type('!');
    await page.keyboard.press('Control+Enter');
    expect(await focused('tr[data-id="4be71-107"] .target-field')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focused('tr[data-id="4be71-107"]')).toBe(true);
    // One stop in all rows.
    await page.keyboard.press('Tab');
    expect(await focused('#place a')).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await focused('tr[data-id="4be71-107"]')).toBe(true);
    await page.locator('#hand-over').focus();
    await page.keyboard.press('Enter');
    await page.locator('.handed a').waitFor();
    expect(await focused('#hand-over-title')).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#hand-over-dialog').waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });
});
