/** A member's own settings: open sessions, and a calendar that says only that something is due. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import { calendarFeed } from '../formats/calendar.ts'
import { endFeeds, findFeed, hasFeed, insertFeed } from '../store/calendar-feeds.ts'
import { allCards } from '../store/cards.ts'
import { allGrants } from '../store/cases.ts'
import { allSessions, endSessions } from '../store/sessions.ts'
import { hashToken, newToken } from '../vault/token.ts'
import { officeAct } from './action.ts'
import type { Desk } from './desk.ts'
import { id } from './inputs.ts'

export const listSessions = officeAct({
  name: 'list-sessions',
  may: 'office.read',
  reads: true,
  ofNobody: true,
  input: z.object({}),
  do: async (acting) => ({
    answer: (await allSessions(acting.tx, acting.desk.office, acting.session.member)).map((row) => ({
      id: row.id,
      since: row.createdAt as typeof acting.now,
      lastSeen: row.seenAt as typeof acting.now,
      current: row.id === acting.session.id,
    })),
  }),
})

export const endSession = officeAct({
  name: 'end-session',
  may: 'office.read',
  input: z.object({ session: id<'session'>() }),
  do: async (acting, { session }) => {
    await endSessions(acting.tx, acting.desk.office, acting.session.member, session)
    acting.desk.lists.drop(session)
    acting.desk.lookedAgain.drop(session)
    return { answer: { ended: true as const }, object: session }
  },
})

/** The address is shown once; afterwards only that there is one. */
export const seeCalendar = officeAct({
  name: 'see-calendar',
  may: 'calendar.feed',
  reads: true,
  ofNobody: true,
  input: z.object({}),
  do: async (acting) => ({ answer: { address: (await hasFeed(acting.tx, acting.desk.office, acting.session.member)) ? 'on' : null } }),
})

export const switchCalendar = officeAct({
  name: 'switch-calendar',
  may: 'calendar.feed',
  input: z.object({ on: z.boolean() }),
  do: async (acting, { on }): Promise<{ answer: { address: string | null } }> => {
    await endFeeds(acting.tx, acting.desk.office, acting.session.member)
    if (!on) return { answer: { address: null } }
    const { token, hash } = newToken()
    await insertFeed(acting.tx, hash, acting.desk.office, acting.session.member, acting.now)
    return { answer: { address: `/calendar/${token}.ics` } }
  },
})

/** The feed itself: opened by its address alone, so it says "due" and a code, nothing else. Null when it was switched off. */
export const readCalendar = async (desk: Desk, token: string): Promise<string | null> => {
  const now = desk.clock.now()
  const feed = await desk.database.transaction({ office: null, member: null }, (tx) => findFeed(tx, hashToken(token)))
  if (!feed || feed.office !== desk.office) return null
  return desk.database.transaction({ office: desk.office, member: feed.member }, async (tx) => {
    const grants = await allGrants(tx, desk.office, feed.member, now)
    const cards = await allCards(tx, desk.vault, desk.office, grants, desk.cards, desk.caseKeys)
    const today = dayIn(now, 'UTC')
    const due = [...cards].flatMap(([caseId, { card }]) =>
      card.due
        .filter((row) => row.on.latest >= today)
        .map((row, index) => ({ code: `D-${caseId.slice(0, 4).toUpperCase()}-${index + 1}`, on: row.on.earliest })),
    )
    return calendarFeed(due, now)
  })
}
