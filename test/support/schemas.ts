import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { shared } from './shared.js';

const schemas = join(shared ?? '', 'schemas');

/** The schemas of XLIFF 2.0 and 2.2 with their modules, and the DTD of TMX 1.4b: options of `xmllint`. */
export const xsd: readonly string[] = ['--schema', join(schemas, 'xliff20/all.xsd')];
export const xsd22: readonly string[] = ['--schema', join(schemas, 'xliff22/all.xsd')];
export const dtd: readonly string[] = ['--dtdvalid', join(schemas, 'tmx14/tmx14.dtd')];

/** Whether a validator is at hand. In CI it is an error where it is not. */
export function isInstalled(tool: string): boolean {
  const installed = spawnSync('which', [tool]).status === 0;
  if (!installed && process.env['CI'] !== undefined) throw new Error(`${tool} is not installed.`);
  if (!installed) console.warn(`Skipped: the schema tests with ${tool}, which is not installed.`);
  return installed;
}

/** What a validator finds wrong; empty where the files are valid. */
export function xmllint(files: readonly string[], ...options: readonly string[]): string {
  const { stderr } = spawnSync('xmllint', ['--nonet', '--noout', ...options, ...files], { encoding: 'utf8' });
  return stderr.replaceAll(/^.* validates\n/gm, '');
}

/** What breaks the rules of XLIFF 2.1 (Schematron). */
export function jing(files: readonly string[]): string {
  const nvdl = join(schemas, 'xliff21/xliff_2_advanced_validation.nvdl');
  return spawnSync('jing', [nvdl, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
}
