/** How pairs stand in each carrier of `list.ts`, without their writing. Made by `npm run generate`. */
export { syntax as markdown } from './markdown/markdown.js';
export { syntax as xml } from './xml/xml.js';
export { syntax as yaml } from './yaml/yaml.js';
