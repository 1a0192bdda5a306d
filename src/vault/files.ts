/** Files as they pass: locked to their case on the way in, opened on the way out, and hashed in the clear so that the original can be proved. */
import { createHash } from 'node:crypto'
import { Decrypter, Encrypter } from 'age-encryption'
import { Refusal } from '../basics/refusal.ts'

/** What passed: bytes in the clear and their SHA-256 in hex. Settles when the stream has been read to its end. */
export type Passed = { sha256: string; size: number }
export type PassingFile = { stream: ReadableStream<Uint8Array>; passed: Promise<Passed> }

/** An ordinary age file for each recipient (age1…). Memory stays flat: one chunk of 64 KiB at a time. */
export const encryptFile = async (recipients: readonly string[], plain: ReadableStream<Uint8Array>): Promise<PassingFile> => {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const counted = counting()
  return { stream: await encrypter.encrypt(plain.pipeThrough(counted.through)), passed: counted.passed }
}

/** Each chunk is authentic when it comes out; that nothing is missing is known only at the end, so nothing counts as read before `passed`. Refuses with tampered. */
export const decryptFile = async (identity: string, sealed: ReadableStream<Uint8Array>): Promise<PassingFile> => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const counted = counting()
  try {
    return { stream: refusing((await decrypter.decrypt(sealed)).pipeThrough(counted.through), counted.fail), passed: counted.passed }
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal('tampered')
  }
}

const counting = () => {
  const hash = createHash('sha256')
  let size = 0
  let done: (passed: Passed) => void = () => {}
  let fail: (fault: unknown) => void = () => {}
  const passed = new Promise<Passed>((resolve, reject) => {
    done = resolve
    fail = reject
  })
  // Who reads only the stream hears of the fault there; an unread promise must not end the process.
  passed.catch(() => {})
  const through = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      hash.update(chunk)
      size += chunk.length
      out.enqueue(chunk)
    },
    flush: () => done({ sha256: hash.digest('hex'), size }),
  })
  return { through, passed, fail }
}

/** Turns whatever the decoder throws into the one refusal that may leave the house. */
const refusing = (stream: ReadableStream<Uint8Array>, fail: (fault: unknown) => void): ReadableStream<Uint8Array> => {
  const reader = stream.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(out) {
      try {
        const { done, value } = await reader.read()
        if (done) out.close()
        else out.enqueue(value)
      } catch (fault) {
        const refusal = fault instanceof Refusal ? fault : new Refusal('tampered')
        fail(refusal)
        out.error(refusal)
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
