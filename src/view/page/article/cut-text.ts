/** So many characters a part has at least, where it is not the last; and about twice as many at most. */
const shortestCut = 300;

/**
 * A text in parts of some hundred characters. Where it is cut depends on what stands there, and not on how far from the start
 * that is: an edit changes the parts beside it, and no other. Letters that are joined in writing are never parted.
 */
export function cutText(text: string): readonly string[] {
  const parts: string[] = [];
  let done = 0;
  while (text.length - done > 2 * shortestCut) {
    let cut = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let at = done + shortestCut; at < text.length && (cut === 0 || at < done + 2 * shortestCut); at++) {
      const weight = weightOf(text, at);
      if (weight >= least) continue;
      cut = at;
      least = weight;
    }
    if (cut === 0) break;
    parts.push(text.slice(done, cut));
    done = cut;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}

/**
 * Which of some places a text is cut before: that of the least weight. Infinite: it may not be cut there; it may after a space,
 * and between two characters of Chinese or Japanese.
 */
function weightOf(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  const isIdeographic = (code: number): boolean => code >= 0x30_00 && code < 0xa0_00;
  const mayBe = before === 0x20 ? after > 0x20 : isIdeographic(before) && isIdeographic(after);
  if (!mayBe) return Number.POSITIVE_INFINITY;
  let weight = before;
  for (let next = at; next < at + 4; next++) weight = (weight * 31 + (text.charCodeAt(next) || 0)) % 65_521;
  return weight;
}
