/** The notes that the engine itself writes, by their form; whatever has none was written by the pack's lawyers. */

export const noteForms = {
  differ: /^accounts differ: (.+)$/,
  open: /^open, does not carry the line: (.+)$/,
  raises: /^raises the question and is no finding: (.+)$/,
  silent: /^the pack says nothing on this State and instrument$/,
  onlyFor: /^the pack speaks only for (.+)$/,
  signedOn: /^signed on (\d{4}(?:-\d\d){0,2})(?:; (.+))?$/,
} as const

export type NoteForm = keyof typeof noteForms

export const formOf = (note: string): NoteForm | null =>
  (Object.keys(noteForms) as NoteForm[]).find((form) => noteForms[form].test(note)) ?? null
