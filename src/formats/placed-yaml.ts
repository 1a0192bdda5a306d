/** Reads YAML and remembers the line of every value, so that a fault is refused with file and line. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { refuse } from '../basics/refusal.ts'

export type Placed = {
  /** Dotted path, for the reason. */
  path: string
  has(key: string): boolean
  at(key: string): Placed
  keys(): string[]
  list(): Placed[]
  /** Text, number or true/false as text; null when absent. */
  maybe(): string | null
  text(): string
  number(): number | null
  oneOf<const T extends string>(choices: readonly T[]): T
  refuse(reason: string): never
  raw(): unknown
}

export const placedYaml = (text: string, file: string): Placed => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const fault = document.errors[0]
  if (fault) refuse('bad-file', { reason: fault.message.split('\n')[0]! }, { file, line: fault.linePos?.[0].line ?? 1 })
  return place(document.contents, '', file, lines, 1)
}

const place = (node: unknown, path: string, file: string, lines: LineCounter, lineAbove: number): Placed => {
  const range = (node as { range?: [number, number, number] } | null)?.range
  const line = range ? lines.linePos(range[0]).line : lineAbove
  const no = (reason: string): never => refuse('bad-file', { reason: `${path || 'the file'}: ${reason}` }, { file, line, field: path })
  if (isAlias(node)) no(`*${node.source} points to another place; write the value out here`)
  const child = (value: unknown, key: string | number): Placed => place(value, path ? `${path}.${key}` : String(key), file, lines, line)
  const scalar = (): string | null => {
    if (node === null || node === undefined) return null
    if (!isScalar(node)) return no('a single value is expected here')
    return node.value === null ? null : typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
  }
  return {
    path,
    has: (key) => isMap(node) && node.has(key),
    at: (key) =>
      node === null || node === undefined
        ? child(null, key)
        : isMap(node)
          ? child(node.get(key, true), key)
          : no('fields are expected here'),
    keys: () =>
      node === null || node === undefined
        ? []
        : isMap(node)
          ? node.items.map((item) => String(isScalar(item.key) ? (item.key.source ?? item.key.value) : item.key))
          : no('fields are expected here'),
    list: () =>
      node === null || node === undefined ? [] : isSeq(node) ? node.items.map((item, i) => child(item, i)) : no('a list is expected here'),
    maybe: scalar,
    text: () => scalar() ?? no('is missing'),
    number: () => {
      const value = scalar()
      if (value === null) return null
      return Number.isFinite(Number(value)) ? Number(value) : no(`“${value.slice(0, 40)}” is not a number`)
    },
    oneOf: (choices) => {
      const value = scalar()
      return choices.find((choice) => choice === value) ?? no(`“${String(value).slice(0, 40)}” is not one of ${choices.join(', ')}`)
    },
    refuse: no,
    raw: () => (node as { toJSON?: () => unknown } | null)?.toJSON?.() ?? null,
  }
}
