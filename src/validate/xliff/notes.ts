import type { XmlElement } from '../../xml/reader.js';
import type { Report } from '../problem.js';
import { checkUnique, childrenNamed } from './elements.js';
import { checkFragment, type Place } from './fragments.js';

/** Checks the ids of the notes of a document, file, group, unit or resource, and what they refer to (since 2.2). */
export function checkNotes(holder: XmlElement, place: Place, report: Report): void {
  for (const notes of childrenNamed(holder, 'notes')) {
    const ids = new Set<string>();
    for (const note of childrenNamed(notes, 'note')) {
      checkUnique(note, ids, 'xliff/duplicate-note-id', report);
      const ref = note.attributes.get('ref');
      if (ref !== undefined) checkFragment(note, ref, place, report);
    }
  }
}
