import type { Localization } from '../../model/article.js';
import type { Edit } from '../../model/edits.js';
import type { SourceArticle } from '../../model/source-article.js';
import { isFlowMapping } from '../../read/metadata/front-matter.js';

/** What the localization system says of an article. */
export type HeaderKeys = Omit<Localization, 'fileId'>;

/**
 * The edits that put the keys of the localization system at the end of a front matter, in its order; one that is there gets
 * the value where it stands. None where there is no front matter, as in includes.
 */
export function headerKeyEdits({ text, frontMatter }: SourceArticle, keys: HeaderKeys): readonly Edit[] {
  if (frontMatter === undefined || isFlowMapping(text)) return [];
  const { entries, range } = frontMatter;
  const end = text.lastIndexOf('---', range.end);
  const eol = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  // All keys of a mapping start in the same column.
  const first = entries[0]?.keyRange.start ?? 0;
  const indent = /[ \t]*$/.exec(text.slice(Math.max(0, first - mostIndent), first))?.[0] ?? '';
  const edits: Edit[] = [];
  let added = '';
  for (const [key, value] of linesOf(keys)) {
    if (value === undefined) continue;
    const entry = entries.find((each) => each.key === key);
    if (entry === undefined) added += `${indent}${key}: ${value}${eol}`;
    else
      edits.push({
        range: entry.valueRange,
        text: entry.valueRange.start === entry.keyRange.end + 1 ? ` ${value}` : value,
      });
  }
  if (added !== '') edits.push({ range: { start: end, end }, text: added });
  return edits;
}

/** Keys that are indented by more are none that anybody writes. */
const mostIndent = 40;

function linesOf(keys: HeaderKeys): readonly (readonly [string, string | undefined])[] {
  const { sourceHash, sourceCommit, translationType, trgLang, lastHandoff } = keys;
  return [
    ['ms.openlocfilehash', sourceHash],
    ['ms.sourcegitcommit', sourceCommit],
    ['ms.translationtype', translationType?.toUpperCase()],
    ['ms.contentlocale', trgLang],
    ['ms.lasthandoff', lastHandoff?.replace(/^([0-9]{4})-([0-9]{2})-([0-9]{2})$/, '$2/$3/$1')],
  ];
}
