/** The date of reproducible-builds.org as TMX writes it. */
export function epochDate(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^[0-9]{1,11}$/.test(seconds)) return undefined;
  return `${new Date(Number(seconds) * 1000).toISOString().replace(/[-:]|\.[0-9]+/g, '')}`;
}
