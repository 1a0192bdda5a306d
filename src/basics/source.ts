/** A source says where a statement comes from, when it was read and how sure that is. Certainty never rises on the way out. */
export const certainties = ['verified', 'partial', 'unverified'] as const
export type Certainty = (typeof certainties)[number]

/** at = paragraph or article as the pack gives it; readOn = the day up to which the value is good ("not checked since"). */
export type Citation = {
  source: string
  at: string | null
  certainty: Certainty
  readOn: string | null
  /** A record of the file itself: that it is on file is certain, and says nothing of what it tells. */
  onFile?: true
}

/** The weakest of several certainties: a sentence is only as sure as its least sure part. Unverified when there is none. */
export const weakest = (all: readonly Certainty[]): Certainty =>
  all.length === 0 ? 'unverified' : all.reduce((a, b) => (certainties.indexOf(a) > certainties.indexOf(b) ? a : b))
