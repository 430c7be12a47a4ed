/** Records in a block, as a power of two: memory that is added is not copied. */
const shift = 12;
const within = (1 << shift) - 1;

/** Records of 32-bit integers, which stand side by side: 0 where none was set. */
export class Records {
  private readonly blocks: Int32Array[];
  private readonly width: number;

  constructor(width: number) {
    this.width = width;
    this.blocks = [new Int32Array(width << shift)];
  }

  /** The block that a record is in; {@link Records.startOf} says where. */
  blockOf(index: number): Int32Array {
    const number = index >>> shift;
    let block = this.blocks[number];
    while (block === undefined) {
      this.blocks.push(new Int32Array(this.width << shift));
      block = this.blocks[number];
    }
    return block;
  }

  /** Where a record starts in its block. */
  startOf(index: number): number {
    return (index & within) * this.width;
  }

  at(index: number, field: number): number {
    return this.blocks[index >>> shift]?.[(index & within) * this.width + field] ?? 0;
  }
}
