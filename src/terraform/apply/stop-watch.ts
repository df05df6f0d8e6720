import type { LockInfo } from '../lock.ts'
import type { ApplyPorts } from './apply-stack.ts'
import type { LeftBehind } from './left-behind.ts'

/** From the first signal on, milliseconds: an apply that can end in order has mostly ended by then. */
const ASK_AFTER = 1_000
/** What is waited for an answer after the apply has ended. */
const ANSWER_WITHIN = 3_000

export interface StopWatchOptions {
  /** Who holds the lock, if it is ours. */
  readonly askLock: () => Promise<LockInfo | undefined>
  readonly leftBehind: (lock: LeftBehind['lock']) => LeftBehind
  readonly onLastChance: (left: LeftBehind) => void
}

export interface StopWatch {
  /** Our lock, as far as it was learnt while the tool still ran. To be called when it has ended. */
  end(): Promise<LockInfo | undefined>
}

/**
 * Watches over an apply that is told to stop. After the first signal it learns the lock while there is time; at the
 * second one it says at once what may be left behind, and again when the lock becomes known only then.
 */
export function watchStop(ports: Pick<ApplyPorts, 'onStop'>, options: StopWatchOptions): StopWatch {
  let timer: NodeJS.Timeout | undefined
  let asking: Promise<void> | undefined
  let lock: LeftBehind['lock'] = { kind: 'not-asked' }
  let told = false
  let over = false

  const ask = (): void => {
    if (asking !== undefined || over) return
    lock = { kind: 'asking' }
    asking = options
      .askLock()
      .catch(() => undefined)
      .then((info) => {
        lock = info === undefined ? { kind: 'unknown' } : { kind: 'known', info }
        if (told && !over) options.onLastChance(options.leftBehind(lock))
      })
  }
  const off = ports.onStop?.((again) => {
    if (over) return
    if (!again) {
      timer ??= setTimeout(ask, ASK_AFTER)
      return
    }
    ask()
    told = true
    options.onLastChance(options.leftBehind(lock))
  })

  return {
    async end() {
      over = true
      clearTimeout(timer)
      off?.()
      // Its own lock, if it got one, is gone when it has ended.
      if (asking !== undefined) await Promise.race([asking, after(ANSWER_WITHIN)])
      return lock.kind === 'known' ? lock.info : undefined
    },
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
