import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formats } from '../../src/write/formats.js';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { root } from '../vitest.config.js';
import { hasBrowser, type Opened, open, pictures, startBrowser, violationsOf } from './browser.js';

const file = join(root, 'dist/try.html');
const example = join(root, 'fixtures/reset-portal/input.md');

/** All files of a folder, by their paths in it. */
function filesIn(folder: string): Record<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}

/** What the page hands over: one file, or those of an archive. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<Record<string, Buffer>> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const bytes = readFileSync(await download.path());
  const name = download.suggestedFilename();
  if (!name.endsWith('.zip')) return { [name]: bytes };
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, each]) => [path, Buffer.from(each)]));
}

async function downloadFormat(page: Page, format: string): Promise<Record<string, Buffer>> {
  const button = page.locator(`button[data-format="${format}"]`);
  if ((await button.count()) > 0) return downloaded(page, () => button.click());
  await page.getByLabel('Another format').selectOption(format);
  return downloaded(page, () => page.getByRole('button', { name: 'Download', exact: true }).click());
}

async function exported(cwd: string, input: string, ...args: string[]): Promise<Record<string, Buffer>> {
  const out = join(temporaryFolder(), 'out');
  const { status, stderr } = sspr(['export', input, ...args, '-o', out, '--fail-on', 'never'], { cwd });
  // 3: some articles cannot be read.
  if (status !== 0 && status !== 3) throw new Error(stderr);
  return filesIn(out);
}

/** The review page in its frame, once it shows something. */
async function reviewOf(page: Page): Promise<Frame> {
  const frame = await (await page.locator('#review').elementHandle())?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('The page has no frame.');
  await frame.locator('#main > *').first().waitFor();
  return frame;
}

/** Requests but for documents of its own. */
const outside = ({ requests }: Opened): readonly string[] => requests.filter((url) => !url.startsWith('blob:'));

async function violationsInFrames(page: Page): Promise<string[]> {
  // Before there is something to review, the frame is hidden, and empty.
  const frames = page.frames().filter((each) => each.url() !== 'about:blank');
  return (await Promise.all(frames.map((frame) => violationsOf(frame)))).flat();
}

