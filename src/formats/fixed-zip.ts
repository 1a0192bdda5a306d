/** Gives every entry of a zip one fixed date, so that the same paper is the same file whenever and wherever it is made. */

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
/** 1 January 1980, 00:00: the first date a zip can hold. */
const firstDay = 0x0021

/** Changes the given bytes in place and returns them. Only for archives that we wrote ourselves: no zip64, no comment. */
export const fixedDates = (zip: Uint8Array): Uint8Array => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.byteLength - 22
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) throw new Error('Not a plain zip archive.')
  let at = view.getUint32(end + 16, true)
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries -= 1) {
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(at, true) !== directoryEntry || view.getUint32(local, true) !== localEntry)
      throw new Error('Not a plain zip archive.')
    stamp(view, at + 12)
    stamp(view, local + 10)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return zip
}

const stamp = (view: DataView, at: number): void => {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, firstDay, true)
}
