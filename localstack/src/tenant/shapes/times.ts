const DAY_MS = 86_400_000;

/** Writes moments before `now`, as Graph spells them: whole seconds, UTC. */
export function daysBefore(now: Date): (days: number) => string {
  return (days) => `${new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 19)}Z`;
}

/** The beginning of the day that many days before. */
export function dayBefore(now: Date): (days: number) => string {
  return (days) => `${daysBefore(now)(days).slice(0, 10)}T00:00:00Z`;
}
