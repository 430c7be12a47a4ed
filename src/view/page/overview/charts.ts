import type { Totals } from '../../totals.js';
import { count, drawing } from '../dom.js';

/** A part of a bar; its class gives it a colour. */
interface Part {
  readonly name: string;
  readonly value: number;
  readonly class: string;
}

const width = 1000;
/** What is there can be seen. */
const shortest = 4;

/** A bar of parts, as long as its share of `most`. Drawn for the eye: what it says stands beside it in numbers, too. */
export function createBar(parts: readonly Part[], most: number, height: number): SVGSVGElement {
  let x = 0;
  const drawn = parts
    .filter(({ value }) => value > 0)
    .map((part) => {
      const length = Math.max((part.value / Math.max(most, 1)) * width, shortest);
      const rectangle = drawing('rect', { class: part.class, x, y: 0, width: length, height });
      x += length;
      return rectangle;
    });
  const label = parts.map(({ name, value }) => `${name} ${count(value)}`).join(', ');
  return drawing(
    'svg',
    {
      class: 'bar',
      role: 'img',
      'aria-label': label,
      viewBox: `0 0 ${width} ${height}`,
      width: '100%',
      height,
      preserveAspectRatio: 'none',
    },
    drawing('rect', { class: 'empty', x: 0, y: 0, width, height }),
    drawn,
  );
}

/** Segments by who translated them. */
export function typeParts({ ht, mt, unknown }: Totals): readonly Part[] {
  return [
    { name: 'human', value: ht, class: 'ht' },
    { name: 'machine', value: mt, class: 'mt' },
    { name: 'unknown', value: unknown, class: 'unknown' },
  ];
}

/** Findings by severity. */
export function findingParts({ findings: { error, warning, info } }: Totals): readonly Part[] {
  return [
    { name: 'errors', value: error, class: 'error' },
    { name: 'warnings', value: warning, class: 'warning' },
    { name: 'infos', value: info, class: 'info' },
  ];
}
