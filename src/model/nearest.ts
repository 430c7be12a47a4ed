/** Characters that may differ at most, and not more than half of the longer name. */
const mostDifferent = 3;

/** The end of a message on an unknown name: `; did you mean …?` where something like it is known, else a full stop. */
export function nearest(name: string, known: readonly string[]): string {
  const asked = name.toLowerCase();
  const near = known
    .map((candidate) => ({ candidate, distance: distanceOf(asked, candidate.toLowerCase()) }))
    .filter(
      ({ candidate, distance }) =>
        distance <= Math.min(mostDifferent, Math.max(asked.length, candidate.length) / 2) ||
        (asked.length > 3 && candidate.toLowerCase().includes(asked)),
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3);
  return near.length === 0 ? '.' : `; did you mean ${near.map(({ candidate }) => candidate).join(' or ')}?`;
}

/** How many characters have to be changed, added or removed (Levenshtein); infinite where it is too many anyway. */
function distanceOf(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > mostDifferent) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
