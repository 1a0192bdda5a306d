/** The house before anybody is in it: set up, sealed or open; opening it makes the desk that every act works with. */
import { join } from 'node:path'
import type { Clock } from '../basics/clock.ts'
import type { OfficeId } from '../basics/id.ts'
import { Memory } from '../basics/memory.ts'
import { refuse } from '../basics/refusal.ts'
import type { DeskState } from '../domain/documents/desk-api.ts'
import type { Renderer } from '../formats/renderer.ts'
import { appendLines, findLogHead, insertAuditHead } from '../store/audit.ts'
import { openBlobs } from '../store/blobs.ts'
import type { Database } from '../store/database.ts'
import { getOffice, insertOffice } from '../store/members.ts'
import { type NamesWorker, readNames } from '../store/read-names.ts'
import { dropRestoredMark, findRestoredMark } from '../store/restored-mark.ts'
import { endAllSessions } from '../store/sessions.ts'
import { type DeskRecord, findDeskRecord, insertDeskRecord } from '../store/vault-record.ts'
import { publicKeyText } from '../vault/audit.ts'
import { mustBeAllowed } from '../vault/may.ts'
import { newId } from '../vault/new-id.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Cost } from '../vault/password.ts'
import { generatePassphrase } from '../vault/recovery-words.ts'
import { createRoot, openRoot } from '../vault/root.ts'
import type { Desk, Session } from './desk.ts'
import { openListRoom } from './list-room.ts'
import { openLookedAgain } from './looked-again.ts'
import { openNameCards } from './name-cards.ts'
import { type Packs, readPacks } from './packs.ts'
import { openReadLog } from './read-log.ts'

/** What the server is started with. indexDatabase logs in as the role that may read the cards and keys of all cases and nothing else. */
export type HouseParts = {
  database: Database
  indexDatabase: Database
  dataFolder: string
  packsFolder: string
  /** Where packs already read are kept beside the built program. */
  keptPacks?: string
  clock: Clock
  renderer: Renderer
  /** The built list-worker; null works on lists in this thread. */
  listWorker?: URL | null
  /** The built assess-worker; null looks at cases again in this thread. */
  assessWorker?: URL | null
  /** Null reads the names of a large office in this thread too. */
  namesWorker?: NamesWorker | null
  idleSealMinutes: number | null /** The throw-away key of the worked example lies open in the data folder. */
  keepExampleKey(passphrase: string): void
  exampleKey(): string | null
  readExample(file: string): string | null
}
/** submitter = what this office signs with, offered for each new case; never the name of a person. */
export type OfficeBody = {
  organisation: string
  language: 'en' | 'ko' | 'zh'
  submitter?: { organisation: string | null; contact: string | null }
}

export type House = {
  parts: HouseParts
  packs: Packs
  desk: Desk | null
  record: DeskRecord | null
  /** Failed unlockings since the start; each makes the next wait longer. */
  failures: number
  blockedUntil: number
}

export const openHouse = async (parts: HouseParts): Promise<House> => ({
  parts,
  packs: readPacks(parts.packsFolder, parts.keptPacks ?? null, join(parts.dataFolder, 'law-used')),
  desk: null,
  record: await parts.database.transaction(nobody, findDeskRecord),
  failures: 0,
  blockedUntil: 0,
})

const nobody = { office: null, member: null }

export const stateOf = async (house: House, session: Session | null): Promise<DeskState> => {
  const { desk, record } = house
  const logHead = desk ? await desk.database.transaction({ office: desk.office, member: null }, (tx) => findLogHead(tx, desk.office)) : null
  return {
    phase: desk ? 'open' : record ? 'sealed' : 'set-up',
    example: record?.example ?? false,
    organisation: desk?.organisation ?? null,
    me: session && { id: session.member, name: session.name, signInName: '', roles: session.roles, active: true, me: true },
    openSince: (desk?.openSince ?? null) as DeskState['openSince'],
    idleSealMinutes: house.parts.idleSealMinutes,
    packVersion: desk ? house.packs.version : null,
    logHead: session ? logHead : null,
    exampleMembers: [],
  }
}

