import type { Answer } from '@cis-scan/contracts';
import type { Benchmark, Row } from './benchmark.ts';
import { isCheck, needsOf, type AnyCheck, type Options } from './check.ts';
import { closure, factsIn, type Fact } from './fact.ts';

/** One check under one set of options, and every control it answers. Evaluated once, whoever asks. */
export interface Question {
  readonly id: string;
  readonly checkId: string;
  readonly check: AnyCheck;
  readonly options: Options;
  readonly answers: readonly Answer[];
}
/** Everything a scan will ask and read. */
export interface Plan {
  readonly questions: readonly Question[];
  readonly facts: ReadonlySet<Fact<unknown>>;
  /** Operations, sorted, each once. */
  readonly calls: readonly string[];
  /** Rights these operations take, sorted, each once. */
  readonly rights: readonly string[];
}

/** Loads the check whose id is its path. The one place where a name in a table becomes code. */
export async function loadCheck(folder: URL, id: string): Promise<AnyCheck> {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)+$/.test(id)) throw new Error(`"${id}" is not a check id`);
  const module: { default?: unknown } = await import(new URL(`${id}.ts`, folder).href);
  if (!isCheck(module.default)) throw new Error(`${id}.ts does not export a check`);
  return module.default;
}

/** The check's defaults with the row's values: other names or other types are an error of the table. */
export function optionsOf(check: AnyCheck, row: Row): Options {
  for (const [name, value] of Object.entries(row.with ?? {})) {
    const standard = check.options[name];
    if (
      standard === undefined ||
      typeof standard !== typeof value ||
      Array.isArray(standard) !== Array.isArray(value)
    ) {
      throw new Error(`control ${row.control}: ${row.check} has no option ${name} of this type`);
    }
  }
  return { ...check.options, ...row.with };
}

/** The question's id: the check and its options in sorted order. */
export const questionId = (check: string, options: Options): string =>
  Object.keys(options).length === 0
    ? check
    : `${check}?${Object.keys(options)
        .sort()
        .map((name) => `${name}=${JSON.stringify(options[name])}`)
        .join('&')}`;

const unique = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();

/** Which questions the benchmarks ask, and which facts, calls and rights follow from them. */
export async function plan(folder: URL, benchmarks: readonly Benchmark[]): Promise<Plan> {
  const questions = new Map<string, Question & { answers: Answer[] }>();
  for (const { id: benchmark, rows } of benchmarks) {
    for (const row of rows) {
      const check = await loadCheck(folder, row.check);
      const options = optionsOf(check, row);
      const id = questionId(row.check, options);
      const question = questions.get(id) ?? { id, checkId: row.check, check, options, answers: [] };
      const { control, level, assessment, confidence } = row;
      question.answers.push({ benchmark, control, level, assessment, confidence });
      questions.set(id, question);
    }
  }
  const all = [...questions.values()];
  const facts = closure(all.flatMap((q) => needsOf(q.check).flatMap(factsIn)));
  return {
    questions: all,
    facts,
    calls: unique([...facts].flatMap((f) => f.calls)),
    rights: unique([...facts].flatMap((f) => f.rights)),
  };
}
