/** All rules, a line for each: codes, documentation, the schema of the configuration and SARIF are made from these. */
export { doubleSpace } from './double-space.js';
export { headerText } from './header-text.js';
export { inconsistentSource } from './inconsistent-source.js';
export { inconsistentTarget } from './inconsistent-target.js';
export { leadingTrailingSpace } from './leading-trailing-space.js';
export { length } from './length.js';
export { linkLabel } from './link-label.js';
export { misaligned } from './misaligned.js';
export { misplacedBold } from './misplaced-bold.js';
export { mojibake } from './mojibake.js';
export { numbers } from './numbers.js';
export { sourceLanguage } from './source-language.js';
export { syntax } from './syntax.js';
export { targetScript } from './target-script.js';
export { uiTerms } from './ui-terms.js';
export { untranslated } from './untranslated.js';
export { urls } from './urls.js';
