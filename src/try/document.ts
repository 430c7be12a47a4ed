import { beginHtml, type PageFiles } from '../view/document.js';
import { trySkeleton } from './skeleton.js';

/** What the page is made of. */
export interface TryFiles extends PageFiles {
  /** The review page, which stands in it. */
  readonly review: PageFiles;
  /** The article that is shown where somebody asks for an example. */
  readonly example: Example;
  /** Of the packages whose code is in the page. */
  readonly licenses: string;
}

/** An article that comes with the page. */
export interface Example {
  readonly path: string;
  readonly text: string;
}

/**
 * The page that turns articles into memories where it is opened. All that it needs stands in it; its policy lets in its own
 * code and style, and that of the review page, which runs in a frame and has this policy, too.
 */
export function toTryDocument({ script, style, scriptHash, styleHash, review, example, licenses }: TryFiles): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}' 'sha256-${review.scriptHash}'`,
    `style-src 'sha256-${styleHash}' 'sha256-${review.styleHash}'`,
    'img-src data:',
    'frame-src blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types sspr-tm-worker',
  ].join('; ');
  const { scriptHash: reviewScriptHash, styleHash: reviewStyleHash } = review;
  return `${beginHtml('Side-by-side articles as XLIFF and TMX', policy, style)}
${trySkeleton}
<script type="application/json" id="example">${JSON.stringify(example).replaceAll('<', '\\u003c')}</script>
<script type="application/json" id="review-hashes">${JSON.stringify({ reviewScriptHash, reviewStyleHash })}</script>
<script type="text/plain" id="review-style">${review.style}</script>
<script type="text/plain" id="review-script">${review.script}</script>
<script type="text/plain" id="licenses-text">${licenses}</script>
<script>${script}</script>
</body>
</html>
`;
}

/**
 * Code that may stand in a script element: `<!--` would change how its end is found (HTML, section 4.12.1.3). In texts and
 * patterns of code, the other spelling is the same character. The end of an element is spelled so by the bundler.
 */
export function toInlineScript(code: string): string {
  return code.replaceAll('<!--', '\\x3C!--');
}
