import type { Logger } from './log.ts';

/** Keeps the orchestrator from ending this task while it works. */
export interface TaskProtection {
  /** Begins to protect; call what it returns at the end of the work. */
  hold(): Promise<() => Promise<void>>;
}

export interface TaskProtectionOptions {
  /** ECS_AGENT_URI as the platform sets it; without it nothing is protected. */
  readonly agentUri: string | undefined;
  readonly log: Logger;
  /** How long protection lasts when nobody ends it. */
  readonly minutes?: number;
}

/**
 * Scale-in protection of the ECS task: on with the first job, off after the last. It is a courtesy to long scans; where
 * the agent refuses, work goes on, since a job that is cut off is given back and taken up again.
 */
export function createTaskProtection({ agentUri, log, minutes = 120 }: TaskProtectionOptions): TaskProtection {
  if (!agentUri) return { hold: async () => async () => {} };
  let held = 0;
  const set = async (enabled: boolean): Promise<void> => {
    try {
      const response = await fetch(`${agentUri}/task-protection/v1/state`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ProtectionEnabled: enabled, ...(enabled ? { ExpiresInMinutes: minutes } : {}) }),
        signal: AbortSignal.timeout(5_000),
      });
      if (!response.ok) log.warn({ status: response.status, enabled }, 'task protection was refused');
    } catch (error) {
      log.warn({ err: error, enabled }, 'task protection could not be set');
    }
  };
  return {
    async hold() {
      held += 1;
      if (held === 1) await set(true);
      return async () => {
        held -= 1;
        if (held === 0) await set(false);
      };
    },
  };
}
