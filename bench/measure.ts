import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface ProcessFigures {
  /** Seconds from start to exit. */
  readonly wall: number
  /** Seconds of processor time, user and system. */
  readonly cpu: number
  /** Seconds from start to the first byte of stdout; undefined when there was none. */
  readonly firstOutput: number | undefined
  /** Highest resident set in MiB, as the kernel keeps it. */
  readonly peakMiB: number
  readonly code: number | null
  readonly stdout: string
}

/**
 * Runs a command once, and no other child of this process may end meanwhile. Linux only: peak memory and processor time
 * are read from /proc.
 */
export async function runOnce(
  command: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string; readonly keepOutput?: boolean } = {},
): Promise<ProcessFigures> {
  const cpuBefore = cpuOfChildren()
  const started = performance.now()
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    ...(options.env === undefined ? {} : { env: options.env }),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  })
  let firstOutput: number | undefined
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => {
    firstOutput ??= (performance.now() - started) / 1000
    if (options.keepOutput === true) chunks.push(chunk)
  })
  let peakMiB = 0
  const poll = setInterval(() => {
    peakMiB = Math.max(peakMiB, peakOf(child.pid))
  }, 10)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const wall = (performance.now() - started) / 1000
  clearInterval(poll)
  return {
    wall,
    cpu: cpuOfChildren() - cpuBefore,
    firstOutput,
    peakMiB,
    code,
    stdout: Buffer.concat(chunks).toString(),
  }
}

function peakOf(pid: number | undefined): number {
  try {
    const kib = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1]
    return Number(kib ?? 0) / 1024
  } catch {
    return 0 // it has just ended
  }
}

/** Clock ticks are hundredths of a second on every Linux that Node runs on. */
const TICKS = 100

/** Seconds of processor time of all children that have ended: `cutime` and `cstime` of proc(5). */
function cpuOfChildren(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  // The second field is the program's name, which may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / TICKS
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 0 ? ((low ?? NaN) + (high ?? NaN)) / 2 : (high ?? NaN)
}

export interface Pairs<T> {
  readonly a: readonly T[]
  readonly b: readonly T[]
}

/** Runs two bodies in turn, A B A B, after one round that does not count; what slows the machine slows both. */
export async function paired<T>(rounds: number, a: () => Promise<T>, b: () => Promise<T>): Promise<Pairs<T>> {
  const [as, bs]: [T[], T[]] = [[], []]
  for (let round = -1; round < rounds; round += 1) {
    const [one, two] = [await a(), await b()]
    if (round < 0) continue
    as.push(one)
    bs.push(two)
  }
  return { a: as, b: bs }
}

/** The median of what `compare` says of each pair. */
export function medianOfPairs<T>({ a, b }: Pairs<T>, compare: (a: T, b: T) => number): number {
  return median(a.map((one, index) => compare(one, b[index] as T)))
}
