/** Small pieces of the XML inside an Excel file: tags, their text, and which number formats show a date. */

/** Every <name …> by its attributes, whatever prefix it has. */
export const attributesOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^>]{0,${longest}})>`, 'g'))].map(([, attributes]) => attributes!)

/** Every <name …>…</name>; <name/> has an empty inside. Not for tags that hold their like. Linear, whatever the file holds. */
export const wholeTags = (xml: string, name: string): { attributes: string; inner: string }[] => {
  const open = new RegExp(`<((?:\\w+:)?)${name}(?=[\\s/>])([^>]{0,${longest}})>`, 'g')
  const found: { attributes: string; inner: string }[] = []
  for (let tag = open.exec(xml); tag; tag = open.exec(xml)) {
    const attributes = tag[2]!
    if (attributes.endsWith('/')) {
      found.push({ attributes: attributes.slice(0, -1), inner: '' })
      continue
    }
    const close = `</${tag[1]}${name}>`
    const end = xml.indexOf(close, open.lastIndex)
    if (end < 0) break
    found.push({ attributes, inner: xml.slice(open.lastIndex, end) })
    open.lastIndex = end + close.length
  }
  return found
}

const longest = 2_000

export const attributeOf = (attributes: string, name: string): string | null => {
  const [, double, single] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? []
  const value = double ?? single
  return value === undefined ? null : unescaped(value)
}

/** The text of a cell: its <t> parts joined, without the reading aids (rPh) that stand beside Han letters. tag = null: the text itself. */
export const textIn = (xml: string, tag: 't' | null = 't'): string =>
  unescaped(
    tag === null
      ? xml
      : wholeTags(xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, ''), 't')
          .map(({ inner }) => inner)
          .join(''),
  )

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text
    .replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    // Excel writes control letters so; a carriage return is the usual one.
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** How much of a date a format shows; null = it shows none. A year typed as a whole date is not made a day. */
export type DatePart = 'day' | 'month' | 'year' | null

/** By the number of the cell's style. */
export const dateFormatsIn = (styles: string): DatePart[] => {
  const codes = new Map(attributesOf(styles, 'numFmt').map((tag) => [attributeOf(tag, 'numFmtId'), attributeOf(tag, 'formatCode') ?? '']))
  const [cells] = wholeTags(styles, 'cellXfs')
  return attributesOf(cells?.inner ?? '', 'xf').map((tag) => {
    const id = attributeOf(tag, 'numFmtId') ?? '0'
    return codes.has(id) ? partOf(codes.get(id)!) : builtIn(Number(id))
  })
}

const partOf = (code: string): DatePart => {
  const letters = code
    .split(';')[0]!
    .replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '')
    .toLowerCase()
  if (/d/.test(letters)) return 'day'
  if (!/[ye]/.test(letters) || /general|0/.test(letters)) return null
  return /m/.test(letters) ? 'month' : 'year'
}

/** ECMA-376, 18.8.30: formats that Excel does not write down; those of East Asia show year and month, or a day, by its language. The month is sure. */
const builtIn = (id: number): DatePart =>
  [14, 15, 16, 22, 30, 31].includes(id) ? 'day' : [17, 27, 36, 50, 52, 57].includes(id) ? 'month' : null

/** Days since 1900 (with its invented 29 February) or since 1904, as YYYY-MM-DD as far as the sheet shows it. */
export const dayOf = (serial: number, part: Exclude<DatePart, null>, since1904: boolean): string => {
  const days = Math.floor(serial) + (since1904 ? 1462 : 0)
  if (!(days >= 1 && days < 2_958_466)) return String(serial)
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000).toISOString()
  return date.slice(0, part === 'day' ? 10 : part === 'month' ? 7 : 4)
}
