import type { Finding } from '@cis-scan/contracts';

/** Where progress goes: stderr or what stands for it. */
export interface Terminal {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export interface Progress {
  step(finding: Finding): void;
  note(line: string): void;
  end(): void;
}

const WIDTH = 30;
const CLEAR = '\r\u001b[K';

/** A bar on a terminal, a plain line per tenth of the way elsewhere. */
export function progressOn(terminal: Terminal, planned: number): Progress {
  let done = 0;
  const bar = (): void => {
    const filled = Math.round((WIDTH * done) / Math.max(planned, 1));
    terminal.write(`${CLEAR}[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done}/${planned}`);
  };
  const tenth = (n: number): number => Math.floor((10 * n) / Math.max(planned, 1));
  if (terminal.isTTY) {
    return {
      step: () => {
        done += 1;
        bar();
      },
      note: (line) => {
        terminal.write(`${CLEAR}${line}\n`);
        bar();
      },
      end: () => void terminal.write(CLEAR),
    };
  }
  return {
    step: () => {
      done += 1;
      if (tenth(done) > tenth(done - 1)) terminal.write(`${done} of ${planned} questions answered\n`);
    },
    note: (line) => void terminal.write(`${line}\n`),
    end: () => {},
  };
}
