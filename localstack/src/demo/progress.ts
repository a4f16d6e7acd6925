import type { ScanStatus } from '@cis-scan/contracts';
import { MultiBar, Presets, type SingleBar } from 'cli-progress';

/** Questions of one target that are answered, of how many. */
export interface TargetProgress {
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
  readonly status: ScanStatus['targets'][number]['status'];
}
export interface ProgressView {
  show(targets: readonly TargetProgress[]): void;
  end(): void;
}

/** A bar per target on a terminal; elsewhere a plain line whenever a target got another quarter further. */
export function progressView(terminal: NodeJS.WriteStream = process.stdout): ProgressView {
  return terminal.isTTY ? bars(terminal) : lines(terminal);
}

function bars(terminal: NodeJS.WriteStream): ProgressView {
  const format = '{label} [{bar}] {value}/{total} {status}';
  const multi = new MultiBar({ format, stream: terminal, hideCursor: true, barsize: 30 }, Presets.shades_classic);
  const known = new Map<string, SingleBar>();
  return {
    show(targets) {
      for (const { label, done, total, status } of targets) {
        const bar = known.get(label) ?? multi.create(total ?? 100, 0, { label, status });
        known.set(label, bar);
        if (total !== null) bar.setTotal(total);
        bar.update(done, { label, status });
      }
    },
    end: () => multi.stop(),
  };
}

function lines(terminal: NodeJS.WriteStream): ProgressView {
  const said = new Map<string, string>();
  return {
    show(targets) {
      for (const { label, done, total, status } of targets) {
        const quarter = total ? Math.floor((4 * done) / total) : 0;
        const state = `${quarter} ${status}`;
        if (said.get(label) === state) continue;
        said.set(label, state);
        terminal.write(`${label}: ${status}${total ? ` ${done}/${total}` : ''}\n`);
      }
    },
    end: () => {},
  };
}
