/** What the help says of the keys of the bench. */
export const benchKeys: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [['Enter', 'F2'], 'correct the target of the segment'],
  [['y', 'x'], 'confirm it, reject it; once more: neither'],
  [['m'], 'comment on it'],
  [['1', '9'], 'take the translation candidate of that number'],
  [['Alt+Enter'], 'take the first candidate, also while correcting; once more: the next'],
  [['Ctrl+Enter'], 'while correcting: confirm it, and on to the next'],
  [['Esc'], 'while correcting: leave it; what you did is kept'],
  [['Ctrl+Z', 'Ctrl+Y'], 'undo, redo'],
  [['Alt+↓', 'Alt+↑'], 'select the next code, the one before'],
  [['Alt+←', 'Alt+→'], 'move the code that is selected'],
  [['Delete'], 'delete it, with its other half'],
  [['Ctrl+C', 'Ctrl+V'], 'copy it to another place'],
];
