import type { Content } from '../../model/content.js';

/** A content of more pieces is not searched again for each code. */
const mostSearched = 24;

/** Whether a content has a code of that id: the partner of a code of the other side. */
export type HasCode = (id: string) => boolean;

/** Says which ids the codes of a content have. */
export function codesIn(content: Content): HasCode {
  if (content.length > mostSearched) {
    const ids = new Set(content.map((inline) => (inline.kind === 'text' ? '' : inline.id)));
    return (id) => ids.has(id);
  }
  return (id) => {
    for (const inline of content) if (inline.kind !== 'text' && inline.id === id) return true;
    return false;
  };
}
