/** Running child processes, so that whoever is told to stop can pass it on. */
export interface ChildTracker {
  /** Sends a signal to every running child. `SIGKILL` goes to all that the child started, too. */
  readonly signal: (signal: NodeJS.Signals) => void
  readonly running: () => readonly RunningChild[]
  /** The first signal that was sent: no further child is started after it. */
  readonly stoppedBy: () => NodeJS.Signals | undefined
  /** For exec: `send` delivers a signal to this child. Returns what to call when it has ended. */
  readonly add: (child: RunningChild, send: (signal: NodeJS.Signals) => void) => () => void
}

export interface RunningChild {
  /** The program's name, without its arguments: they may hold secrets. */
  readonly command: string
  readonly pid: number
  /** It hears the first signal only; a second one reaches it so many milliseconds later. */
  readonly lastMs?: number
  /** It hears no signal but SIGKILL. */
  readonly deaf?: boolean
}

export function childTracker(): ChildTracker {
  const children = new Map<RunningChild, (signal: NodeJS.Signals) => void>()
  let stoppedBy: NodeJS.Signals | undefined
  return {
    signal(signal) {
      stoppedBy ??= signal
      for (const send of children.values()) send(signal)
    },
    running: () => [...children.keys()],
    stoppedBy: () => stoppedBy,
    add(child, send) {
      children.set(child, send)
      return () => void children.delete(child)
    },
  }
}

/** The part of `process` that signals come from. */
export interface SignalSource {
  on(event: NodeJS.Signals | 'exit', listener: () => void): unknown
  off(event: NodeJS.Signals | 'exit', listener: () => void): unknown
}

/**
 * Passes on what tells us to stop. GitHub's runner sends SIGINT to the action's process alone, SIGTERM 7.5 s later,
 * and kills everything 2.5 s after that: Terraform takes the first as "stop, save, unlock" and the second as "now".
 * When a terminal goes away, children hear SIGINT, since Terraform does not know SIGHUP and would die of it.
 * When we exit, whatever is left is killed. Returns what undoes it.
 */
export function forwardSignals(
  source: SignalSource,
  children: ChildTracker,
  onSignal: (signal: NodeJS.Signals) => void = () => undefined,
): () => void {
  const forwarded: Partial<Record<NodeJS.Signals, NodeJS.Signals>> = {
    SIGINT: 'SIGINT',
    SIGTERM: 'SIGTERM',
    SIGHUP: 'SIGINT',
  }
  const listeners = Object.entries(forwarded).map(([name, passed]) => {
    const signal = name as NodeJS.Signals
    const listener = (): void => {
      children.signal(passed)
      onSignal(signal)
    }
    source.on(signal, listener)
    return () => source.off(signal, listener)
  })
  const onExit = (): void => children.signal('SIGKILL')
  source.on('exit', onExit)
  return () => {
    for (const off of listeners) off()
    source.off('exit', onExit)
  }
}
