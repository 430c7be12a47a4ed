/** The parts of the page that are always there. Its code fills them; ids are how it finds them. */
export const skeleton: string = `<a class="skip" id="skip" href="#main">Skip to the content</a>
<header>
<h1 id="name"></h1>
<div class="tools">
<button type="button" id="dense">Dense</button>
<button type="button" id="theme"></button>
<button type="button" id="open-help" aria-haspopup="dialog"><span class="word">Keys </span><kbd>?</kbd></button>
</div>
</header>
<search id="search">
<form id="filters" autocomplete="off">
<p class="field wide"><label for="text" class="heard">Search</label><input type="search" id="text" dir="auto" placeholder="Search" spellcheck="false" aria-keyshortcuts="/"></p>
<button type="button" id="more-filters" aria-expanded="false" aria-controls="choices">Filters</button>
<div id="choices">
<p class="field"><label for="way" class="heard">How to search</label><select id="way"></select></p>
<p class="field"><label for="side" class="heard">Where to search</label><select id="side"></select></p>
<p class="field"><label for="type" class="heard">Translation</label><select id="type"></select></p>
<p class="field"><label for="finding" class="heard">Findings</label><select id="finding"></select></p>
<p class="field check" id="changed-field" hidden><input type="checkbox" id="changed"><label for="changed">Changed only</label></p>
<p class="field check" id="worked-field" hidden><input type="checkbox" id="worked"><label for="worked">My work only</label></p>
<p class="field"><button type="reset" id="clear">Clear</button></p>
</div>
<output id="count" for="text way side type finding changed worked" aria-live="polite"></output>
</form>
</search>
<main id="main" tabindex="-1"></main>
<footer><p id="place"></p></footer>
<p id="said" class="heard" role="status"></p>
<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title" tabindex="-1">Keys</h2>
<dl id="keys"></dl>
<p><input type="checkbox" id="use-keys"> <label for="use-keys">Single keys move around; switch this off if they get in the way of other tools</label></p>
<form method="dialog"><button>Close</button></form>
</dialog>
<noscript><p>This page shows its articles with JavaScript that stands in it. Nothing comes from the network.</p></noscript>`;
