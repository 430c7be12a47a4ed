import { pair } from './pairs.js';

/** A tree of German articles in which rules over pairs, over the tree, and the reader all find something. */
export function oddTree(count: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let index = 0; index < count; index++) {
    const pairs = [
      pair(
        '1a2b3-102',
        index % 9 === 4 ? 'Schließen Sie die Klappe.' : 'Machen Sie den Deckel zu.',
        'Close the paper tray now.',
      ),
      pair('1a2b3-103', index % 7 === 3 ? 'Warten  Sie 51 Minuten.' : 'Warten Sie 15 Minuten.', 'Wait 15 minutes.'),
      pair('1a2b3-104', index % 11 === 5 ? 'Wählen Sie **Sichern**.' : 'Wählen Sie **Speichern**.', 'Select **Save**.'),
      // For what is usual of lengths there have to be 200 of a length.
      ...[1, 2].map((number) =>
        pair(`1a2b3-20${number}`, `Der Drucker ist jetzt bereit ${index}.`, `The printer is ready now ${index}.`),
      ),
    ];
    if (index % 41 === 7) pairs.push(pair('1a2b3-301', 'Ja.', 'The printer has to be ready first.'));
    if (index % 53 === 8) pairs.push(pair('1a2b3-302', 'Machen Sie den Deckel zu.', 'Swing the wooden door wide.'));
    if (index % 31 === 9) pairs.push('<span data-ttu-id="1a2b3-900">verloren</span>');
    files[`docs/${String(index).padStart(4, '0')}.md`] = `---\nms.contentlocale: de-DE\n---\n${pairs.join('\n\n')}\n`;
  }
  return files;
}
