/** What proved right of a tree, that which did most often first: the next article is likely to have it, too. */
export interface Habits<Habit> {
  likely(): Iterable<Habit>;
  learn(habit: Habit): void;
}

/** So many are tried first: nearly all articles of a tree have one of a few. */
const mostTried = 8;

/** Habits are the same where their JSON is. */
export function createHabits<Habit>(): Habits<Habit> {
  const known = new Map<string, { readonly habit: Habit; count: number }>();
  let likely: readonly { readonly habit: Habit; readonly count: number }[] = [];
  return {
    likely: () => likely.map(({ habit }) => habit),
    learn(habit) {
      const key = JSON.stringify(habit);
      const entry = known.get(key) ?? { habit, count: 0 };
      known.set(key, entry);
      entry.count++;
      const others = likely.filter((each) => each !== entry);
      likely = [...others, entry].sort((a, b) => b.count - a.count).slice(0, mostTried);
    },
  };
}
