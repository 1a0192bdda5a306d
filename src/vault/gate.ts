/** Lets two costly computations run at once and keeps a short queue, so that a storm of sign-ins cannot stop the desk. */
import { refuse } from '../basics/refusal.ts'

export type Gate = { run<T>(work: () => Promise<T>): Promise<T>; readonly waiting: number }

/** Refuses with too-many-tries when `queue` are already waiting: better a quick refusal than a minute of silence. */
export const newGate = (atOnce: number, queue: number): Gate => {
  let running = 0
  const line: (() => void)[] = []
  return {
    get waiting() {
      return line.length
    },
    async run(work) {
      if (running >= atOnce) {
        if (line.length >= queue) return refuse('too-many-tries', { seconds: '5' })
        await new Promise<void>((go) => line.push(go))
      } else running++
      try {
        return await work()
      } finally {
        const next = line.shift()
        if (next) next()
        else running--
      }
    },
  }
}
