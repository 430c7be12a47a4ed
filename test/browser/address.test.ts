import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { hasBrowser, open, startBrowser, view } from './browser.js';

/** Twenty articles about doors: one of them is long, and the last one has other numbers in its target. */
function doors(): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'in'));
  for (let number = 10; number < 30; number++) {
    const texts = Array.from({ length: number === 20 ? 90 : 3 }, (_, line) =>
      pair(`1a2b3-${102 + line}`, `Tür ${number === 29 ? 77 : line}.`, `${line === 2 ? 'Window' : 'Door'} ${line}.`),
    );
    const head = `---\nms.contentlocale: de-DE\n---\n# ${pair('1a2b3-101', `Tür Nr. ${number}`, `The door ${number}`)}`;
    writeFileSync(join(cwd, 'in', `${number}.md`), `${[head, ...texts].join('\n\n')}\n`);
  }
  return view(cwd, 'in');
}

/** What the address says, and what is shown. */
const state = (page: Page): Promise<unknown> =>
  page.evaluate(`({
    address: Object.fromEntries(new URLSearchParams(location.hash.slice(1))),
    count: document.getElementById('count').textContent,
    text: document.getElementById('text').value,
    finding: document.getElementById('finding').value,
    current: document.querySelector('tr[aria-current]')?.dataset.id ?? '',
  })`);

