/** Passes link reference definitions (CommonMark 0.31, 4.7) at the start of a paragraph; how many characters these are. */
export function definitionsEnd(text: string): number {
  let end = 0;
  while (text.charCodeAt(end) === 0x5b) {
    definition.lastIndex = end;
    const match = definition.exec(text);
    if (match === null) break;
    end = definition.lastIndex;
  }
  return end;
}

const title = '(?:"(?:[^"\\\\]|\\\\.)*"|\'(?:[^\'\\\\]|\\\\.)*\'|\\((?:[^()\\\\]|\\\\.)*\\))';
const definition = new RegExp(
  `\\[(?!\\^)(?=[^\\]]*[^\\s\\]])(?:[^\\\\[\\]]|\\\\[\\s\\S]){1,999}\\]:[ \\t]*\\n?[ \\t]*(?:<(?:[^<>\\n\\\\]|\\\\.)*>|[^\\s<][^\\s]*)(?:(?:[ \\t]+|[ \\t]*\\n[ \\t]*)${title})?[ \\t]*(?:\\n|$)`,
  'y',
);
