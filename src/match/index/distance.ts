/** Bits of a block. */
const width = 32;

/**
 * The edit distance (Levenshtein: a word inserted, deleted, or replaced by another) between one text and many, by the
 * bit-parallel algorithm of Myers in the blocks of Hyyrö. Texts are numbers of words; 0 is a word that no other text has.
 */
export class Pattern {
  count = 0;
  private blocks = 0;
  /** The number of each word in the pattern, from 1; 0: it is not in it. */
  private readonly places: Int32Array;
  /** The words that have a number. */
  private used: Int32Array = new Int32Array(64);
  private usedCount = 0;
  /** Where each word stands: {@link blocks} numbers for each place; those of place 0 are zeros. */
  private masks: Int32Array = new Int32Array(256);
  private ups: Int32Array = new Int32Array(8);
  private downs: Int32Array = new Int32Array(8);

  /** `vocabulary`: all words are smaller than this. */
  constructor(vocabulary: number) {
    this.places = new Int32Array(vocabulary);
  }

  /** Takes a text that others are compared with. */
  set(words: Readonly<Int32Array>, count: number): void {
    const { places } = this;
    for (let at = 0; at < this.usedCount; at++) places[this.used[at] as number] = 0;
    this.usedCount = 0;
    this.count = count;
    const blocks = Math.max(1, Math.ceil(count / width));
    this.blocks = blocks;
    if (this.used.length < count) this.used = new Int32Array(count * 2);
    if (this.masks.length < (count + 1) * blocks) this.masks = new Int32Array((count + 1) * blocks * 2);
    if (this.ups.length < blocks) {
      this.ups = new Int32Array(blocks * 2);
      this.downs = new Int32Array(blocks * 2);
    }
    this.masks.fill(0, 0, (count + 1) * blocks);
    for (let at = 0; at < count; at++) {
      const word = words[at] as number;
      if (word === 0) continue;
      if (places[word] === 0) {
        this.used[this.usedCount++] = word;
        places[word] = this.usedCount;
      }
      const place = (places[word] as number) * blocks + (at >>> 5);
      this.masks[place] = (this.masks[place] as number) | (1 << (at & 31));
    }
  }

  /** The distance to a stretch of a pool of words, where it is at most `limit`; else more than that. */
  distanceTo(pool: Readonly<Int32Array>, start: number, length: number, limit: number): number {
    const { count } = this;
    if (Math.abs(length - count) > limit) return limit + 1;
    if (count === 0) return length;
    return this.blocks === 1 ? this.ofBlock(pool, start, length, limit) : this.ofBlocks(pool, start, length, limit);
  }

  private ofBlock(pool: Readonly<Int32Array>, start: number, length: number, limit: number): number {
    const { count, places, masks } = this;
    const last = 1 << (count - 1);
    let up = -1;
    let down = 0;
    let distance = count;
    for (let at = start, left = length - 1; left >= 0; at++, left--) {
      const equal = masks[places[pool[at] as number] as number] as number;
      const vertical = equal | down;
      const horizontal = (((equal & up) + up) ^ up) | equal;
      let rise = down | ~(horizontal | up);
      let fall = up & horizontal;
      if ((rise & last) !== 0) distance++;
      else if ((fall & last) !== 0) distance--;
      // Each column that is left lowers it by one at most.
      if (distance - left > limit) return limit + 1;
      rise = (rise << 1) | 1;
      fall <<= 1;
      up = fall | ~(vertical | rise);
      down = rise & vertical;
    }
    return distance;
  }

  private ofBlocks(pool: Readonly<Int32Array>, start: number, length: number, limit: number): number {
    const { count, blocks, places, masks, ups, downs } = this;
    const last = 1 << ((count - 1) & 31);
    ups.fill(-1, 0, blocks);
    downs.fill(0, 0, blocks);
    let distance = count;
    for (let at = start, left = length - 1; left >= 0; at++, left--) {
      const place = (places[pool[at] as number] as number) * blocks;
      let carry = 1;
      for (let block = 0; block < blocks; block++) {
        let equal = masks[place + block] as number;
        const up = ups[block] as number;
        const down = downs[block] as number;
        const vertical = equal | down;
        if (carry < 0) equal |= 1;
        const horizontal = (((equal & up) + up) ^ up) | equal;
        let rise = down | ~(horizontal | up);
        let fall = up & horizontal;
        const high = block === blocks - 1 ? last : -0x8000_0000;
        const next = (rise & high) !== 0 ? 1 : (fall & high) !== 0 ? -1 : 0;
        rise <<= 1;
        fall <<= 1;
        if (carry < 0) fall |= 1;
        else if (carry > 0) rise |= 1;
        ups[block] = fall | ~(vertical | rise);
        downs[block] = rise & vertical;
        carry = next;
      }
      distance += carry;
      if (distance - left > limit) return limit + 1;
    }
    return distance;
  }
}
