/** The file in which encodings travel: a line that says what they are, then 128 bytes a person, in an order that says nothing. */
import { refuse } from '../basics/refusal.ts'
import { encodingBytes } from '../domain/linkage/overlap-plan.ts'
import { allBytesOf, type ListFile, nameOf } from './list-source.ts'

export type EncodingFile = { keyId: string; recipe: string; records: number; encodings: Uint8Array }

const format = 'article33-encodings'

/** Sorted by their own bytes: the order of the list they came from would tell neighbours and families. */
export const encodingFileOf = ({ keyId, recipe }: { keyId: string; recipe: string }, encodings: readonly Uint8Array[]): Buffer => {
  const sorted = [...encodings].sort((a, b) => Buffer.compare(a, b))
  const head = { format, version: 1, bits: encodingBytes * 8, key: keyId, recipe, records: sorted.length }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...sorted])
}

/** As much as memory holds twice on a small machine: sixteen million people. */
const most = 2 ** 31

export const readEncodings = (file: ListFile): EncodingFile => {
  const bad = (reason: string): never => refuse('bad-file', { reason }, { file: nameOf(file) })
  const bytes = allBytesOf(file, most)
  const end = bytes.subarray(0, 1000).indexOf(10)
  let head: { format?: unknown; version?: unknown; bits?: unknown; key?: unknown; recipe?: unknown; records?: unknown } = {}
  try {
    head = JSON.parse(bytes.subarray(0, Math.max(0, end)).toString('utf8')) as typeof head
  } catch {
    bad('line 1: it is not a file of encodings')
  }
  const { key, recipe, records } = head
  if (
    head.format !== format ||
    head.version !== 1 ||
    head.bits !== encodingBytes * 8 ||
    typeof key !== 'string' ||
    typeof recipe !== 'string' ||
    typeof records !== 'number'
  ) {
    return bad('line 1: it is not a file of encodings that this version reads')
  }
  const body = bytes.length - end - 1
  if (body !== records * encodingBytes) bad(`it should hold ${records} encodings and holds ${body} bytes: it was cut or changed`)
  // A copy of its own: words must begin at a multiple of eight.
  return { keyId: key, recipe, records, encodings: new Uint8Array(bytes.subarray(end + 1)) }
}
