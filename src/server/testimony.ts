/** Accounts and the facts drawn from them. */
import { checkWords } from '../actions/check-words.ts'
import {
  attestAccount,
  changeAccount,
  correctAccount,
  readAccount,
  recordAccount,
  sealSpan,
  translateAccount,
} from '../actions/record-account.ts'
import { changeFact, explainContradiction, recordFact } from '../actions/record-fact.ts'
import { putBackFact, removeFact } from '../actions/strike-fact.ts'
import { route } from './route.ts'

export const testimony = [
  route('POST /api/cases/:case/accounts', recordAccount),
  route('POST /api/cases/:case/accounts/:account', changeAccount),
  route('GET /api/cases/:case/accounts/:account', readAccount),
  route('POST /api/cases/:case/accounts/:account/attest', attestAccount),
  route('POST /api/cases/:case/accounts/:account/corrections', correctAccount),
  route('POST /api/cases/:case/accounts/:account/translations', translateAccount),
  route('POST /api/cases/:case/accounts/:account/sealed-spans', sealSpan),
  route('POST /api/must-not-be-known', checkWords),
  route('POST /api/cases/:case/facts', recordFact),
  route('POST /api/cases/:case/facts/:fact', changeFact),
  route('POST /api/cases/:case/facts/:fact/remove', removeFact),
  route('POST /api/cases/:case/facts/:fact/put-back', putBackFact),
  route('POST /api/cases/:case/contradictions/:contradiction/explain', explainContradiction),
]
