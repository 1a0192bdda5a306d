/** Bodies, papers, release and what comes back. */
import { seeProceedings } from '../actions/see-proceedings.ts'
import { route } from './route.ts'

export const proceedings = [route('GET /api/cases/:case/proceedings', seeProceedings)]
