/** Opens a small zip with Node alone, so that tests can look into the documents we write. */
import { inflateRawSync } from 'node:zlib'

/** Entry name → text, and the raw date fields that must not move. */
export const unzip = (zip: Uint8Array): { texts: Map<string, string>; dates: number[] } => {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0) throw new Error('This is not a zip.')
  const texts = new Map<string, string>()
  const dates: number[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)]
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    texts.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
    dates.push(bytes.readUInt32LE(at + 12), bytes.readUInt32LE(local + 10))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return { texts, dates }
}

/** Throws at the first tag that does not close; good enough to catch a letter that breaks XML. */
export const assertWellFormed = (xml: string): void => {
  const open: string[] = []
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (empty) continue
    if (!close) open.push(name!)
    else if (open.pop() !== name) throw new Error(`</${name}> closes nothing.`)
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> stays open.`)
  const left = xml.replace(/<[A-Za-z/?][^<>]*>/g, '').replace(/&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/gi, '')
  if (/[<&]/.test(left)) throw new Error('A bare < or & stands in the text.')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids exactly these
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(xml)) throw new Error('A control character stands in the XML.')
}
