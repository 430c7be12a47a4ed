import type { EntryPlace, EntryTarget, MemoryEntry } from '../model/memory/entry.js';

/**
 * Turns entries around: each target becomes a source, and the source its target, as do their languages. Who translated, when,
 * where and how often stays as it is.
 *
 * What says something of the English original or of what stands beside it is left out: hashes and commits of originals,
 * neighbours, what was replaced. So entries that are turned around have no context matches. The id stays, too; of several
 * targets, the second has `~2` after it, and so on, so that ids are unique where they were.
 *
 * Gives one entry after the other, in their order, as they are asked for; nothing is joined: two sources with one target
 * become two entries with one source.
 *
 * @example
 * const read = (text = '') => ({ text, content: parseInline(text) });
 * const target = { ...read('Weiter'), trgLang: 'de-DE', count: 1, places: [] };
 * const [turned] = reverseEntries([{ id: '1', srcLang: 'en-US', source: read('Next'), targets: [target] }]);
 * `${turned?.srcLang} ${turned?.source.text}, ${turned?.targets[0]?.trgLang} ${turned?.targets[0]?.text}` // 'de-DE Weiter, en-US Next'
 */
export function* reverseEntries(entries: Iterable<MemoryEntry>): Generator<MemoryEntry, void, undefined> {
  for (const { id, srcLang, source, targets } of entries) {
    let number = 0;
    for (const target of targets) {
      number++;
      yield {
        id: number === 1 ? id : `${id}~${number}`,
        srcLang: target.trgLang,
        source: { text: target.text, content: target.content },
        targets: [{ ...factsOf(target), text: source.text, content: source.content, trgLang: srcLang }],
      };
    }
  }
}

/** What is true of a translation whichever side is the source. */
function factsOf({
  text: _text,
  content: _content,
  contexts: _contexts,
  previous: _previous,
  next: _next,
  replaced: _replaced,
  places,
  ...facts
}: EntryTarget): Omit<EntryTarget, 'text' | 'content'> {
  return { ...facts, places: places.map(placeOf) };
}

function placeOf({ sourceHash: _hash, sourceCommit: _commit, ...place }: EntryPlace): EntryPlace {
  return place;
}
