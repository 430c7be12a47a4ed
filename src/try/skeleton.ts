/** The parts of the page that are always there. Its code fills them; ids are how it finds them. */
export const trySkeleton: string = `<a class="skip" id="skip" href="#start">Skip to the content</a>
<header>
<h1>sspr-tm <small>side-by-side articles as XLIFF and TMX</small></h1>
</header>
<main id="start">
<p class="lead">Microsoft’s side-by-side articles hold each sentence twice: translated, and in English. Give this page one or more of them, look at the pairs, and take them with you as a translation memory.</p>
<p class="quiet">All of it happens in this page. It needs no network, and nothing leaves your machine.</p>
<form id="paste" autocomplete="off">
<div class="drop" id="drop">
<label for="article">Paste an article, or drop files and folders anywhere</label>
<textarea id="article" rows="9" spellcheck="false" dir="auto" placeholder="# &lt;span data-ttu-id=&quot;1a2b3-101&quot;&gt;Kennwort zurücksetzen&lt;/span&gt;&lt;span class=&quot;sxs-lookup&quot;&gt;&lt;span data-stu-id=&quot;1a2b3-101&quot;&gt;Reset a password&lt;/span&gt;&lt;/span&gt;"></textarea>
</div>
<p class="row">
<button type="submit" id="read" class="main">Show the pairs</button>
<button type="button" id="show-example">Show an example</button>
<button type="button" id="open-files">Open files…</button>
<button type="button" id="open-folder">Open a folder…</button>
<input type="file" id="files" multiple hidden>
<input type="file" id="folder" webkitdirectory hidden>
</p>
<details class="languages">
<summary>Languages</summary>
<p class="row">
<span class="field"><label for="src-lang">Source</label><input id="src-lang" value="en-US" spellcheck="false" autocapitalize="off" size="12" aria-describedby="src-lang-wrong"></span>
<span class="field"><label for="trg-lang">Target of articles that name none (--trg-lang)</label><input id="trg-lang" placeholder="as their path says" spellcheck="false" autocapitalize="off" size="18" aria-describedby="trg-lang-wrong"></span>
</p>
<p class="wrong" id="src-lang-wrong" role="alert"></p>
<p class="wrong" id="trg-lang-wrong" role="alert"></p>
</details>
</form>
<p id="status" role="status" class="quiet"></p>
<div id="start-messages"></div>
<details class="about">
<summary>Licenses of what is in this page</summary>
<pre id="licenses" tabindex="0"></pre>
</details>
</main>
<main id="result" aria-labelledby="result-name" hidden>
<div class="bar" id="bar">
<div class="what">
<h1 id="result-name" tabindex="-1"></h1>
<p id="summary" class="quiet"></p>
</div>
<div class="tools" role="group" aria-label="Download">
<button type="button" class="main" data-format="xliff"><span class="word">Download </span>XLIFF 2.0</button>
<button type="button" class="main" data-format="tmx"><span class="word">Download </span>TMX</button>
<span class="other"><label for="format" class="heard">Another format</label><select id="format"></select><button type="button" id="download">Download</button></span>
</div>
<button type="button" id="again">Other articles…</button>
</div>
<div id="result-messages"></div>
<iframe id="review" title="The pairs, side by side"></iframe>
</main>
<noscript><p>This page reads articles with JavaScript that stands in it. Nothing comes from the network.</p></noscript>`;
