import { version } from '../version.js';
import type { PageArticle, PageData } from './page-data.js';
import type { PageIndex, PageParts } from './page-index.js';
import { skeleton } from './skeleton.js';

/** The code and the style of the page, with the hashes by which its policy lets them in. */
export interface PageFiles {
  readonly script: string;
  readonly style: string;
  /** SHA-256 in base64, as a policy names it. */
  readonly scriptHash: string;
  readonly styleHash: string;
}

/** A page without its articles. */
export type PageHead = Omit<PageData, 'articles'>;

/**
 * A review page, chunk by chunk: nothing of an article but one at a time is held.
 *
 * Articles are in it as JSON that no browser runs; the policy lets in the code and the style of the page, and nothing
 * from anywhere else.
 */
export function* toDocument(
  head: PageHead,
  articles: Iterable<PageArticle>,
  files: PageFiles,
): Generator<string, void, undefined> {
  yield beginDocument(head, files);
  let separator = '';
  for (const article of articles) {
    yield separator + toScriptJson(article);
    separator = articleSeparator;
  }
  yield endDocument(files);
}

/** What stands between two articles. */
export const articleSeparator = ',\n';

/** The page up to its first article. */
export function beginDocument(head: PageHead, files: PageFiles): string {
  return `${beginFrame(head.title, files, false)}${toScriptJson(head).slice(0, -1)},"articles":[
`;
}

/** A page whose articles are in parts, each in a file of its own. */
export function* toIndexDocument(
  head: PageHead,
  { articles, ...index }: PageIndex,
  parts: PageParts,
  files: PageFiles,
): Generator<string, void, undefined> {
  yield beginFrame(head.title, files, true);
  yield `${toScriptJson({ ...head, parts }).slice(0, -1)},"index":${toScriptJson(index).slice(0, -1)},"articles":[\n`;
  let separator = '';
  for (const article of articles) {
    yield separator + toScriptJson(article);
    separator = articleSeparator;
  }
  yield '\n]}}';
  yield endFrame(files);
}

/**
 * The page up to its data. `hasParts`: its code may run scripts, which are its parts: no other script may, not even one
 * that stands in the page (CSP 3, section 8.2).
 */
function beginFrame(title: string, { style, scriptHash, styleHash }: PageFiles, hasParts: boolean): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}'${hasParts ? " 'strict-dynamic'" : ''}`,
    `style-src 'sha256-${styleHash}'`,
    'img-src data:',
    // Regular expressions run beside the page, in its own code: a worker that may be ended, with this policy.
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    // No text becomes markup, not even by mistake: browsers that know this refuse innerHTML and its like.
    "require-trusted-types-for 'script'",
    `trusted-types ${hasParts ? 'sspr-tm-parts ' : ''}sspr-tm-worker`,
  ].join('; ');
  return `${beginHtml(title, policy, style)}
${skeleton}
<script type="application/json" id="data">
`;
}

/** A page up to what its body holds. `policy`: what it may run, show and load, which is nothing else. */
export function beginHtml(title: string, policy: string, style: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="sspr-tm ${version}">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>`;
}

/** The page after its last article. */
export function endDocument(files: PageFiles): string {
  return `
]}${endFrame(files)}`;
}

function endFrame({ script }: PageFiles): string {
  return `
</script>
<script>${script}</script>
</body>
</html>
`;
}

/**
 * JSON that may stand in a script element: without `<`, neither `</script>` nor `<!--` ends or changes it (HTML,
 * section 4.12.1.3); U+2028 and U+2029 are line ends where scripts are read by older rules.
 */
export function toScriptJson(value: unknown): string {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  // Hardly any text has one.
  return json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