describe.runIf(hasBrowser)('the address of the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it('says what is shown: Back, Forward and a reload keep it, and a link shows it to others', async () => {
    const file = doors();
    const { page, complaints } = await open(browser, file);
    const isShown = async (wanted: object): Promise<void> => {
      await expect.poll(() => state(page), { timeout: 30_000 }).toMatchObject(wanted);
    };
    const length = (): Promise<number> => page.evaluate('history.length');
    const before = await length();
    await page.locator('#text').pressSequentially('door');
    const found = { address: { search: 'door' }, count: '147 of 167 segments', text: 'door' };
    await isShown(found);
    // Letters are no places to go back to.
    expect(await length()).toBe(before);
    await page.locator('#finding').selectOption('check/numbers');
    const chosen = { address: { search: 'door', finding: 'check/numbers' }, text: 'door', finding: 'check/numbers' };
    await isShown(chosen);
    await page.goBack();
    await isShown({ ...found, finding: '' });
    await page.goForward();
    await isShown(chosen);
    await page.goBack();
    await isShown(found);

    // Far down in a list, to an article and back.
    await page.locator('tr[data-id]').last().scrollIntoViewIfNeeded();
    await page.locator('h3 a', { hasText: 'The door 20' }).click();
    await isShown({ address: { search: 'door', article: '20.md' }, count: '90 of 91 segments' });
    await page.goBack();
    await isShown(found);
    await expect.poll(() => page.evaluate<number>('scrollY')).toBeGreaterThan(1000);
    await page.goForward();
    await isShown({ count: '90 of 91 segments' });
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const segment = { address: { article: '20.md', search: 'door', segment: '1a2b3-102' }, current: '1a2b3-102' };
    await isShown(segment);
    await page.reload();
    await isShown(segment);
    const other = await open(browser, file);
    await other.page.goto(page.url());
    await other.page.reload();
    await expect.poll(() => state(other.page)).toMatchObject(segment);
    await page.evaluate('location.hash = "article=gone.md"');
    await page.getByRole('status').filter({ hasText: 'no article gone.md' }).waitFor();
    expect([...complaints, ...other.complaints]).toEqual([]);
  });

  it('leads where somebody goes, whatever the page has to say of the place before meanwhile', async () => {
    const { page, complaints } = await open(browser, doors());
    const goTo = (article: string): string => `location.hash = ${JSON.stringify(`article=${article}`)};`;
    await page.evaluate(goTo('20.md'));
    await page.locator('#main .path', { hasText: '20.md' }).waitFor();
    await page.keyboard.press('j');
    await expect.poll(() => state(page)).toMatchObject({ address: { segment: '1a2b3-101' } });
    // As if it were longer ago than the page waits until it says the next place.
    await page.evaluate('Object.assign(performance, { now: () => 1e9 })');
    const key = 'document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));';
    await page.evaluate(`${goTo('21.md')}${key}`);
    await page.locator('#main .path', { hasText: '21.md' }).waitFor();
    // And a key means what it means there.
    await page.evaluate(`${goTo('24.md')}${key.replace('"j"', '"n"')}`);
    await page.locator('#main .path', { hasText: '25.md' }).waitFor();
    await page.goBack();
    await page.locator('#main .path', { hasText: '24.md' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('leads where somebody goes, whatever becomes of the filter meanwhile', async () => {
    const { page, complaints } = await open(browser, doors());
    const last = { address: { article: '20.md', segment: '1a2b3-190' }, current: '1a2b3-190' };
    const goToLast = 'location.hash = "article=20.md&segment=1a2b3-190";';
    await page.locator('#text').fill('window');
    await expect.poll(() => state(page)).toMatchObject({ count: '20 of 167 segments' });
    // What waits is late: it comes when the test says so.
    await page.evaluate(`{
      const late = new Map();
      let last = 1e6;
      window.setTimeout = (then) => { late.set(++last, then); return last; };
      window.clearTimeout = (id) => late.delete(id);
      window.comeLate = () => late.forEach((then) => then());
    }`);
    await page.evaluate(`document.getElementById('clear').click(); ${goToLast}`);
    await expect.poll(() => state(page)).toMatchObject(last);
    await page.evaluate('comeLate()');
    expect(await state(page)).toMatchObject({ ...last, count: '91 segments', text: '' });

    await page.evaluate("location.hash = ''");
    await expect.poll(() => state(page)).toMatchObject({ count: '167 segments' });
    const choose = "document.getElementById('type').dispatchEvent(new Event('change'));";
    await page.evaluate(`document.getElementById('type').value = 'ht'; ${goToLast} ${choose}`);
    await expect.poll(() => state(page)).toMatchObject({ ...last, count: '91 segments' });
    expect(complaints).toEqual([]);
  });

  it('sorts articles, shows all of what it offers, and groups findings by their rules', async () => {
    const { page, complaints } = await open(browser, doors());
    const order = page.getByRole('navigation', { name: 'Order of articles' });
    const first = page.locator('.articles a').first();
    await order.getByRole('link', { name: 'severity' }).click();
    await first.filter({ hasText: 'The door 29' }).waitFor();
    await order.getByRole('link', { name: 'segments' }).click();
    await first.filter({ hasText: 'The door 20' }).waitFor();
    // The articles beside one are those beside it in the list.
    await first.click();
    await page.locator('#main').press('n');
    await page.locator('h2', { hasText: 'The door 10' }).waitFor();
    await page.keyboard.press('i');
    await order.locator('[aria-current]', { hasText: 'segments' }).waitFor();

    await page.locator('#text').fill('the door');
    await page.getByRole('link', { name: 'and 8 more articles' }).click();
    await expect.poll(() => page.locator('section.offered li').count()).toBe(20);
    await page.goBack();
    await page.getByRole('link', { name: 'and 8 more articles' }).waitFor();

    await page.locator('#main').press('r');
    const rule = page.locator('details', { has: page.locator('summary', { hasText: 'check/numbers' }) });
    expect(await rule.locator('summary').textContent()).toContain('3 warnings');
    await rule.locator('summary').click();
    await expect.poll(() => rule.locator('.places > li').count()).toBe(3);
    await rule.locator('.places a').first().click();
    await expect.poll(() => state(page)).toMatchObject({ current: '1a2b3-102', address: { article: '29.md' } });
    await page.goBack();
    await expect.poll(() => rule.locator('.places > li').count()).toBe(3);
    await rule.getByRole('link', { name: 'Show 3 segments in full' }).click();
    await expect.poll(() => state(page)).toMatchObject({ count: '3 of 167 segments', finding: 'check/numbers' });

    const height = (): Promise<number> => page.evaluate("document.querySelector('tr[data-id]').offsetHeight");
    const before = await height();
    await page.getByRole('button', { name: 'Dense' }).click();
    expect(await height()).toBeLessThan(before);
    expect(complaints).toEqual([]);
  });
});
