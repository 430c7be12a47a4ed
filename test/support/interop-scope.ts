/** Whether clients get whole trees, as `npm run test:interop:all`, `test:gui:all` and `test:windows:all` give them, and not samples of them. */
const isWhole = process.env['SSPR_TM_INTEROP'] === 'all';

/** How much is taken: of `npm run test:interop`, and of `npm run test:interop:all`. */
export function inScope<Size>(sample: Size, whole: Size): Size {
  return isWhole ? whole : sample;
}
