/** How pairs stand in each carrier of `list.ts`, without their writing. Made by `npm run generate`. */
export { syntax as markdown } from './markdown.js';
export { syntax as xml } from './xml.js';
export { syntax as yaml } from './yaml.js';
