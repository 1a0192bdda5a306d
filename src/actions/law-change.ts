/** After a change of the law pack: each member who works with cases is told once how many lines and findings of theirs answer otherwise, until they have looked. */
import { z } from 'zod'
import type { LawPack } from '../domain/law/pack.ts'
import type { Today } from '../domain/protection/today.ts'
import { changeMember, findMember } from '../store/members.ts'
import { digestOf } from '../vault/digest.ts'
import { type Acting, officeAct } from './action.ts'
import type { Packs } from './packs.ts'

/** Read once for the packs in use: a former pack is a large file. */
const named = new WeakMap<Packs, string | null>()
const digest = (law: LawPack): string => digestOf(JSON.stringify(law)).slice(0, 16)

/** A name for this change of the texts; null = no law before it is known here. */
export const changeOfLaw = (packs: Packs): string | null => {
  const known = named.get(packs)
  if (known !== undefined) return known
  const changes = packs.situations().flatMap(({ id }) => {
    const former = packs.former(id)
    return former === null ? [] : [`${digest(former)}>${digest(packs.forSituation(id).law)}`]
  })
  const name = changes.length === 0 ? null : changes.join(' ')
  named.set(packs, name)
  return name
}

/** True until the member has seen what a look found. */
export const isUnread = async ({ desk, tx, session }: Acting): Promise<boolean> => {
  const change = changeOfLaw(desk.packs)
  if (change === null) return false
  const member = await findMember(tx, desk.vault, desk.office, session.member)
  return member !== null && member.body.lawSeen !== change
}

/** Begins the look by itself: a person cannot ask for what they do not know of. Each case leaves its line as a look by the desk. */
export const lawChangeFor = async (acting: Acting): Promise<Today['law']> => {
  if (!(await isUnread(acting))) return null
  const { desk, session } = acting
  if (desk.lookedAgain.of(session.id) === null) desk.lookedAgain.begin(desk, session)
  const look = desk.lookedAgain.of(session.id)
  // It ended before every case was looked at: Settings says so and offers to look again.
  if (!look || look.failed) return null
  return {
    progress: look.progress,
    cases: look.cases.length + look.more,
    lines: look.cases.reduce((sum, one) => sum + one.changed.length, 0),
    findings: look.cases.reduce((sum, one) => sum + one.findings, 0),
  }
}

/** The member has what the look found before their eyes: the notice goes, for this change. */
export const noteLawChange = officeAct({
  name: 'note-law-change',
  may: 'today.read',
  input: z.object({}),
  do: async ({ desk, tx, session }): Promise<{ answer: { noted: true } }> => {
    const change = changeOfLaw(desk.packs)
    const member = await findMember(tx, desk.vault, desk.office, session.member)
    if (change !== null && member && member.body.lawSeen !== change)
      await changeMember(tx, desk.vault, desk.office, member, { ...member.body, lawSeen: change })
    return { answer: { noted: true } }
  },
})
