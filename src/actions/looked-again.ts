/** What a look at the cases after a change of law found: in the memory of this process, apart for each session, gone with it. */

import type { MemberId } from '../basics/id.ts'
import { changeReasons } from '../domain/law/affected-elements.ts'
import type { LookedAgain } from '../domain/law/looked-again.ts'
import type { LawPack } from '../domain/law/pack.ts'
import type { Desk, Session } from './desk.ts'
import { reassessCases } from './reassess-cases.ts'

type Look = Pick<LookedAgain, 'progress' | 'finishedAt' | 'looked' | 'failed' | 'more'> & {
  cases: LookedAgain['cases'][number][]
  stop: AbortController
  member: MemberId
}

export type LookedAgainRoom = {
  of(session: string): Look | null
  /** Runs behind the answer; what ran before for this session is stopped. */
  begin(desk: Desk, session: Session): void
  drop(session: string): void
  dropMember(member: MemberId): void
  close(): void
}

/** A list that a person can still read; the rest is counted. */
const mostCases = 300
const idleMinutes = 60

export const openLookedAgain = (workerUrl: URL | null): LookedAgainRoom => {
  const looks = new Map<string, Look>()
  const drop = (session: string): void => {
    looks.get(session)?.stop.abort()
    looks.delete(session)
  }
  return {
    of: (session) => looks.get(session) ?? null,
    begin: (desk, session) => {
      drop(session.id)
      const look: Look = {
        progress: { done: 0, of: 0 },
        finishedAt: null,
        looked: 0,
        failed: false,
        more: 0,
        cases: [],
        stop: new AbortController(),
        member: session.member,
      }
      looks.set(session.id, look)
      // Only this look: a later one of the same session has a clock of its own.
      setTimeout(() => looks.get(session.id) === look && drop(session.id), idleMinutes * 60_000).unref()
      void lookAtAll(desk, session, look, workerUrl)
        .catch(() => {
          // Stopped, sealed, or signed out meanwhile: what was found so far stands and is said to be incomplete.
          look.failed = true
        })
        .finally(() => {
          look.progress = null
          look.finishedAt = desk.clock.now()
        })
    },
    drop,
    dropMember: (member) => {
      for (const [session, look] of looks) if (look.member === member) drop(session)
    },
    close: () => {
      for (const session of [...looks.keys()]) drop(session)
    },
  }
}

const lookAtAll = async (desk: Desk, session: Session, look: Look, workerUrl: URL | null): Promise<void> => {
  for (const { id: situation } of desk.packs.situations()) {
    const before = desk.packs.former(situation)
    const { law } = desk.packs.forSituation(situation)
    const reasons = before === null ? null : changeReasons(before, law)
    const shows = showsOf([law, ...(before ? [before] : [])])
    await reassessCases(
      desk,
      session,
      {
        situation,
        before,
        workerUrl,
        workers: 1,
        signal: look.stop.signal,
        onProgress: (done, of) => {
          look.progress = { done, of }
        },
      },
      (caseId, record, answer) => {
        look.looked++
        if (answer.changed.length === 0 && answer.findings.length === 0) return
        if (look.cases.length >= mostCases) {
          look.more++
          return
        }
        const people = record.persons.map((one) => one.id as string)
        look.cases.push({
          case: caseId,
          codeName: record.codeName,
          findings: answer.findings.length,
          changed: answer.changed.map((one) => ({
            element: one.element,
            show: shows.get(one.element) ?? { en: one.element, ko: one.element, zh: one.element },
            person: record.persons[people.indexOf(one.person)]?.names[0]?.text ?? '',
            personAt: people.indexOf(one.person) + 1,
            state: one.state,
            stateName: one.state === null ? null : (law.states[one.state] ?? null),
            custody: one.custody,
            before: one.before,
            after: one.after,
            reasons: (reasons?.get(one.element) ?? []).map((reason) =>
              'from' in reason
                ? { what: reason.what, from: reason.from, show: shows.get(reason.from) ?? null }
                : { what: reason.what, from: null, show: null },
            ),
          })),
        })
      },
    )
  }
}

/** Element → its words; source and instrument → the way it is cited. */
const showsOf = (packs: readonly LawPack[]) =>
  new Map(
    packs.flatMap((pack) => [
      ...pack.tests.flatMap((test) => test.elements.map((element) => [`${test.id}.${element.id}`, element.show] as const)),
      ...pack.instruments.map((one) => [one.id, { en: one.short, ko: one.short, zh: one.short }] as const),
    ]),
  )
