// Prints how long a review page takes in Chromium: to open, to filter, to search, and how much memory it has; and whether it
// stays fluid while it is scrolled.
//
// usage: node test/bench/page.bench.mjs PAGE.html [PICTURES]
//
// PICTURES: a folder for pictures of the page. The browser is /usr/bin/chromium, or SSPR_TM_CHROMIUM.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [file, pictures] = process.argv.slice(2);
const executablePath = process.env.SSPR_TM_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
const url = pathToFileURL(resolve(file)).href;

/** What happens in the page until a condition holds, in milliseconds by its own clock. */
const timed = (action, condition) => `new Promise((resolve) => {
  const start = performance.now();
  ${action};
  const look = () => (${condition}) ? requestAnimationFrame(() => resolve(Math.round(performance.now() - start))) : setTimeout(look, 1);
  look();
})`;
const count = "document.getElementById('count').textContent";
const select = (id, value) => `const field = document.getElementById('${id}');
  field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event('change'))`;
const searches = (text, way = 'words', side = 'both') => `const field = document.getElementById('text');
  document.getElementById('way').value = ${JSON.stringify(way)};
  document.getElementById('side').value = ${JSON.stringify(side)};
  field.value = ${JSON.stringify(text)}; field.form.requestSubmit()`;
const rows = "document.querySelector('tr[data-id]') !== null";
const isDone = `!${count}.includes('…')`;

