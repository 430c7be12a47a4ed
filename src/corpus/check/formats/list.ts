import type { CheckFormat } from './format.js';

/** The forms that findings are written in. One is added here, and has a module of its own. */
export const checkFormats: readonly CheckFormat[] = [
  { name: 'text', title: 'for people', load: () => import('./text.js') },
  { name: 'json', title: 'one JSON object', load: () => import('./json.js') },
  { name: 'sarif', title: 'SARIF 2.1.0', load: () => import('./sarif.js') },
  { name: 'csv', title: 'a table with both texts', load: () => import('./csv.js') },
  { name: 'xlsx', title: 'the same for Excel', isBinary: true, load: () => import('./xlsx.js') },
];

/** Their names. */
export const checkFormatNames: readonly string[] = checkFormats.map(({ name }) => name);

/** @throws {RangeError} There is none of that name. */
export function checkFormatOf(name: string): CheckFormat {
  const format = checkFormats.find((each) => each.name === name);
  if (format === undefined) throw new RangeError(`There is no format "${name}".`);
  return format;
}
