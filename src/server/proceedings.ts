/** Bodies, papers, release and what comes back. */
import { composePaper } from '../actions/compose-paper.ts'
import { logFiling } from '../actions/log-filing.ts'
import { explainDivergence, openPaper, strikeSentence, wordSentence } from '../actions/open-paper.ts'
import { askRelease, releasePaper } from '../actions/release.ts'
import { seeProceedings } from '../actions/see-proceedings.ts'
import { route } from './route.ts'

export const proceedings = [
  route('GET /api/cases/:case/proceedings', seeProceedings),
  route('POST /api/cases/:case/papers', composePaper),
  route('GET /api/papers/:paper', openPaper),
  route('POST /api/papers/:paper/strike', strikeSentence),
  route('POST /api/papers/:paper/word', wordSentence),
  route('POST /api/papers/:paper/explain', explainDivergence),
  route('POST /api/papers/:paper/ask', askRelease),
  route('POST /api/papers/:paper/release', releasePaper),
  route('POST /api/filings/:filing/events', logFiling),
]
