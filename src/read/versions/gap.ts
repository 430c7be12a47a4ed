/** Counts lines and UTF-16 code units of what stands between pairs. */
export class Gap {
  line = 1;
  units = 0;
  private readonly bytes: string;

  constructor(bytes: string) {
    this.bytes = bytes;
  }

  /** Goes over a stretch; `false`: something in it is odd: what XML cannot hold, or a CR that ends a line by itself. */
  pass(start: number, end: number): boolean {
    const { bytes } = this;
    for (let at = start; at < end; at++) {
      const byte = bytes.charCodeAt(at);
      if (byte < 0x20) {
        if (byte === 0x0a) this.line++;
        else if (byte === 0x0d ? bytes.charCodeAt(at + 1) !== 0x0a : byte !== 0x09) return false;
        this.units++;
      } else if (byte < 0x80) this.units++;
      else if (byte >= 0xc0) {
        // U+FFFE and U+FFFF.
        if (byte === 0xef && bytes.charCodeAt(at + 1) === 0xbf && bytes.charCodeAt(at + 2) >= 0xbe) return false;
        this.units += byte >= 0xf0 ? 2 : 1;
      }
    }
    return true;
  }
}