/** Makes the root, the office and its log in one go; nothing stands when any of it fails. Answers with what is shown once. */
export const foundOffice = async (
  house: House,
  given: { organisation: string; language: OfficeBody['language']; passphrase: string | null; example: boolean },
  cost?: Cost,
): Promise<{ desk: Desk; passphrase: string; recoveryWords: string[] }> => {
  if (house.record) refuse('already-set-up')
  const passphrase = given.passphrase ?? generatePassphrase()
  const { record: root, recoveryWords, vault } = await createRoot({ passphrase, ...(cost ? { cost } : {}) })
  const office = newId<'office'>() as OfficeId
  const record: DeskRecord = { root, office, example: given.example, logPublicKey: publicKeyText(vault.origin, vault.logPublicKey) }
  const now = house.parts.clock.now()
  await house.parts.database.transaction({ office, member: null }, async (tx) => {
    if (await findDeskRecord(tx)) refuse('already-set-up')
    await insertDeskRecord(tx, record)
    const body: OfficeBody = { organisation: given.organisation, language: given.language }
    await insertOffice(tx, vault, office, body, given.example)
    await insertAuditHead(tx, office)
    await appendLines(tx, vault, office, [line('found-office')], now)
  })
  house.record = record
  house.desk = await deskOf(house, vault, record, given.organisation)
  return { desk: house.desk, passphrase, recoveryWords }
}

/** Refuses with unlock-refused, and with too-many-tries while the wait of earlier failures runs. */
export const unlock = async (house: House, opener: { passphrase: string } | { recoveryWords: readonly string[] }): Promise<Desk> => {
  if (house.desk) return house.desk
  const { record } = house
  if (!record) return refuse('not-set-up')
  const wait = house.blockedUntil - Date.parse(house.parts.clock.now())
  if (wait > 0) refuse('too-many-tries', { seconds: String(Math.ceil(wait / 1000)) })
  let vault: OpenVault
  try {
    vault = await openRoot(record.root, opener)
  } catch (error) {
    house.failures += 1
    if (house.failures >= 3) house.blockedUntil = Date.parse(house.parts.clock.now()) + Math.min(60_000, 2 ** house.failures * 500)
    throw error
  }
  house.failures = 0
  const office = await house.parts.database.transaction({ office: record.office, member: null }, async (tx) => {
    // However it was closed, by its button, a signal or a power cut: who opens it opens it for nobody else.
    if (!record.example) await endAllSessions(tx, record.office)
    // A desk that came back from a backup says so in its log: who kept a later head sees what is gone.
    const restored = findRestoredMark(house.parts.dataFolder)
    await appendLines(
      tx,
      vault,
      record.office,
      [...(restored ? [{ ...line('restored-from'), details: restored }] : []), line('unlock')],
      house.parts.clock.now(),
    )
    return getOffice<OfficeBody>(tx, vault, record.office)
  })
  dropRestoredMark(house.parts.dataFolder)
  house.desk = await deskOf(house, vault, record, office.organisation)
  return house.desk
}

/** Leaves its line, drops every key; the process ends after it, so that nothing of it stays in memory. */
export const seal = async (house: House, session: Session | null): Promise<void> => {
  const { desk } = house
  if (!desk) return
  if (session)
    mustBeAllowed(
      { member: session.member, office: desk.office, roles: session.roles },
      'seal',
      { kind: 'office', office: desk.office },
      desk.clock.now(),
    )
  await desk.database.transaction({ office: desk.office, member: null }, async (tx) => {
    await endAllSessions(tx, desk.office)
    await appendLines(tx, desk.vault, desk.office, [{ ...line('seal'), actor: session?.member ?? null }], desk.clock.now())
  })
  for (const key of desk.caseKeys.values()) key.close()
  desk.caseKeys.clear()
  desk.lists.close()
  desk.lookedAgain.close()
  desk.cards.forgetAll()
  desk.signedIn.forgetAll()
  desk.memberNames.forgetAll()
  desk.vault.close()
  house.desk = null
}

const line = (action: string) => ({ action, actor: null, caseId: null, key: null, object: null, code: null, details: null })

/** How long unlocking waits for the names, in ms. */
const patience = 2_000

const deskOf = async (house: House, vault: OpenVault, record: DeskRecord, organisation: string): Promise<Desk> => {
  const { database, indexDatabase, dataFolder, clock, renderer } = house.parts
  const names = openNameCards()
  const reading = readNames(indexDatabase, house.parts.namesWorker ?? null, vault, record.office, names.take).then(names.done)
  reading.catch(names.failed)
  // A large office works on while its names are still being read; only what needs them is told to wait.
  await Promise.race([reading, new Promise((soon) => setTimeout(soon, patience).unref())])
  return {
    database,
    vault,
    office: record.office,
    organisation,
    example: record.example,
    clock,
    packs: house.packs,
    blobs: await openBlobs(join(dataFolder, 'blobs')),
    readLog: openReadLog(database, vault, record.office, () => clock.now()),
    names: names.cards,
    renderer,
    lists: openListRoom(house.parts.listWorker ?? null, house.parts.readExample),
    lookedAgain: openLookedAgain(house.parts.assessWorker ?? null),
    caseKeys: new Map(),
    cards: new Memory(),
    signedIn: new Memory(),
    memberNames: new Memory(),
    openSince: clock.now(),
  }
}