/** The memory of the process that has the page, in megabytes; where the system says it. */
function memoryOf(kind) {
  const ofAll = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) return 0;
        return Number(new RegExp(`${kind}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
      } catch {
        return 0;
      }
    });
  return Math.round(ofAll.reduce((most, each) => Math.max(most, each), 0) / 1024);
}

async function open(size = { width: 1280, height: 900 }, colorScheme = 'light') {
  const page = await browser.newPage({ viewport: size, colorScheme });
  page.on('console', (message) => console.log(message.text()));
  page.on('pageerror', (error) => console.log(error.message));
  const start = performance.now();
  await page.goto(url);
  await page.locator('#main > *').first().waitFor();
  return { page, took: Math.round(performance.now() - start) };
}

const say = async (page, what, took) => {
  console.log(`${what.padEnd(44)} ${String(took).padStart(6)} ms   ${await page.evaluate(count)}`);
};
const { page, took } = await open();
await say(page, 'open', took);
console.log(`memory: ${memoryOf('VmRSS')} MB`);
const filters = [
  ['type', 'ht'],
  ['type', ''],
  ['finding', 'any'],
  ['finding', 'warning'],
  ['finding', ''],
];
for (const [id, value] of filters) {
  const before = await page.evaluate(count);
  const changes = `${count} !== ${JSON.stringify(before)}`;
  await say(page, `filter ${id}=${value}, counted`, await page.evaluate(timed(select(id, value), changes)));
  if (value !== '') await say(page, '  first rows', await page.evaluate(timed('', rows)));
}
for (const [text, way, side] of [
  ['garbage collector'],
  ['azure'],
  ['the'],
  ['zzz no such text'],
  ['a'],
  ['必要'],
  ['azure the portal in'],
  ['the portal', 'exact'],
  ['azure', 'words', 'target'],
  ['[0-9]+ (days|hours)', 'regex'],
]) {
  const hits = `${rows} || ${isDone}`;
  const first = `${timed(searches(text, way, side), hits)}`;
  await say(page, `search "${text}" ${way ?? ''} ${side ?? ''}, first rows`, await page.evaluate(first));
  await say(page, '  all', await page.evaluate(timed('', isDone)));
}
console.log(`memory: ${memoryOf('VmRSS')} MB, of its own ${memoryOf('RssAnon')} MB, the most ${memoryOf('VmHWM')} MB`);
await page.evaluate("document.getElementById('clear').click()");
await page.evaluate(timed('', "document.querySelector('#totals') !== null"));
const status = "document.querySelector('main [role=status]')";
for (const [what, hash, condition] of [
  ['findings by rule', 'view=rules', "document.querySelector('#rules') !== null"],
  ['translations of a source', 'source=Note', `/ in /.test(${status}?.textContent)`],
  ['articles by severity', 'sort=severity', "document.querySelector('.articles.flat') !== null"],
  ['articles by name', 'sort=name', "document.querySelector('.sorts [aria-current]')?.textContent === 'name'"],
]) {
  await say(page, what, await page.evaluate(timed(`location.hash = '${hash}'`, condition)));
}
await page.evaluate(timed("location.hash = 'view=rules'", "document.querySelector('#rules') !== null"));
const places = "document.querySelector('.places > li:not([aria-busy])') !== null";
const opened = "document.querySelector('details:has(summary .warning), details').querySelector('summary').click()";
await say(page, '  a rule opened', await page.evaluate(timed(opened, places)));
await page.evaluate(timed("location.hash = 'finding=any'", rows));
/**
 * Scrolls by a third of the window in each frame: how far, the most time between two frames, those that took more than 50 ms,
 * and those in which a place of the window had no row that should have one.
 */
const scroll = `new Promise((resolve) => {
  let last = performance.now();
  let longest = 0;
  let slow = 0;
  let empty = 0;
  let frame = 0;
  const hasRow = (y) => {
    const element = document.elementFromPoint(innerWidth / 2, y);
    if (element?.closest('.more, tbody, table') === element) return false;
    // Between the articles there is none, and below the last one.
    return element?.closest('section.article') !== null || y < (document.querySelector('section.article:last-of-type')?.getBoundingClientRect().bottom ?? 0);
  };
  const step = () => {
    const now = performance.now();
    if (frame > 0) longest = Math.max(longest, now - last);
    if (frame > 0 && now - last > 50) slow++;
    last = now;
    if (![0.25, 0.5, 0.75].every((part) => hasRow(innerHeight * part))) empty++;
    const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    if (frame++ === 300 || (isAtEnd && frame > 20)) return resolve({ longest: Math.round(longest), slow, empty, frames: frame, y: Math.round(scrollY) });
    scrollBy(0, innerHeight / 3);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;
const sayScroll = async (what) => {
  const { longest, slow, empty, frames, y } = await page.evaluate(scroll);
  await say(page, `scroll ${what}, ${y} pixels: longest frame`, longest);
  console.log(`  of ${frames} frames: ${slow} over 50 ms, ${empty} without a row`);
};
await sayScroll('what was found');
const all = await page.evaluate(`(() => {
  const { index, articles } = JSON.parse(document.getElementById('data').textContent);
  const lengthOf = ({ segments, units }) => segments ?? units.reduce((sum, unit) => sum + unit.segments.length, 0);
  return (index?.articles ?? articles).map((article) => ({ path: article.path, segments: lengthOf(article) }));
})()`);
const path = all.at(-1)?.path;
if (path !== undefined) {
  const hash = `location.hash = new URLSearchParams({ article: ${JSON.stringify(path)} })`;
  await say(page, 'open the last article', await page.evaluate(timed(hash, rows)));
}
const longestArticle = all.reduce((most, each) => (each.segments > most.segments ? each : most));
const longestHash = `location.hash = new URLSearchParams({ article: ${JSON.stringify(longestArticle.path)} })`;
const isOpen = `document.querySelector('.segments')?.getAttribute('aria-label') === ${JSON.stringify(longestArticle.path)}`;
await say(page, 'open the longest article', await page.evaluate(timed(longestHash, `${rows} && ${isOpen}`)));
await sayScroll('it');
await page.close();
if (pictures !== undefined) {
  mkdirSync(pictures, { recursive: true });
  for (const width of [1280, 400]) {
    for (const colorScheme of ['light', 'dark']) {
      const { page: shown } = await open({ width, height: 900 }, colorScheme);
      await shown.screenshot({ path: join(pictures, `index-${width}-${colorScheme}.png`) });
      await shown.evaluate(timed(searches('azure'), isDone));
      await shown.screenshot({ path: join(pictures, `search-${width}-${colorScheme}.png`) });
      await shown.close();
    }
  }
}
await browser.close();
