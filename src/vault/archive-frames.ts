/** How an archive is cut into pieces: a letter, a length, the bytes; nothing longer than its cap is ever held. */
import { refuse } from '../basics/refusal.ts'

/** M magic · N name of a part · C a piece of it · H its hash, end of the part · E manifest · S signature. */
export type Frame = { kind: 'M' | 'N' | 'C' | 'H' | 'E' | 'S'; bytes: Buffer }
const caps: Record<Frame['kind'], number> = { M: 32, N: 300, C: 65_536, H: 32, E: 64 * 1024 * 1024, S: 96 }

export const frame = (kind: Frame['kind'], bytes: Uint8Array): Buffer => {
  const head = Buffer.alloc(5)
  head.write(kind, 'latin1')
  head.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}

/** Refuses with tampered at an unknown letter, a length over its cap or an end in the middle. */
export async function* framesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Frame> {
  const reader = stream.getReader()
  let held: Uint8Array[] = []
  let length = 0
  const fill = async (wanted: number): Promise<boolean> => {
    while (length < wanted) {
      const { done, value } = await reader.read()
      if (done) return false
      held.push(value)
      length += value.length
    }
    return true
  }
  const cut = (wanted: number): Buffer => {
    const all = held.length === 1 ? Buffer.from(held[0]!.buffer, held[0]!.byteOffset, held[0]!.byteLength) : Buffer.concat(held)
    held = [all.subarray(wanted)]
    length -= wanted
    return all.subarray(0, wanted)
  }
  try {
    for (;;) {
      if (!(await fill(5))) {
        if (length > 0) refuse('tampered')
        return
      }
      const head = cut(5)
      const kind = head.toString('latin1', 0, 1) as Frame['kind']
      const size = head.readUInt32BE(1)
      if (!Object.hasOwn(caps, kind) || size > caps[kind] || !(await fill(size))) refuse('tampered')
      yield { kind, bytes: cut(size) }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
