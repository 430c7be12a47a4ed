import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** The row of a segment. */
export function rowOf(page: Page, id: string): Locator {
  return page.locator(`#main tr[data-id="${id}"]`);
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

/** The lines in which two files differ, by their numbers. */
export function differentLines(one: string, other: string): readonly number[] {
  const lines = [one, other].map((path) => readFileSync(path, 'utf8').split('\n'));
  const [some = [], more = []] = lines;
  const all = Array.from({ length: Math.max(some.length, more.length) }, (_, index) => index);
  return all.filter((index) => some[index] !== more[index]).map((index) => index + 1);
}
