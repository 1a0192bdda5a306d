/** The worked example: a desk on a throw-away key, with invented members and the example cases, to look around in. */
import type { MemberId } from '../basics/id.ts'
import type { DeskState, MemberRole } from '../domain/documents/desk-api.ts'
import { readCaseFile, situationOf } from '../formats/case-file.ts'
import { changeTeam } from '../store/cases.ts'
import { allMembers, insertMember } from '../store/members.ts'
import { newId } from '../vault/new-id.ts'
import { generatePassphrase } from '../vault/recovery-words.ts'
import { foundOffice, type House, unlock } from './house.ts'
import { type SignedIn, signInToExample } from './sign-in.ts'
import { takeInRecord } from './take-in-record.ts'

/** Every name is invented and says so. */
const members: readonly { name: string; roles: readonly MemberRole[] }[] = [
  { name: 'Ines Sample', roles: ['administrator', 'lawyer'] },
  { name: 'T. Example', roles: ['reviewer', 'lawyer'] },
  { name: 'R. Specimen', roles: ['caseworker'] },
]
const examples = ['heron.yaml', 'laos-nine-2013.yaml']

export const openExample = async (house: House): Promise<SignedIn> => {
  const passphrase = generatePassphrase()
  const { desk } = await foundOffice(house, { organisation: 'Training desk', language: 'en', passphrase, example: true })
  // The key of the example lies open beside it: nothing real may ever be kept under it.
  house.parts.keepExampleKey(passphrase)
  const ids = members.map(() => newId<'member'>() as MemberId)
  await desk.database.transaction({ office: desk.office, member: ids[0]! }, async (tx) => {
    for (const [index, { name, roles }] of members.entries())
      await insertMember(tx, desk.vault, desk.office, ids[index]!, roles, {
        name,
        signInName: name,
        password: null,
        totp: null,
        lastStep: null,
        recoveryHashes: [],
      })
  })
  const signedIn = await signInToExample(desk, ids[0]!)
  for (const file of examples) {
    const text = house.parts.readExample(file)
    if (text === null) continue
    const pack = desk.packs.forSituation(situationOf(text, file)).law
    const { record } = readCaseFile(text, file, pack)
    await desk.database.transaction({ office: desk.office, member: ids[0]! }, async (tx) => {
      const caseId = await takeInRecord({ desk, session: signedIn.session, tx, now: desk.clock.now() }, record)
      for (const other of ids.slice(1)) await changeTeam(tx, desk.office, caseId, other, 'member', null, null)
    })
  }
  return signedIn
}

/** A restarted example opens itself. */
export const reopenExample = async (house: House): Promise<void> => {
  const passphrase = house.record?.example ? house.parts.exampleKey() : null
  if (passphrase) await unlock(house, { passphrase })
}

export const exampleMembers = async (house: House): Promise<DeskState['exampleMembers']> => {
  const { desk } = house
  if (!desk?.example) return []
  const all = await desk.database.transaction({ office: desk.office, member: null }, (tx) => allMembers(tx, desk.vault, desk.office))
  return all
    .filter((member) => member.active)
    .map((member) => ({ id: member.id, name: member.body.name, roles: member.roles as MemberRole[] }))
}
