/**
 * What a search may still spend on texts that are like many others, before it reads long lists only where nothing else is
 * sure. Texts that have nothing to do with each other share characters, but hardly parts.
 */
const most = 1 << 20;
/** What it costs to look at an item of a long list of texts that share a part, or a rare word. */
export const itemCosts = { part: 512, word: 1 } as const;
const distanceCosts = { words: 4096, characters: 1024 } as const;

/** What a search may spend. */
export class Effort {
  private readonly most: number;
  private readonly ofDistance: number;
  private left = 0;

  /** `isSpent`: there is nothing to spend from the start. */
  constructor(isSpent: boolean, isByCharacters: boolean) {
    this.most = isSpent ? 0 : most;
    this.ofDistance = distanceCosts[isByCharacters ? 'characters' : 'words'];
  }

  begin(): void {
    this.left = this.most;
  }

  /** Another item of a long list; `false`: it is not to be looked at. */
  item(cost: number): boolean {
    if (this.left <= 0) return false;
    this.left -= cost;
    return true;
  }

  distance(): void {
    this.left -= this.ofDistance;
  }
}
