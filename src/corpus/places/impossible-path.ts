import path from 'node:path';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { withSlashes } from '../with-slashes.js';

/** Bytes of a name, or UTF-16 code units on Windows: what nearly all file systems take. */
const longestName = 255;
/** The same of a path; on Linux and macOS with the zero at its end (`PATH_MAX`). */
const longestPaths: Partial<Record<NodeJS.Platform, number>> = { linux: 4096, darwin: 1024, win32: 32_767 };
/** A temporary file stands beside each output. */
const longestTemporary = 48;

/** Says of an output that no file can have its path; `undefined` where one can. */
export function impossiblePath(output: string, platform: NodeJS.Platform = process.platform): Diagnostic | undefined {
  const { basename, dirname } = platform === 'win32' ? path.win32 : path.posix;
  const lengthOf = (text: string): number => (platform === 'win32' ? text.length : Buffer.byteLength(text));
  const longestPath = longestPaths[platform] ?? Number.POSITIVE_INFINITY;
  const needed = Math.max(lengthOf(output), lengthOf(dirname(output)) + longestTemporary);
  if (lengthOf(basename(output)) > longestName || needed >= longestPath) {
    return diagnosticForFile('output/long-path', withSlashes(output));
  }
  const refused = platform === 'win32' ? refusedName(output) : undefined;
  return refused === undefined ? undefined : diagnosticForFile('output/reserved-name', withSlashes(output), refused);
}

/** Names of devices, also before an extension. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;

/**
 * The first name on the way to a file that Windows takes for something else. Node.js makes a file of nearly any name, which
 * other programs cannot open or remove; a colon starts the name of a second content of a file.
 */
function refusedName(output: string): string | undefined {
  const { root } = path.win32.parse(output);
  const names = output.slice(root.length).split(/[/\\]/);
  return names.find(
    (name) => !/^\.{0,2}$/.test(name) && (device.test(name) || /[<>:"|?*]|[^ -\uffff]|[. ]$/.test(name)),
  );
}
