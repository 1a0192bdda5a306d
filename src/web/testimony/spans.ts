/** Where words stand in an account: paragraphs, pieces and selections, in UTF-16 units of the stored text, which is never changed. */
export type Range = { start: number; end: number }
export type Marked = Range & { id: string; label: string; adverse: boolean; contradicted: boolean }
export type Sealed = Range & { reason: string }
export type Paragraph = Range & { n: number }
/** A run of text under the same marks; ends = the facts whose words end here and get their number. */
export type Piece = Range & { marks: readonly Marked[]; ends: readonly Marked[]; sealed: Sealed | null; sealEnds: boolean }

export const paragraphsOf = (text: string): readonly Paragraph[] => {
  const found: Paragraph[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') found.push({ n: found.length + 1, start, end: start + line.length })
    start += line.length + 1
  }
  return found
}

export const piecesOf = (within: Range, marks: readonly Marked[], seals: readonly Sealed[]): readonly Piece[] => {
  const cuts = new Set([within.start, within.end])
  for (const { start, end } of [...marks, ...seals])
    for (const cut of [start, end]) if (cut > within.start && cut < within.end) cuts.add(cut)
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, n) => {
    const end = places[n + 1]!
    const over = (one: Range): boolean => one.start <= start && one.end >= end
    const sealed = seals.find(over) ?? null
    return {
      start,
      end,
      marks: marks.filter(over),
      ends: marks.filter((one) => one.end === end && over(one)),
      sealed,
      sealEnds: sealed !== null && sealed.end === end,
    }
  })
}

/** Place of a point of the page in the stored text; null when it lies outside the account. */
const placeOf = (root: Element, node: Node, offset: number, side: 'start' | 'end'): number | null => {
  if (!root.contains(node)) return null
  const holder = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]')
  if (holder && root.contains(holder)) {
    const length = holder.textContent?.length ?? 0
    return Number(holder.dataset.start) + (node.nodeType === Node.TEXT_NODE ? offset : offset === 0 ? 0 : length)
  }
  // Between two pieces (a number, a gap): take the nearest piece on the side the selection grows from.
  const pieces = [...root.querySelectorAll<HTMLElement>('[data-start]')]
  const point = document.createRange()
  point.setStart(node, offset)
  if (side === 'start') {
    const next = pieces.find((piece) => point.comparePoint(piece, 0) >= 0)
    return next ? Number(next.dataset.start) : null
  }
  const before = pieces.findLast((piece) => point.comparePoint(piece, 0) < 0)
  return before ? Number(before.dataset.start) + (before.textContent?.length ?? 0) : null
}

/** The words now selected with the mouse or by touch, or null. Space around them is left out. */
export const selectionIn = (root: Element | null, text: string): Range | null => {
  const selection = getSelection()
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = placeOf(root, range.startContainer, range.startOffset, 'start')
  const end = placeOf(root, range.endContainer, range.endOffset, 'end')
  if (start === null || end === null || end <= start) return null
  const chosen = text.slice(start, end)
  const left = chosen.length - chosen.trimStart().length
  const right = chosen.length - chosen.trimEnd().length
  return end - right > start + left ? { start: start + left, end: end - right } : null
}
