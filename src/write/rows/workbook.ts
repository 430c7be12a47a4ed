import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Packer } from '../exporter.js';
import { FormatLimitError } from '../format-limit-error.js';

/** What the sheets of a workbook look like. */
export interface SheetStyle {
  /** What sheets are called, before their numbers. */
  readonly name: string;
  /** Widths in characters: how many columns have one, from the first column on. */
  readonly widths: readonly (readonly [columns: number, width: number])[];
}

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

/** The start of a sheet; the first row stays where it is. */
function startOf({ widths }: SheetStyle): string {
  let next = 1;
  let list = '';
  for (const [columns, width] of widths) {
    list += `<col min="${next}" max="${next + columns - 1}" width="${width}"/>`;
    next += columns;
  }
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${list}</cols><sheetData>`;
}

const sheetEnd = '</sheetData></worksheet>';

const lineEnd = 10;

/**
 * A workbook of sheets that are written as their rows come, so that it is never in memory as a whole. `head`: the first
 * row of each sheet. Rows are lines.
 */
export function createWorkbook(head: string, style: SheetStyle, limits: SheetLimits = usualLimits): Packer {
  const sheetStart = strToU8(startOf(style) + head);
  let ready: Uint8Array[] = [];
  let written = 0;
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
    written += bytes.length;
  });
  const take = (): readonly Uint8Array[] => {
    if (written > mostBytes) {
      throw new FormatLimitError('There is more than an XLSX file can hold; take --format csv.');
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
  const addPart = (path: string, text: string): void => open(path).push(strToU8(declaration + text), true);

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
    sheet.push(sheetStart.slice());
    return sheet;
  };
  const endSheet = (): void => {
    sheet?.push(strToU8(sheetEnd), true);
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
      const list = names.map((id) => `<sheet name="${style.name} ${id}" sheetId="${id}" r:id="rId${id}"/>`).join('');
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
