import type { ClientReport } from '../clients/client-report.js';

/** What `--client` stood for, as the options that would have been given in its place. */
export function clientLines(client: ClientReport | undefined): readonly string[] {
  if (client === undefined) return [];
  const { title, isTried, formats, options, given } = client;
  const stood = [
    `-f ${formats.join(',')}`,
    ...Object.entries(options).map(([name, value]) => spelled(name, value)),
  ].join(' ');
  const own = given.length === 0 ? '' : `; as you gave it: ${given.map(longName).join(', ')}`;
  const tried = isTried ? '' : ', as its makers document it (not run here)';
  return [`for ${title}${tried}: ${stood}${own}`];
}

/** The option that has the value; `--no-NAME` where something is left out. */
function spelled(name: string, value: unknown): string {
  if (typeof value !== 'boolean') return `${longName(name)} ${String(value)}`;
  return value ? longName(name) : longName(name).replace('--', '--no-');
}

function longName(name: string): string {
  if (name === 'formats') return '-f';
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
