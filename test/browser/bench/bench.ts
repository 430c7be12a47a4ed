import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { sspr } from '../../support/cli.js';
import { articleOf, pairsOf } from '../../support/pairs.js';

/** The row of a segment. */
export function rowOf(page: Page, id: string): Locator {
  return page.locator(`#main tr[data-id="${id}"]`);
}

/** Shows a segment in its article. */
export async function goTo(page: Page, article: string, segment: string): Promise<void> {
  await page.evaluate(`location.hash = new URLSearchParams(${JSON.stringify({ article, segment })})`);
  await page.locator('#main .path', { hasText: article }).waitFor();
  await rowOf(page, segment).waitFor();
}

/** Opens the target of a segment by the keyboard. */
export async function openTarget(page: Page, id: string): Promise<Locator> {
  await rowOf(page, id).focus();
  await page.keyboard.press('Enter');
  const field = rowOf(page, id).getByRole('textbox', { name: `Target of ${id}` });
  await field.waitFor();
  return field;
}

/** Opens a target, types at its end, and leaves it. */
export async function typeAtEnd(page: Page, id: string, text: string): Promise<void> {
  await openTarget(page, id);
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
}

/** Hands over, and gives the path of what was written. `format`: the name of the button. */
export async function handOver(page: Page, folder: string, format: string, name: string): Promise<string> {
  if ((await page.locator('dialog[open]').count()) === 0) await page.locator('#hand-over').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#hand-over-dialog button', { hasText: format }).click(),
  ]);
  const path = join(folder, name);
  await download.saveAs(path);
  await page.keyboard.press('Escape');
  return path;
}

/**
 * The ids of the pairs whose targets are others in another version of an article. All else is the same, byte for byte;
 * `hasTitle`: but for the title in its front matter, which goes with the first heading.
 */
export function changedTargets(one: string, other: string, hasTitle = false): readonly string[] {
  const [before, after] = [one, other].map((path) => {
    const text = readFileSync(path, 'utf8');
    return cut(hasTitle ? text.replace(/^title: .*$/m, '') : text);
  });
  expect(after?.around).toEqual(before?.around);
  return (
    before?.targets.flatMap(({ id, target }, index) => (after?.targets[index]?.target === target ? [] : [id])) ?? []
  );
}

/** Merges a document into the tree `in`, and gives the targets that differ, by article; articles without any are not there. */
export function merged(cwd: string, document: string, articles: readonly string[]): Record<string, readonly string[]> {
  const out = `of-${document.split('.').pop()}`;
  const { status, stderr } = sspr(['merge', 'in', document, '-o', out], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringMatching(/ error /) });
  // What is as it was is not written.
  const written = articles.filter((name) => existsSync(join(cwd, out, name)));
  const changes = written.map((name) => [name, changedTargets(join(cwd, 'in', name), join(cwd, out, name))] as const);
  return Object.fromEntries(changes.filter(([, ids]) => ids.length > 0));
}

/** An article, cut at the targets of its pairs. */
function cut(text: string): {
  readonly around: readonly string[];
  readonly targets: readonly { readonly id: string; readonly target: string }[];
} {
  const pairs = pairsOf(articleOf(text));
  const around: string[] = [];
  let at = 0;
  for (const { target } of pairs) {
    around.push(text.slice(at, target.range.start));
    at = target.range.end;
  }
  around.push(text.slice(at));
  return {
    around,
    targets: pairs.map(({ id, target: { range } }) => ({ id, target: text.slice(range.start, range.end) })),
  };
}

/** Drops files of the disk into the middle of the page, as the system does. */
export async function dropFiles(page: Page, ...files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 640, y: 450, data });
  }
}

/** What the page says of files that it read, once it does. */
export async function saidOf(page: Page, file: string): Promise<string> {
  const note = page.locator('#hand-over-dialog [role="status"]', { hasText: `${file}: ` });
  await note.waitFor();
  return (await note.textContent()) ?? '';
}

/** Drags a code by the mouse to the place before a text of the field. */
export async function dragBefore(page: Page, chip: Locator, text: string): Promise<void> {
  const from = await chip.boundingBox();
  if (from === null) throw new Error('There is no such chip.');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 6, from.y + from.height / 2, { steps: 2 });
  // While it is dragged, the text may stand elsewhere than before.
  const point = await page.evaluate<{ x: number; y: number } | undefined>(`{
    const texts = document.createTreeWalker(document.querySelector('.target-field'), NodeFilter.SHOW_TEXT);
    let point;
    while (point === undefined && texts.nextNode()) {
      const at = texts.currentNode.data.indexOf(${JSON.stringify(text)});
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + 1);
      const { left, top, height } = range.getBoundingClientRect();
      point = { x: left + 1, y: top + height / 2 };
    }
    point;
  }`);
  if (point === undefined) throw new Error(`There is no ${text}.`);
  await page.mouse.move(point.x, point.y, { steps: 5 });
  await page.mouse.up();
}
