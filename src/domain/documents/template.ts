/** Fills a sentence template. {name} is a value; [ … ] stays only when all values and conditions in it hold; <one|many> agrees with the number of persons. */

/** plural chooses the second of <one|many>. value answers null when the file does not say. attr answers raw attributes for conditions [trial=no: …]. */
export type Fill = { plural: boolean; value(name: string): string | null; attr(name: string): string | null }

export const fillTemplate = (template: string, fill: Fill): string => tidy(walk(template, fill).text)

type Walked = { text: string; missing: boolean }

const walk = (template: string, fill: Fill): Walked => {
  let text = ''
  let missing = false
  for (let at = 0; at < template.length; at++) {
    const char = template[at]
    if (char === '[') {
      const end = closing(template, at)
      const inner = optional(template.slice(at + 1, end), fill)
      text += inner
      at = end
    } else if (char === '{') {
      const end = template.indexOf('}', at)
      const value = fill.value(template.slice(at + 1, end))
      if (value === null) missing = true
      else text += value
      at = end
    } else if (char === '<') {
      const end = template.indexOf('>', at)
      const [one, many] = template.slice(at + 1, end).split('|') as [string, string?]
      text += fill.plural ? (many ?? one) : one
      at = end
    } else text += char
  }
  return { text, missing }
}

/** A value that is not known, refused or not asked is no value; only a condition that names it speaks of it. */
const noAnswer = new Set(['unknown', 'refused', 'not-asked', 'other', ''])

/** [key=a|b: text], [key!=a: text] or [text]. */
const optional = (inner: string, fill: Fill): string => {
  const rule = /^(\w+)(!?=)([\w|*-]+): ?/.exec(inner)
  if (rule) {
    const value = fill.attr(rule[1]!)
    const hit = value !== null && (rule[3] === '*' ? !noAnswer.has(value) : rule[3]!.split('|').includes(value))
    if (hit !== (rule[2] === '=')) return ''
  }
  const walked = walk(rule ? inner.slice(rule[0].length - (rule[0].endsWith(' ') ? 1 : 0)) : inner, fill)
  return walked.missing ? '' : walked.text
}

const closing = (template: string, open: number): number => {
  let depth = 0
  for (let at = open; at < template.length; at++) {
    if (template[at] === '[') depth++
    if (template[at] === ']' && --depth === 0) return at
  }
  return template.length
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ([,;.)])/g, '$1')
    .replace(/\.\.$/, '.')
    .trim()

/** First letter small, for a sentence that follows an opening such as “By one version,”. */
export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
/** Without its full stop, to stand inside another sentence. */
export const stripStop = (text: string): string => text.replace(/[.\s]+$/, '')
export const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
