/**
 * All carriers, a line for each: whatever takes files (folders, globs, paths of outputs, documentation) is made from
 * these. `npm run generate` makes `syntaxes.ts` of this file.
 */
export { markdown } from './markdown/markdown.js';
export { xml } from './xml/xml.js';
export { yaml } from './yaml/yaml.js';
