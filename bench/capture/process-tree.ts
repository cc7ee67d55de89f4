// In: a process. Out: the CPU time that it and all below it have used, and the memory they hold (Linux: /proc).
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface TreeUse {
  /** User and system, since each process began. */
  readonly cpuS: number;
  /** Proportional set size: memory that is shared counts once. */
  readonly pssMb: number;
}

/** Processes that have ended in the tree are counted only if their parent has waited for them. */
export function measureTree(rootPid: number): TreeUse {
  const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const processes = listProcesses();
  const tree = new Set([rootPid]);
  for (let size = 0; size !== tree.size; ) {
    ({ size } = tree);
    for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid);
  }
  const own = processes.filter(({ pid }) => tree.has(pid));
  return {
    cpuS: own.reduce((total, { ticks }) => total + ticks, 0) / ticksPerSecond,
    pssMb: own.reduce((total, { pid }) => total + readPssKb(pid), 0) / 1024,
  };
}

interface ProcessTimes {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

/** Fields of /proc/PID/stat as in proc(5): 4 is the parent, 14 and 15 are user and system time. */
function listProcesses(): ProcessTimes[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readIfThere(`/proc/${name}/stat`);
      // The name of the program stands in brackets and may hold anything.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields.length < 13) return [];
      return [{ pid: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
    });
}

const readPssKb = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

/** A process may end between being listed and being read. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return '';
    throw error;
  }
}
