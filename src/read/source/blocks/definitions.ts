/** Passes link reference definitions (CommonMark 0.31, 4.7) at the start of a paragraph; how many characters these are. */
export function definitionsEnd(text: string): number {
  let end = 0;
  while (text.charCodeAt(end) === 0x5b) {
    definition.lastIndex = end;
    const match = definition.exec(text);
    if (match === null || !isBalanced(match[1] ?? '')) break;
    end = definition.lastIndex;
  }
  return end;
}

/** White space is that of ASCII: a no-break space belongs to the destination. */
const definition =
  /\[(?!\^)(?=[^\]]*[^\s\]])(?:[^\\[\]]|\\[\s\S]){1,999}\]:[ \t]*(?:\n[ \t]*)?(?:<(?:[^<>\n\\]|\\.)*>|([^ \t\n\f\v<][^ \t\n\f\v]*))(?:(?:[ \t]+|[ \t]*\n[ \t]*)(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?[ \t]*(?:\n|$)/sy;

/** Whether parentheses in a destination without angle brackets are in pairs (6.3). */
function isBalanced(destination: string): boolean {
  let open = 0;
  for (let at = 0; at < destination.length; at++) {
    const code = destination.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x28) open++;
    else if (code === 0x29 && --open < 0) return false;
  }
  return open === 0;
}
