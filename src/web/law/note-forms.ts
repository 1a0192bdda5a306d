/** The notes that the engine itself writes, by their form; whatever has none was written by the pack's lawyers. */

export const noteForms = {
  differ: /^accounts differ: (.+)$/,
  open: /^open, does not carry the line: (.+)$/,
  raises: /^raises the question and is no finding: (.+)$/,
  silent: /^the pack says nothing on this State and instrument$/,
  onlyFor: /^the pack speaks only for (.+)$/,
  signedOn: /^signed on (\d{4}(?:-\d\d){0,2})(?:; (.+))?$/,
  joinedOn: /^joined on (\d{4}(?:-\d\d){0,2}) and not yet bound(?:; (.+))?$/,
  // What the law pack puts beside a line; the facts it speaks of may follow.
  unjudged: /^alleged and not judged, to be looked into(?:: (.+))?$/,
  country: /^the country situation, not yet this person(?:: (.+))?$/,
  reports: /^what reports and the fate of others tell; a sign that it reaches this person must stand beside it(?:: (.+))?$/,
} as const

export type NoteForm = keyof typeof noteForms

export const formOf = (note: string): NoteForm | null =>
  (Object.keys(noteForms) as NoteForm[]).find((form) => noteForms[form].test(note)) ?? null