describe.runIf(hasBrowser)('the page that needs no installation', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  const openPage = (options?: Parameters<typeof open>[2]): Promise<Opened> => open(browser, file, options);

  it('shows its example with one click, and hands over the bytes that the command writes', async () => {
    const opened = await openPage();
    const { page } = opened;
    await page.getByRole('button', { name: 'Show an example' }).click();
    const review = await reviewOf(page);
    expect(await review.locator('#count').textContent()).toBe('19 segments');
    expect(await page.locator('#summary').textContent()).toBe('18 pairs · ja-JP');
    for (const format of ['xliff', 'tmx']) {
      expect(await downloadFormat(page, format)).toEqual(await exported(dirname(example), example, '-f', format));
    }
    const [html] = Object.values(await downloadFormat(page, 'review'));
    expect(html?.toString()).toContain('Content-Security-Policy');
    expect({ outside: outside(opened), complaints: opened.complaints }).toEqual({ outside: [], complaints: [] });
  });

  it('reads a folder as the command does: carriers, languages by path, damage; in every format', async () => {
    const cwd = temporaryFolder();
    const german = 'ms.contentlocale: de-DE\nms.translationtype: HT';
    const tree: Record<string, string | Buffer> = {
      'a.md': `---\n${german}\n---\n# ${pair('1a2b3-102', '**Fett** und &amp;', '**Bold** and &amp;')}\n`,
      'a.xml': `<p>${pair('1a2b3-103', 'Eins &lt; zwei', 'One &lt; two')}</p>\n`,
      'sub/b.yml': `title: ${pair('1a2b3-104', 'Drei: vier', 'Three: four')}\n`,
      'sub/bom.md': `\ufeff${pair('1a2b3-105', 'Fünf', 'Five')}\r\n`,
      'ja-JP/c.md': pair('1a2b3-106', '日本語のかな', 'Japanese'),
      'ja-JP/d.md': pair('1a2b3-107', 'только русский текст', 'Russian only'),
      'damaged.md': Buffer.from(
        `---\n${german}\n---\n${pair('1a2b3-108', 'Gr\u00fc\u00dfe', 'Greetings')}\n\n${pair('1a2b3-109', 'Heil', 'Whole')}\n`,
        'latin1',
      ),
      '\u{1f600}.md': `---\n${german}\n---\n${pair('1a2b3-110', 'Nach \uff5e', 'After')}\n`,
      '\uff5e.md': `---\n${german}\n---\n${pair('1a2b3-111', 'Vor', 'Before')}\n`,
      'no-pairs.md': '# Only English\n',
      'notes.txt': pair('1a2b3-112', 'kein Artikel', 'no article'),
      'wide.md': Buffer.from(`\ufeff${pair('1a2b3-113', 'Breit', 'Wide')}`, 'utf16le'),
    };
    for (const [path, content] of Object.entries(tree)) {
      mkdirSync(join(cwd, 'docs.de-DE', dirname(path)), { recursive: true });
      writeFileSync(join(cwd, 'docs.de-DE', path), content);
    }
    const opened = await openPage();
    const { page } = opened;
    await page.locator('#folder').setInputFiles(join(cwd, 'docs.de-DE'));
    await (await reviewOf(page)).locator('.tile').first().waitFor();
    expect(await page.locator('#summary').textContent()).toBe('10 pairs · 2 of them left out · de-DE, ja-JP');
    for (const format of Object.keys(formats)) {
      const own = await downloadFormat(page, format);
      const theirs = await exported(cwd, 'docs.de-DE', '-f', format);
      expect(Object.keys(own).sort(), format).toEqual(Object.keys(theirs).sort());
      for (const [name, bytes] of Object.entries(theirs))
        expect(own[name]?.equals(bytes), `${format} ${name}`).toBe(true);
    }
    await page.locator('summary', { hasText: 'Messages' }).click();
    const said = await page.locator('.messages li').allTextContents();
    expect(said.filter((text) => /^wide\.md:1:1 error input\/utf-16/.test(text)).length).toBe(1);
    expect(said.filter((text) => /^ja-JP\/d\.md error language\/missing.*script of ja-JP/.test(text)).length).toBe(1);
    await page
      .getByRole('button', { name: /^damaged\.md:/ })
      .first()
      .click();
    await page.frameLocator('#review').locator('tr[aria-current][data-id="1a2b3-108"]').waitFor();
    expect({ outside: outside(opened), complaints: opened.complaints }).toEqual({ outside: [], complaints: [] });
  });

  it('takes what is pasted, asks for what is missing, and runs nothing of it', async () => {
    const opened = await openPage();
    const { page } = opened;
    const script = '<script>alert(1)</script><img src=x onerror=alert(2)></script><!--';
    await page.getByLabel('Paste an article').fill(`# No pairs ${script}`);
    await page.getByRole('button', { name: 'Show the pairs' }).click();
    await page.locator('.messages li', { hasText: 'input/no-pairs' }).waitFor();
    expect(await page.locator('#result').isVisible()).toBe(false);
    await page.getByLabel('Paste an article').fill(`One\n<span data-ttu-id="1a2b3-101">Zwei ${script}</span>`);
    await page.getByRole('button', { name: 'Show the pairs' }).click();
    await page.locator('.messages li', { hasText: /^pasted\.md:2:1 error pair\/unmatched-target/ }).waitFor();

    const text = pair('1a2b3-101', `Zwei ${script}`, `Two ${script}`);
    await page.getByLabel('Paste an article').fill(text);
    await page.getByRole('button', { name: 'Show the pairs' }).click();
    const review = await reviewOf(page);
    expect(await review.locator('tr[data-id]').count()).toBe(1);
    expect(await page.locator('button[data-format="tmx"]').isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Other articles' }).click();
    expect(await page.getByLabel('Paste an article').inputValue()).toBe(text);
    await page.locator('summary', { hasText: 'Languages' }).click();
    await page.getByLabel('Target of articles that name none').fill('deutsch!');
    await page.getByRole('button', { name: 'Show the pairs' }).click();
    expect(await page.locator('#trg-lang-wrong').textContent()).toContain('deutsch! is no language');
    await page.getByLabel('Target of articles that name none').fill('de-de');
    await page.getByRole('button', { name: 'Show the pairs' }).click();
    await page.locator('#summary', { hasText: '1 pair · de-DE' }).waitFor();
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'pasted.md'), text);
    expect(await downloadFormat(page, 'tmx')).toEqual(
      await exported(cwd, 'pasted.md', '-f', 'tmx', '--trg-lang', 'de-DE'),
    );
    expect({ outside: outside(opened), complaints: opened.complaints }).toEqual({ outside: [], complaints: [] });
    await expect(page.evaluate('document.body.innerHTML = "<p>"')).rejects.toThrow('TrustedHTML');
  });

  it('takes files that are dropped, and is used by keyboard alone', async () => {
    const opened = await openPage();
    const { page } = opened;
    const drop = `(text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.md'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }`;
    await page.evaluate(`(${drop})(${JSON.stringify(readFileSync(example, 'utf8'))})`);
    await page.locator('#result-name', { hasText: 'dropped.md' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const [tmx] = Object.keys(await downloaded(page, () => page.keyboard.press('Enter')));
    expect(tmx).toBe('en-US_ja-JP.tmx');
    for (let press = 0; press < 3; press++) await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('again');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('article');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#result-name:focus', { hasText: 'input.md' }).waitFor();
    // From the bar into the review page, where its keys work: it starts with the way to its content.
    const review = page.frameLocator('#review');
    await review.locator('#name', { hasText: 'input.md' }).waitFor();
    await review.locator('tr[data-id]').first().waitFor();
    for (let press = 0; press < 6; press++) await page.keyboard.press('Tab');
    await review.locator('#skip:focus').waitFor();
    await page.keyboard.press('Enter');
    await review.locator('#main:focus tr[data-id]').first().waitFor();
    await page.keyboard.press('j');
    await review.locator('tr[aria-current]').waitFor();
    expect(outside(opened)).toEqual([]);
  });

  const sizes = [
    { width: 1280, height: 900 },
    { width: 400, height: 800 },
  ];
  const cases = sizes.flatMap((viewport) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
  );
  it.each(cases)('is accessible at $viewport.width, $colorScheme', async ({ viewport, colorScheme }) => {
    const { page } = await openPage({ viewport, colorScheme });
    const look = async (name: string): Promise<void> => {
      await page.screenshot({ path: join(pictures, `try-${name}-${viewport.width}-${colorScheme}.png`) });
      expect(await violationsInFrames(page)).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    };
    await page.locator('summary', { hasText: 'Languages' }).click();
    await look('start');
    const damaged = readFileSync(join(root, 'fixtures/damaged-markdown/input.md'), 'utf8');
    await page.getByLabel('Paste an article').fill(`${damaged}\n<span data-ttu-id="1a2b3-999">allein</span>\n`);
    await page.getByRole('button', { name: 'Show the pairs' }).click();
    await reviewOf(page);
    expect(await page.evaluate<number>("document.getElementById('bar').offsetHeight")).toBeLessThan(120);
    await page.locator('summary', { hasText: 'Messages' }).click();
    await look('result');
  });
});
