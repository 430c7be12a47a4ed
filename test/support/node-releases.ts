import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** One of each line of Node.js that has long-term support, and that `engines` allows, besides that of the tests. */
export const releases: readonly string[] = ['22.23.3', '24.21.0', '26.12.1'];

/** Installs a release of Node.js below a folder, from npm, and gives the path of its program. */
export async function installNode(release: string, folder: string): Promise<string> {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const prefix = join(folder, release);
  const options = ['--prefix', prefix, '--prefer-offline', '--no-save', '--no-audit', '--no-fund'];
  await promisify(execFile)('npm', ['install', ...options, `${name}@${release}`]);
  return join(prefix, 'node_modules', name, system === 'win' ? 'bin/node.exe' : 'bin/node');
}
