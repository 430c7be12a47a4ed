import { unzipSync } from 'fflate';
import { expect } from 'vitest';

/** The texts of the cells of each sheet; none may be a formula. */
export function readXlsx(pieces: readonly Uint8Array[]): string[][][] {
  const parts = unzipSync(Buffer.concat(pieces));
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
  const decode = (text: string): string =>
    text.replace(/&#(\d+);|&(amp|lt|gt);/g, (_, number, name) =>
      number === undefined ? { amp: '&', lt: '<', gt: '>' }[name as 'amp'] : String.fromCharCode(Number(number)),
    );
  return sheets.map((name) => {
    const xml = Buffer.from(parts[name] ?? []).toString();
    expect(xml).not.toMatch(/<f[ >]/);
    return Array.from(xml.matchAll(/<row>(.*?)<\/row>/gs), ([, row = '']) =>
      Array.from(
        row.matchAll(/<c\/>|<c t="inlineStr"><is><t xml:space="preserve">(.*?)<\/t><\/is><\/c>/gs),
        ([, text = '']) => decode(text),
      ),
    );
  });
}
