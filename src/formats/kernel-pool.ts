/** Runs a compiled kernel on several threads over one shared memory, so that comparing two long lists uses the whole machine and keeps the desk awake. */
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'

/** Arguments of a kernel's function; `inRoom` stands for an address in the room of whichever thread takes the call. */
export type KernelCall = readonly (number | { inRoom: number })[]
export type KernelPool = {
  memory: WebAssembly.Memory
  /** Calls a function once on every thread (to set up globals). */
  onEach(name: string, call: KernelCall): Promise<void>
  /** Calls it once for each entry, in any order; `done` hears each answer with the thread's room. The room is free again when done returns. */
  run(name: string, calls: readonly KernelCall[], done: (index: number, answer: number, room: number) => void): Promise<void>
  close(): Promise<void>
}

const pageBytes = 65536

/** Plain JavaScript on purpose: a thread must start alike from source, from the bundle and from a test. */
const threadSource = `
const { parentPort, workerData } = require('node:worker_threads')
const { exports } = new WebAssembly.Instance(workerData.module, { env: { memory: workerData.memory } })
parentPort.on('message', ({ name, call, index }) => {
  try {
    parentPort.postMessage({ index, answer: exports[name](...call.map((word) => (typeof word === 'object' ? workerData.room + word.inRoom : word))) })
  } catch (error) {
    parentPort.postMessage({ index, fault: String(error) })
  }
})
`

/** Straight to the best code: kernels are small and run long. Flags hold for the whole process, where the typesetter asks for the simplest. */
const compiledWell = (bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module => {
  setFlagsFromString('--no-liftoff')
  try {
    return new WebAssembly.Module(bytes)
  } finally {
    setFlagsFromString('--liftoff')
  }
}

/** `bytes` lie from `firstByte` on and belong to the caller; each thread has `room` bytes of its own behind them. */
export const firstByte = pageBytes
export const openKernelPool = (kernel: string, bytes: number, room: number, threads: number): KernelPool => {
  const begin = align(firstByte + bytes)
  const pages = Math.ceil((begin + threads * align(room)) / pageBytes) + 1
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  const module = compiledWell(Buffer.from(kernel, 'base64'))
  const rooms = Array.from({ length: threads }, (_, i) => begin + i * align(room))
  const workers = rooms.map((own) => new Worker(threadSource, { eval: true, workerData: { module, memory, room: own } }))
  const each = (
    name: string,
    calls: readonly { call: KernelCall; only: number | null }[],
    done: (index: number, answer: number, room: number) => void,
  ): Promise<void> =>
    new Promise((resolve, reject) => {
      let next = 0
      let open = 0
      const fail = (error: unknown): void => reject(error instanceof Error ? error : new Error(String(error)))
      const listeners = workers.map((_worker, at) => (message: { index: number; answer: number; fault?: string }) => {
        open--
        if (message.fault !== undefined) return fail(message.fault)
        try {
          done(message.index, message.answer, rooms[at]!)
        } catch (error) {
          return fail(error)
        }
        give(at)
        if (open === 0) settle()
      })
      const settle = (): void => {
        workers.forEach((worker, at) => {
          worker.off('message', listeners[at]!)
          worker.off('error', fail)
        })
        resolve()
      }
      const give = (at: number): void => {
        const entry = calls[next]
        if (!entry || (entry.only !== null && entry.only !== at)) return
        workers[at]!.postMessage({ name, call: entry.call, index: next++ })
        open++
      }
      workers.forEach((worker, at) => {
        worker.on('message', listeners[at]!)
        worker.on('error', fail)
        give(at)
      })
      if (open === 0) settle()
    })
  return {
    memory,
    onEach: (name, call) =>
      each(
        name,
        workers.map((_, at) => ({ call, only: at })),
        () => {},
      ),
    run: (name, calls, done) =>
      each(
        name,
        calls.map((call) => ({ call, only: null })),
        done,
      ),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

const align = (bytes: number): number => Math.ceil(bytes / pageBytes) * pageBytes

/** Hands out addresses one behind the other, each at a multiple of 64 bytes. */
export const layOut = (): { take: (bytes: number) => number; used: () => number } => {
  let at = firstByte
  return {
    take: (bytes) => {
      const own = at
      at = Math.ceil((at + bytes) / 64) * 64
      return own
    },
    used: () => at - firstByte,
  }
}
