import type { XliffJsContent, XliffJsUnit } from '../../../model/xliff-js.js';
import { escapeText } from '../../../xml/escapes.js';
import { createDigest, type Digest } from '../../digest.js';
import type { Leverage } from './alt-trans.js';
import { beforeId, unprepare } from './prepared.js';

/** The digest of trans-units. */
export function digestUnits(units: readonly [string, XliffJsUnit][], leverages: readonly Leverage[]): Digest {
  const digest = createDigest();
  for (const [index, [key, { target, note = [], additionalAttributes }]] of units.entries()) {
    const id = key.slice(beforeId.length);
    digest.unit(id);
    digest.segment(id, additionalAttributes?.['approved'] ?? '');
    if (target !== undefined) {
      digest.target(leverages[index]?.state?.join(' ') ?? '');
      digestNodes(digest, target);
    }
    for (const text of [note].flat()) digest.note(unprepare(text));
  }
  return digest;
}

function digestNodes(digest: Digest, content: XliffJsContent): void {
  if (typeof content === 'string') digest.text(escapeText(unprepare(content)));
  else if (Array.isArray(content)) for (const node of content) digestNodes(digest, node);
  else {
    for (const [element, { id = '', rid, contents }] of Object.entries(content)) {
      if (element === 'Standalone') digest.code('ph', id, '');
      else if (element === 'GenericSpanEnd') digest.code('ec', typeof rid === 'string' ? rid : id, '');
      else digest.code('sc', id, '');
      if (contents === undefined) continue;
      digestNodes(digest, contents);
      digest.code('ec', id, '');
    }
  }
}
