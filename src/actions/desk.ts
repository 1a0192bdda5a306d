/** The opened desk: what every act works with while the server is unsealed. Closing it drops every key. */
import type { Clock } from '../basics/clock.ts'
import type { CaseId, MemberId, OfficeId } from '../basics/id.ts'
import type { Memory } from '../basics/memory.ts'
import type { MemberRole } from '../domain/documents/desk-api.ts'
import type { Renderer } from '../formats/renderer.ts'
import type { Blobs } from '../store/blobs.ts'
import type { OpenedCard } from '../store/cards.ts'
import type { Actor, Database } from '../store/database.ts'
import type { CaseKey } from '../vault/case-key.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Card } from './card.ts'
import type { ListRoom } from './list-room.ts'
import type { LookedAgainRoom } from './looked-again.ts'
import type { NameCards } from './name-cards.ts'
import type { Packs } from './packs.ts'
import type { ReadLog } from './read-log.ts'

export type Desk = {
  database: Database
  vault: OpenVault
  office: OfficeId
  organisation: string
  /** Worked example: throw-away key, fictional people, no uploads or imports. */
  example: boolean
  clock: Clock
  packs: Packs
  blobs: Blobs
  readLog: ReadLog
  names: NameCards
  renderer: Renderer
  /** Lists of people outside this desk, while somebody works on them. */
  lists: ListRoom
  /** What a look at the cases after a change of law found, while a session is open. */
  lookedAgain: LookedAgainRoom
  /** Opened case keys; dropped with the desk. */
  caseKeys: Map<CaseId, CaseKey>
  cards: Memory<CaseId, OpenedCard<Card>>
  /** What members are called; read anew after every act on members. */
  memberNames: Memory<'all', ReadonlyMap<string, string>>
  /** Who is signed in, by hash of the token; asked anew every half minute, and after every act on members or sessions. */
  signedIn: Memory<string, { session: Session; until: string }>
  openSince: string
}

/** Who acts: a signed-in member in one session. authenticator tells two proofs of two people apart. */
export type Session = { id: string; member: MemberId; name: string; roles: readonly MemberRole[]; authenticator: string }

export const actorOf = (desk: Desk, session: Session): Actor => ({ office: desk.office, member: session.member })
