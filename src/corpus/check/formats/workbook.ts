import { Zip, ZipDeflate } from 'fflate';
import { CorpusError } from '../../error.js';
import type { Container } from './format.js';

/** Rows of a sheet, and bytes of its XML before they are compressed: further rows stand in a further sheet. */
export interface SheetLimits {
  readonly rows: number;
  readonly bytes: number;
}

const usualLimits: SheetLimits = { rows: 1_048_576, bytes: 2 ** 31 };

/** Bytes that a ZIP archive without extensions can hold. */
const mostBytes = 2 ** 32 - 2 ** 24;

/** All dates in the archive: the same rows give the same bytes. */
const date = new Date(1980, 0, 1);

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats';

/** Widths of columns, in characters: of places, and of texts. */
const widths =
  '<cols><col min="1" max="1" width="40"/><col min="2" max="5" width="12"/><col min="6" max="6" width="60"/><col min="7" max="8" width="12"/><col min="9" max="10" width="60"/></cols>';

/** The first row stays where it is. */
const sheetStart = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${widths}<sheetData>`;
const sheetEnd = '</sheetData></worksheet>';

const lineEnd = 10;

/**
 * A workbook of sheets that are written as their rows come, so that it is never in memory as a whole. `head`: the first
 * row of each sheet. Rows are lines.
 */
export function createWorkbook(head: string, limits: SheetLimits = usualLimits): Container {
  let ready: Uint8Array[] = [];
  let written = 0;
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
    written += bytes.length;
  });
  const take = (): readonly Uint8Array[] => {
    if (written > mostBytes) {
      throw new CorpusError('output', 'The findings are more than an XLSX file can hold; take --format csv.');
    }
    const taken = ready;
    ready = [];
    return taken;
  };
  const open = (path: string): ZipDeflate => {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = date;
    zip.add(file);
    return file;
  };
  const addPart = (path: string, text: string): void => open(path).push(Buffer.from(declaration + text), true);

  addPart('[Content_Types].xml', contentTypes);
  addPart('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
  let sheets = 0;
  let sheet: ZipDeflate | undefined;
  let rows = 0;
  let bytes = 0;
  const beginSheet = (): ZipDeflate => {
    sheets++;
    rows = 1;
    bytes = 0;
    sheet = open(`xl/worksheets/sheet${sheets}.xml`);
    sheet.push(Buffer.from(sheetStart + head));
    return sheet;
  };
  const endSheet = (): void => {
    sheet?.push(Buffer.from(sheetEnd), true);
    sheet = undefined;
  };
  return {
    add(text) {
      for (let start = 0; start < text.length; ) {
        const current = sheet ?? beginSheet();
        let end = start;
        while (end < text.length && rows < limits.rows && bytes < limits.bytes) {
          const next = text.indexOf(lineEnd, end) + 1 || text.length;
          bytes += next - end;
          rows++;
          end = next;
        }
        // It is compressed later, when these bytes may be others.
        if (end > start) current.push(text.slice(start, end));
        else endSheet();
        start = end;
      }
      return take();
    },
    end() {
      if (sheets === 0) beginSheet();
      endSheet();
      const names = Array.from({ length: sheets }, (_, index) => index + 1);
      const list = names.map((id) => `<sheet name="Findings ${id}" sheetId="${id}" r:id="rId${id}"/>`).join('');
      addPart(
        'xl/workbook.xml',
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list}</sheets></workbook>`,
      );
      addPart(
        'xl/_rels/workbook.xml.rels',
        relationships(names.map((id) => ['worksheet', `worksheets/sheet${id}.xml`])),
      );
      zip.end();
      return take();
    },
  };
}

/** Every XML part is a sheet, but for those that are named. */
const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="${types}-package.relationships+xml"/><Default Extension="xml" ContentType="${types}-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`;
}
