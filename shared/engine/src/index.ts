export { loadBenchmark, type Benchmark, type Row } from './benchmark.ts';
export {
  check,
  isCheck,
  needsOf,
  source,
  sourcesOf,
  type AnyCheck,
  type AnySource,
  type Check,
  type Context,
  type Options,
  type Source,
  type Widened,
} from './check.ts';
export { collector, type Collector } from './collect.ts';
export { criticalPath } from './critical-path.ts';
export { closure, derive, factsIn, optional, required, withGap, type Fact, type Needs, type ValuesOf } from './fact.ts';
export { compareResults, countVerdicts, findingOf, worst } from './finding.ts';
export {
  fail,
  inRegion,
  manual,
  manualUnread,
  notApplicable,
  notAssessed,
  pass,
  saw,
  suggesting,
  target,
  type Judgement,
  type Saw,
  type Where,
} from './judgement.ts';
export { Listing, type Absent } from './listing.ts';
export { loadCheck, optionsOf, plan, questionId, type Plan, type Question } from './plan.ts';
export { gapOf, Unreadable, type Gap, type Reading } from './reading.ts';
export { rightsOf } from './rights.ts';
export { scan, type ScanOptions } from './scan.ts';
