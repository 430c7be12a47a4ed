import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Frame, type Page } from 'playwright-core';
import { sspr } from '../support/cli.js';

const executablePath = process.env['SSPR_TM_CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether there is a browser. In CI it is an error where there is none. */
export const hasBrowser: boolean = existsSync(executablePath);
if (!hasBrowser) {
  if (process.env['CI'] !== undefined) throw new Error(`${executablePath} is missing: install chromium.`);
  console.warn(`Skipped: the tests of the review page in a browser, because ${executablePath} is missing.`);
}

/** Where the pictures lie: outside the repository, to be looked at. */
export const pictures: string = join(tmpdir(), 'sspr-tm-view');

/** Starts Chromium, without anything that would ask the network. */
export function startBrowser(): Promise<Browser> {
  mkdirSync(pictures, { recursive: true });
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args });
}

/** A page that is open, and what it did that it should not. */
export interface Opened {
  readonly page: Page;
  /** Addresses that were asked for, besides that of the page. */
  readonly requests: readonly string[];
  /** Errors, warnings, violations of the policy, and dialogues. */
  readonly complaints: readonly string[];
}

/** Opens a page from disk, and listens to all that it does. */
export async function open(browser: Browser, file: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  const address = pathToFileURL(file).href;
  page.on('request', (request) => {
    const url = request.url();
    if (url.split('#')[0] !== address && !url.startsWith('data:')) requests.push(url);
  });
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  await page.locator('main > *').first().waitFor();
  return { page, requests, complaints };
}

/** Writes the review page of inputs with the built command, and gives its path. */
export function view(cwd: string, ...args: readonly string[]): string {
  const { status, stderr } = sspr(['view', ...args, '-o', 'page.html', '--fail-on', 'never'], { cwd });
  if (status !== 0) throw new Error(stderr);
  return join(cwd, 'page.html');
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/**
 * What axe-core finds, in short; the sizes of what is pressed, too (WCAG 2.2, 2.5.8), which it leaves out by default.
 * `colours`: contrast only, for a page that was looked at in other colours already.
 */
export async function violationsOf(page: Page | Frame, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  const which = rules === 'all' ? "rules: { 'target-size': { enabled: true } }" : "runOnly: ['color-contrast']";
  const run = `axe.run({ iframes: false, ${which} })`;
  const { violations } = await page.evaluate<{ violations: Violation[] }>(run);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => html + failureSummary)}`);
}
