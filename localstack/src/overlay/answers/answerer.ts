import type { Answer, Call } from '../call.ts';
import type { AccountFacts } from '../facts.ts';

/** Answers one operation for an account: changes what `next` (the emulator) says, or says it itself. */
export type Answerer = (call: Call, facts: AccountFacts, next: () => Promise<Answer>) => Promise<Answer>;
