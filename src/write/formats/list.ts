/**
 * All formats, a line for each: whatever takes the name of a format (options, the command line, the schema of its
 * configuration, documentation, paths of outputs) is made from these.
 */
export { csv } from './csv.js';
export { jsonl } from './jsonl.js';
export { moses } from './moses.js';
export { parquet } from './parquet.js';
export { tmx } from './tmx.js';
export { xliff } from './xliff.js';
export { xliff12 } from './xliff12.js';
export { xlsx } from './xlsx.js';
