import type { Article, EntryTarget, EntryText, MemoryEntry } from '../../../src/index.js';
import { articleOf, pair, pairsOf } from '../../support/pairs.js';

/** An article with codes of each kind, escapes, a line break in a text, and characters that no document holds. */
export const article: Article = articleOf(
  `---
ms.translationtype: HT
ms.lasthandoff: 02/29/2024
ms.contentlocale: de-DE
ms.openlocfilehash: 0123456789abcdef0123456789abcdef01234567
ms.sourcegitcommit: 89abcdef0123456789abcdef0123456789abcdef
ms.service: azure
ms.topic: how-to
---
## ${pair('1a2b3-101', 'Titel', 'Title')}

${pair('1a2b3-102', ' Auf **Weiter** & `<b>` klicken\\*. ', 'Click **Next** & `<b>`\\*.')}
${pair('1a2b3-103', '=1+1\u2028<b>x *y</b> z*', '+"one",\ntwo\u0001\u0085 <b>x *y</b> z*')} <br>

${pair('1a2b3-104', '\u0001', 'Nothing')}
`,
  'docs/a b/ü#.md',
);

const textsOf = (text: string): EntryText => ({ text, content: [{ kind: 'text', text }] });
const [, marked] = pairsOf(article);
if (marked === undefined) throw new Error('There are pairs.');

const german: EntryTarget = {
  text: marked.target.text,
  content: marked.target.content,
  trgLang: 'de-DE',
  translationType: 'mt',
  firstHandoff: '2019-12-31',
  lastHandoff: '2021-02-29',
  count: 3,
  places: [
    { path: 'a.md', id: '1a2b3-101', line: 7, sourceHash: 'cafe', sourceCommit: 'beef', commit: 'f00d' },
    { path: 'b.md', id: '1a2b3-102' },
  ],
  service: 'azure',
  topic: 'how-to',
  findings: ['check/numbers', 'codes/unmatched'],
  contexts: ['00000000-0badcafe'],
  replaced: { ...textsOf('Alt'), translationType: 'ht', lastHandoff: '2018-01-01' },
};

/** An entry with translations into two languages, one of them twice. */
export const entry: MemoryEntry = {
  id: 'cafe-101',
  srcLang: 'en-US',
  source: { text: marked.source.text, content: marked.source.content },
  targets: [
    german,
    { ...textsOf('Anders'), trgLang: 'de-DE', count: 1, places: [] },
    { ...textsOf('次へ'), trgLang: 'ja-JP', count: 1, places: [] },
  ],
};
