import { addressOf, type Route, routeOf } from '../../route.js';

/** How far a place was looked at, for who comes back to it. */
export interface Kept {
  /** From the top of the page, in pixels. */
  readonly y: number;
  /** The names of folders and rules that are open. */
  readonly open: readonly string[];
  /** The number of the segment that is first in sight, and how far below the top of the window it is. */
  readonly row?: { readonly segment: number; readonly top: number };
}

/** Where the page has been: its address, and the ways back. */
export interface Trail {
  /** Goes elsewhere; what is shown then is for the caller to show. */
  push(route: Route): void;
  /** Goes elsewhere, as by a link. */
  follow(place: Partial<Route>): void;
  /** Says the same place in other words: no way leads back to those before. */
  replace(route: Route): void;
}

/** Browsers complain of addresses that change more often, in milliseconds. */
const pause = 250;

/** Follows the address of the page. `look`: what to keep of a place that is left. */
export function startTrail(look: () => Kept, onArrive: (route: Route, kept: Kept | undefined) => void): Trail {
  /** The address that is shown. Where it is another by now, somebody went elsewhere, and {@link arrive} is about to hear of it. */
  let shown = location.hash;
  let written = Number.NEGATIVE_INFINITY;
  let wanted: string | undefined;
  let waiting: number | undefined;
  const write = (address: string, kept: Kept | null): void => {
    clearTimeout(waiting);
    wanted = undefined;
    if (location.hash !== shown) return;
    written = performance.now();
    try {
      history.replaceState(kept, '', address);
      shown = location.hash;
    } catch {
      // Too often, or not on this kind of page: then it stays as it is.
    }
  };
  const leave = (): void => write(wanted ?? location.href, look());
  const arrive = (): void => {
    clearTimeout(waiting);
    wanted = undefined;
    shown = location.hash;
    onArrive(routeOf(location.hash), toKept(history.state));
  };
  const catchUp = (): void => {
    if (location.hash !== shown) arrive();
  };
  history.scrollRestoration = 'manual';
  window.addEventListener('hashchange', catchUp);
  // A key may be heard of before the address that somebody went to: it is meant for what is there.
  window.addEventListener('keydown', catchUp, { capture: true });
  window.addEventListener('pagehide', leave);
  document.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('a[href^="#"]') !== null) leave();
    },
    { capture: true },
  );
  // The page goes on to be made first.
  queueMicrotask(arrive);
  return {
    push(route) {
      const address = addressOf(route);
      if (address === location.hash || (address === '#' && location.hash === '')) return;
      leave();
      if (location.hash !== shown) return;
      try {
        history.pushState(null, '', address);
        shown = location.hash;
      } catch {
        // As above.
      }
    },
    follow(place) {
      leave();
      location.hash = addressOf(place);
    },
    replace(route) {
      const address = addressOf(route);
      clearTimeout(waiting);
      const left = written + pause - performance.now();
      if (left <= 0) return write(address, null);
      wanted = address;
      waiting = window.setTimeout(() => write(address, null), left);
    },
  };
}

function toKept(state: unknown): Kept | undefined {
  return typeof state === 'object' && state !== null && 'open' in state ? (state as Kept) : undefined;
}
