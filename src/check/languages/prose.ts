/** Words that English sentences are made of, and that neither names, nor code, nor other languages have. */
const functionWord =
  /(?<![\p{L}\p{N}_.@\\/#$%=-])(?:the|of|to|is|are|was|were|been|being|and|not|for|by|with|from|into|your|you|its|this|these|those|which|when|where|then|than|that|cannot|could|would|should|must|has|have|had|but|there|their|they|how|what|why|using|because|another|between)(?![\p{L}\p{N}_@\\/#$=(-]|\.\p{L})/giu;
/** A word that is no name: in lower case, and not a part of a path or of code. */
const plainWord = /(?<![\p{L}\p{N}_.@\\/#$%<>=(*'-])\p{Ll}[\p{Ll}\u2019']*(?![\p{L}\p{N}_@\\/#$=<>(*]|\.\p{L})/gu;
/** What code has, and sentences have not. */
const code = /<!--|-->|->|=>|\||[{}]|\b\w+\(\)/;

/** Whether an English text is a phrase or sentence: something that one translates, whatever the names in it. */
export function isProse(text: string): boolean {
  if (code.test(text)) return false;
  const functionWords = text.match(functionWord)?.length ?? 0;
  if (functionWords === 0) return false;
  const plainWords = text.match(plainWord)?.length ?? 0;
  return plainWords >= 3 && plainWords - functionWords >= 2 && functionWords * 10 >= plainWords;
}

/** The words of an English text that only English has, each once. */
export function englishWords(text: string): ReadonlySet<string> {
  return new Set(text.match(functionWord)?.map((found) => found.toLowerCase()));
}
