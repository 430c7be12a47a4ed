import { escapeAttribute } from '../../xml/escapes.js';
import { type Analysis, type AnalysisBand, type AnalysisVolumes, analysisBands } from '../analysis.js';
import { bandTitles, countingTitles, shareOf } from './bands.js';

const style = `
:root { color-scheme: light dark; --ink: #1c1e21; --quiet: #5d636b; --line: #dfe2e6; --paper: #fff; --bar: #c9d8f0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --quiet: #9aa2ac; --line: #363b42; --paper: #16181b; --bar: #2c4468; } }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem 4rem; color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; } p { margin: .25rem 0 1rem; color: var(--quiet); }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th { color: var(--quiet); font-weight: 600; } tbody th, thead th:first-child { text-align: left; color: var(--ink); font-weight: 400; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; text-align: right; } tfoot th { text-align: left; color: var(--ink); }
meter { width: 8rem; } .path { direction: ltr; unicode-bidi: isolate; white-space: normal; overflow-wrap: anywhere; min-width: 14rem; }
`;

/** An analysis as a page that needs nothing but itself, and runs no script: a table for all articles, and a line for each. */
export function analysisToHtml(analysis: Analysis): string {
  const { articles, all, srcLang, words } = analysis;
  const used = analysisBands.filter((band) => all.bands[band].segments > 0);
  const count = articles.length === 1 ? '1 article' : `${number(articles.length)} articles`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Analysis</title>
<style>${style}</style>
</head>
<body>
<h1>Analysis</h1>
<p>${count} in ${escapeAttribute(srcLang)}, ${countingTitles[words]}</p>
${totalTable(all)}
<h2>By article</h2>
<div class="wide" tabindex="0" role="region" aria-label="By article">
<table>
<thead><tr><th scope="col">article</th><th scope="col">segments</th><th scope="col">words</th>${used.map((band) => `<th scope="col">${bandTitles[band]}</th>`).join('')}</tr></thead>
<tbody>
${articles.map(({ path, ...each }) => articleRow(path, each, used)).join('\n')}
</tbody>
</table>
</div>
</body>
</html>
`;
}

function totalTable(all: AnalysisVolumes): string {
  const rows = analysisBands.map((band) => {
    const { segments, words, characters } = all.bands[band];
    const share = shareOf(words, all);
    const meter = `<meter min="0" max="100" value="${share}" aria-hidden="true"></meter>`;
    return `<tr><th scope="row">${bandTitles[band]}</th><td>${number(segments)}</td><td>${number(words)}</td><td>${number(characters)}</td><td>${share} %</td><td>${meter}</td></tr>`;
  });
  const { segments, words, characters } = all.total;
  return `<div class="wide" tabindex="0" role="region" aria-label="All articles">
<table>
<thead><tr><th scope="col">match</th><th scope="col">segments</th><th scope="col">words</th><th scope="col">characters</th><th scope="col">share of words</th><td></td></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
<tfoot><tr><th scope="row">total</th><td>${number(segments)}</td><td>${number(words)}</td><td>${number(characters)}</td><td></td><td></td></tr></tfoot>
</table>
</div>`;
}

function articleRow(path: string, { total, bands }: AnalysisVolumes, used: readonly AnalysisBand[]): string {
  const cells = used.map((band) => `<td>${number(bands[band].words)}</td>`).join('');
  return `<tr><th scope="row" class="path">${escapeAttribute(path)}</th><td>${number(total.segments)}</td><td>${number(total.words)}</td>${cells}</tr>`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
