/** Tells whether ids are all different. Mostly they come in their order, and need not be kept in a set. */
export class DifferentIds {
  private readonly given: string[] = [];
  private last = '';
  private known: Set<string> | undefined;

  /** Whether it was not given before. */
  add(id: string): boolean {
    if (this.known === undefined) {
      const { last } = this;
      this.given.push(id);
      this.last = id;
      if (id.length > last.length || (id.length === last.length && id > last)) return true;
      this.known = new Set(this.given);
      return this.known.size === this.given.length;
    }
    const { size } = this.known;
    return this.known.add(id).size > size;
  }
}
