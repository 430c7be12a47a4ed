// Makes docs/view.png, the picture of the README: `npm run build && node test/browser/picture.mjs`.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '../..');
const target = join(root, 'docs/view.png');
const folder = mkdtempSync(join(tmpdir(), 'sspr-tm-picture-'));
try {
  // With a mark lost in one sentence, so that the picture shows a finding.
  const article = join(folder, 'reset-portal.md');
  copyFileSync(join(root, 'fixtures/reset-portal/input.md'), article);
  writeFileSync(
    article,
    readFileSync(article, 'utf8').replace('**[パスワードのリセット]**', '**[パスワードのリセット]'),
  );
  const cli = join(root, 'dist/command/cli.js');
  execFileSync(process.execPath, [cli, 'view', 'reset-portal.md', '-q'], { cwd: folder });
  const browser = await chromium.launch({
    executablePath: process.env.SSPR_TM_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(pathToFileURL(join(folder, 'review.html')).href);
  await page.locator('tr[data-id="4be71-106"] td.source .chip').first().hover();
  await page.screenshot({ path: target });
  await browser.close();
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`${target}: ${Math.round(statSync(target).size / 1000)} KB`);
