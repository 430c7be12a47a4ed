// Prints how large the page that needs no installation is, and how long it takes in Chromium to read, show and export an
// article of a megabyte.
//
// usage: node test/bench/try.bench.mjs [ARTICLE…]
//
// ARTICLE: taken in place of the one that is made of the bundled article. Build first. The browser is /usr/bin/chromium, or
// SSPR_TM_CHROMIUM.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '../..');
const file = join(root, 'dist/try.html');
const folder = mkdtempSync(join(tmpdir(), 'sspr-tm-bench-'));

/** The bundled article again and again, with other ids, up to a megabyte. */
function largeArticle() {
  const [, header = '', body = ''] = /^(---\n.*?\n---\n)(.*)$/s.exec(
    readFileSync(join(root, 'fixtures/reset-portal/input.md'), 'utf8'),
  );
  let text = header;
  for (let number = 0; Buffer.byteLength(text) < 1_000_000; number++) {
    text += `${body.replaceAll('"4be71-', `"${number.toString(16).padStart(5, '0')}-`)}\n`;
  }
  const path = join(folder, 'large.md');
  writeFileSync(path, text);
  return path;
}

const say = (what, value) => console.log(`${what.padEnd(44)} ${value}`);
const bytes = readFileSync(file);
say(
  'size of the page',
  `${bytes.length.toLocaleString('en-US')} bytes, ${gzipSync(bytes).length.toLocaleString('en-US')} with gzip`,
);

const executablePath = process.env.SSPR_TM_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
const named = process.argv.slice(2).map((path) => resolve(path));
for (const article of named.length === 0 ? [largeArticle()] : named) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const start = performance.now();
  await page.goto(pathToFileURL(file).href);
  say('open', `${Math.round(performance.now() - start)} ms`);
  // From the choice of the file until the pairs are counted and the first rows stand in the frame.
  await page.evaluate(`document.getElementById('files').addEventListener('change', () => { globalThis.begin = performance.now(); }, true);
    new MutationObserver(() => { globalThis.wasRead ??= performance.now() }).observe(document.getElementById('result-name'), { childList: true })`);
  await page.locator('#files').setInputFiles(article);
  await page.frameLocator('#review').locator('tr[data-id]').first().waitFor();
  const took = await page.evaluate('[wasRead - begin, performance.now() - begin]');
  const size = readFileSync(article).length.toLocaleString('en-US');
  say(`${size} bytes: read, checked`, `${Math.round(took[0])} ms   ${await page.locator('#summary').textContent()}`);
  say('  first rows', `${Math.round(took[1])} ms`);
  for (const format of ['xliff', 'tmx']) {
    await page.evaluate(
      'globalThis.link = undefined; globalThis.click = HTMLAnchorElement.prototype.click; HTMLAnchorElement.prototype.click = function () { globalThis.written = performance.now(); globalThis.click.call(this); }',
    );
    await page.evaluate('globalThis.begin = performance.now()');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.evaluate(`document.querySelector('button[data-format="${format}"]').click()`),
    ]);
    const length = readFileSync(await download.path()).length.toLocaleString('en-US');
    say(`  ${format}`, `${Math.round(await page.evaluate('written - begin'))} ms   ${length} bytes`);
    await page.evaluate('HTMLAnchorElement.prototype.click = globalThis.click');
  }
  await page.close();
}
await browser.close();
rmSync(folder, { recursive: true });
