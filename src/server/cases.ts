/** Cases, their people, authority and consent. */
import { answerHeldTogether } from '../actions/answer-held-together.ts'
import { answerQuestion } from '../actions/answer-question.ts'
import { letIn, takeOff } from '../actions/change-team.ts'
import { createCase } from '../actions/create-case.ts'
import { importPeopleList, previewPeopleList } from '../actions/import-people-list.ts'
import { confirmJudgement, judgePair, revokeJudgement } from '../actions/judge-pair.ts'
import { answerOrganisation, askOrganisation } from '../actions/know-both.ts'
import { openCase } from '../actions/open-case.ts'
import { readHistory } from '../actions/read-history.ts'
import { confirmAuthority, recordAuthority, withdrawAuthority } from '../actions/record-authority.ts'
import { recordConsent, withdrawConsent } from '../actions/record-consent.ts'
import { changeCustody, recordCustody } from '../actions/record-custody.ts'
import { changePerson, recordPerson } from '../actions/record-person.ts'
import { recordSubmitter } from '../actions/record-submitter.ts'
import { searchPeople } from '../actions/search-people.ts'
import { seeDuplicates } from '../actions/see-duplicates.ts'
import { listCases, seeToday } from '../actions/see-today.ts'
import { seePeopleLists, undoPeopleList } from '../actions/take-out-people-list.ts'
import { route } from './route.ts'

export const cases = [
  route('GET /api/today', seeToday),
  route('GET /api/cases', listCases),
  route('POST /api/cases', createCase),
  route('POST /api/search', searchPeople),
  route('POST /api/duplicates', seeDuplicates),
  route('GET /api/cases/:case', openCase),
  route('GET /api/cases/:case/history', readHistory),
  route('POST /api/cases/:case/team', letIn),
  route('POST /api/cases/:case/team/remove', takeOff),
  route('POST /api/cases/:case/questions/:question/answer', answerQuestion),
  route('POST /api/cases/:case/persons', recordPerson),
  route('POST /api/cases/:case/persons/:person', changePerson),
  route('POST /api/cases/:case/persons/:person/judgements', judgePair),
  route('POST /api/cases/:case/persons/:person/ask-organisation', askOrganisation),
  route('POST /api/cases/:case/persons/:person/answer-organisation', answerOrganisation),
  route('POST /api/cases/:case/judgements/:judgement/confirm', confirmJudgement),
  route('POST /api/cases/:case/judgements/:judgement/revoke', revokeJudgement),
  route('POST /api/cases/:case/people-list/preview', previewPeopleList),
  route('POST /api/cases/:case/people-list', importPeopleList),
  route('POST /api/cases/:case/people-list/:batch/undo', undoPeopleList),
  route('GET /api/cases/:case/people-lists', seePeopleLists),
  route('POST /api/cases/:case/authorities', recordAuthority),
  route('POST /api/cases/:case/authorities/:authority/confirm', confirmAuthority),
  route('POST /api/cases/:case/authorities/:authority/withdraw', withdrawAuthority),
  route('POST /api/cases/:case/consents', recordConsent),
  route('POST /api/cases/:case/consents/:consent/withdraw', withdrawConsent),
  route('POST /api/cases/:case/custodies', recordCustody),
  route('POST /api/cases/:case/custodies/:custody', changeCustody),
  route('POST /api/cases/:case/held-together', answerHeldTogether),
  route('POST /api/cases/:case/submitter', recordSubmitter),
]
