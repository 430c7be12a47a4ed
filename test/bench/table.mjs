import { median, ratio } from './measure.mjs';

/** Measurements of commands by their names; the others stand beside the first. */
export function printTable(title, results) {
  const [first, ...others] = results.keys();
  console.log(`${title.padEnd(20)}  seconds  of CPU   peak MB  rounds  times ${first}: clock, CPU`);
  for (const name of [first, ...others]) {
    const list = results.get(name);
    const wall = (median(list.map((one) => one.wall)) / 1000).toFixed(2).padStart(7);
    const cpu = (median(list.map((one) => one.cpu)) / 1000).toFixed(2).padStart(6);
    const peak = (peakOf(list) / 1e6).toFixed(0).padStart(8);
    const [clock, processor] = ['wall', 'cpu'].map((key) =>
      ratio(list, results.get(first), key).toFixed(2).padStart(8),
    );
    console.log(
      `${name.padEnd(20)}  ${wall}  ${cpu}  ${peak}  ${String(list.length).padStart(6)}  ${clock}  ${processor}`,
    );
  }
  console.log('');
}

export function peakOf(list) {
  return Math.max(...list.map(({ memory }) => memory));
}

/** Says on a terminal what is under way. */
export function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
