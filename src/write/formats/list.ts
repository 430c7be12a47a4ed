/**
 * All formats, a line for each: whatever takes the name of a format (options, the command line, the schema of its
 * configuration, documentation, paths of outputs) is made from these.
 */
export { tmx } from './tmx.js';
export { xliff } from './xliff.js';
export { xliff12 } from './xliff12.js';
