/** Where the files of a pinned client are once `fetch.mjs` has fetched them, and whether it has. */
export function pinned(name: string): { readonly folder: string; readonly isThere: boolean };
