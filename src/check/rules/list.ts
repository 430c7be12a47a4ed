/** All rules, a line for each: codes, documentation, the schema of the configuration and SARIF are made from these. */

export { headerText } from './markup/header-text.js';
export { linkLabel } from './markup/link-label.js';
export { misplacedBold } from './markup/misplaced-bold.js';
export { syntax } from './markup/syntax.js';
export { urls } from './markup/urls.js';
export { doubleSpace } from './text/double-space.js';
export { leadingTrailingSpace } from './text/leading-trailing-space.js';
export { mojibake } from './text/mojibake.js';
export { numbers } from './text/numbers.js';
export { sourceLanguage } from './text/source-language.js';
export { targetScript } from './text/target-script.js';
export { untranslated } from './text/untranslated.js';
export { inconsistentSource } from './tree/inconsistent-source.js';
export { inconsistentTarget } from './tree/inconsistent-target.js';
export { length } from './tree/length.js';
export { misaligned } from './tree/misaligned.js';
export { uiTerms } from './tree/ui-terms.js';
