/** Members of the office and their own settings. */
import { inviteMember, listMembers, removeMember, seeOpened } from '../actions/members.ts'
import { endSession, listSessions, seeCalendar, switchCalendar } from '../actions/settings.ts'
import { route } from './route.ts'

export const office = [
  route('GET /api/members', listMembers),
  route('POST /api/members', inviteMember),
  route('POST /api/members/:member/remove', removeMember),
  route('GET /api/members/:member/opened', seeOpened),
  route('GET /api/settings/sessions', listSessions),
  route('POST /api/settings/sessions/:session/end', endSession),
  route('GET /api/settings/calendar', seeCalendar),
  route('POST /api/settings/calendar', switchCalendar),
]
