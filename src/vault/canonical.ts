/** One way to write a record down (RFC 8785): the same entry always gives the same bytes, so that a hash of it means something. */
export type Canonical = null | boolean | number | string | readonly Canonical[] | { readonly [name: string]: Canonical }

/** RFC 8785 for what the log holds. Refuses (RangeError, a fault of ours) numbers that are not safe integers and half surrogate pairs: no two readers agree on those. */
export const canonical = (value: Canonical): string => {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('only whole numbers are canonical here')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) throw new RangeError('half a surrogate pair cannot be written as UTF-8')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const record = value as { readonly [name: string]: Canonical }
  // Sorted by UTF-16 code units, as section 3.2.3 asks and as sort() does.
  const names = Object.keys(record).sort()
  return `{${names.map((name) => `${canonical(name)}:${canonical(record[name]!)}`).join(',')}}`
}
