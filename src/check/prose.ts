/** Words that English sentences are made of, and that neither names nor code have. */
const functionWord =
  /\b(?:the|an?|of|to|is|are|was|were|be|been|being|and|or|not|for|in|on|at|by|with|from|into|your?|you|it|its|this|that|these|those|which|who|when|where|if|then|than|can|could|will|would|should|must|may|might|do|does|has|have|had|as|but|there|their|they|we|our|how|what|why|use|using|see|select|click|all|any|more|about|after|before|also|only)\b/gi;
const word = /(?<![\p{L}\p{N}_.@\\/#$%<>=(-])\p{L}[\p{Ll}\u2019']*(?![\p{L}\p{N}_@\\/#$=<>(]|\.\p{L})/gu;

/** How much of an English text is prose: its words, and those of them that only prose has. */
export interface Prose {
  readonly words: number;
  readonly functionWords: number;
}

/** Counts the words of a text that look like words, not like names in code, numbers, or paths. */
export function measureProse(text: string): Prose {
  return { words: text.match(word)?.length ?? 0, functionWords: text.match(functionWord)?.length ?? 0 };
}

/** Whether a text is at least a phrase of English. */
export function isProse(text: string): boolean {
  const { words, functionWords } = measureProse(text);
  return words >= 4 && functionWords >= 1 && functionWords * 8 >= words;
}
