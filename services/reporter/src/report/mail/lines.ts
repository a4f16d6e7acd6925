/** What a mail says about one benchmark of a target. */
export interface BenchmarkLines {
  readonly benchmark: string;
  readonly score: string;
  readonly scoreWords: string;
  readonly coverage: string;
  readonly coverageWords: string;
  readonly counts: string;
  readonly worstHead: string;
  readonly worst: readonly { readonly control: string; readonly title: string; readonly failing: string }[];
}

/** What a mail says about one target: figures and our own titles, no resource and no evidence. */
export interface TargetLines {
  readonly target: string;
  readonly about: string;
  readonly error: string | null;
  readonly benchmarks: readonly BenchmarkLines[];
}

/** What both parts of a mail say, before it becomes HTML or text. */
export interface MailLines {
  readonly requestId: string;
  readonly createdAt: string;
  readonly targets: readonly TargetLines[];
  /** About the targets that a mail has no room for; empty if all are there. */
  readonly more: string;
  readonly where: string;
  readonly links: readonly { readonly name: string; readonly url: string }[];
  readonly footer: string;
}
