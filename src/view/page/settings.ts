/** Remembers a choice for the next page, as far as the browser allows that. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`sspr-tm-${name}`, value);
  } catch {
    // Pages from disk, and private windows, may have no storage: then the choice holds for this page.
  }
}

/** What was chosen before. */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`sspr-tm-${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}
