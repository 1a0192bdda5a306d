/** The law of the packs, the assessment of a case, and findings. */
import { assessCase } from '../actions/assess-case.ts'
import { draftFinding, reviewFinding } from '../actions/draft-finding.ts'
import { noteLawChange } from '../actions/law-change.ts'
import { lookAgain, seeLookedAgain } from '../actions/look-again.ts'
import { seeSituations, seeVocabulary, whoIsBound } from '../actions/who-is-bound.ts'
import { route } from './route.ts'

export const law = [
  route('GET /api/situations', seeSituations),
  route('GET /api/vocabulary/:situation', seeVocabulary),
  route('GET /api/law/bound', whoIsBound),
  route('GET /api/law/looked-again', seeLookedAgain),
  route('POST /api/law/looked-again', lookAgain),
  route('POST /api/law/looked-again/seen', noteLawChange),
  route('GET /api/cases/:case/assessment', assessCase),
  route('POST /api/cases/:case/findings', draftFinding),
  route('POST /api/cases/:case/findings/:finding/review', reviewFinding),
]
