import { factsIn, type Fact } from './fact.ts';
import type { Plan } from './plan.ts';

/**
 * The longest chain of facts that wait for each other, counted in facts that call the provider: with latency t no scan
 * can be faster than its length × t. Paging and polling inside one fact come on top and are not known beforehand.
 */
export function criticalPath(plan: Plan): readonly string[] {
  const longest = new Map<Fact<unknown>, readonly string[]>();
  const walk = (fact: Fact<unknown>): readonly string[] => {
    const known = longest.get(fact);
    if (known) return known;
    const before = factsIn(fact.needs)
      .map(walk)
      .reduce((a, b) => (b.length > a.length ? b : a), [] as readonly string[]);
    const path = fact.calls.length > 0 ? [...before, fact.name] : before;
    longest.set(fact, path);
    return path;
  };
  return [...plan.facts].map(walk).reduce((a, b) => (b.length > a.length ? b : a), [] as readonly string[]);
}
