/** Lays the case against the law of a day and keeps the answer with the pack's version; a later one stands beside it. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import type { DeskApi, Second } from '../domain/documents/desk-api.ts'
import { drawArguments } from '../domain/law/argument.ts'
import { assess } from '../domain/law/assess.ts'
import { bindsTable } from '../domain/law/binds-table.ts'
import type { Finding } from '../domain/law/case-record.ts'
import { movedFindings } from '../domain/law/moved-findings.ts'
import { allRows } from '../store/sealed-rows.ts'
import { type ActingOnCase, caseAct } from './action.ts'
import { readCaseRecord } from './case-record.ts'
import { day } from './inputs.ts'
import { secondPerson } from './second-person.ts'

export const assessCase = caseAct({
  name: 'assess-case',
  may: 'assessment.read',
  reads: true,
  input: z.object({ case: z.string(), asOf: z.union([day, z.null()]).optional() }),
  do: async (acting, { asOf }): Promise<{ answer: DeskApi['GET /api/cases/:case/assessment']['out'] }> => {
    const { record } = await readCaseRecord(acting, { asOf: asOf ?? dayIn(acting.now, 'UTC') })
    const { law } = acting.desk.packs.forSituation(record.situation)
    const assessment = assess(record, law)
    const states = [...new Set([...record.states.concerned, ...record.states.transit, record.states.origin])]
    const elements = Object.fromEntries(
      law.tests.flatMap((test) =>
        test.elements.map((element) => [
          `${test.id}.${element.id}`,
          {
            test: test.id,
            testName: test.name,
            testShort: test.short ?? null,
            show: element.show,
            standard: element.standard,
            standardWords: element.standardWords ?? null,
          },
        ]),
      ),
    )
    const matched = new Set(assessment.profiles.map((one) => one.profile))
    return {
      answer: {
        assessment,
        elements,
        findings: record.findings,
        reviews: await reviewsOf(acting, record.findings),
        moved: movedFindings(record.findings, assessment.lines, assessment.packVersion),
        binds: bindsTable(law, states, record.asOf),
        arguments: [...new Set(assessment.lines.map((line) => line.person))].flatMap((person) =>
          drawArguments(record, law, assessment, person),
        ),
        profiles: Object.fromEntries(law.profiles.filter((profile) => matched.has(profile.id)).map((profile) => [profile.id, profile])),
        shortSources: {
          ...Object.fromEntries(law.instruments.map((one) => [one.id, one.short])),
          ...Object.fromEntries(Object.entries(law.sources).map(([key, source]) => [key, source.short ?? source.title])),
        },
        sources: Object.fromEntries(Object.entries(law.sources).map(([key, source]) => [key, source.title])),
      },
    }
  },
})

/** Who found does not review: whoever drafted a finding is not offered its second signature. */
const reviewsOf = async (acting: ActingOnCase, findings: readonly Finding[]): Promise<Record<string, Second>> => {
  const open = new Set(findings.filter((one) => one.reviewedBy === null).map((one) => one.id))
  if (open.size === 0) return {}
  const rows = (await allRows<Finding>(acting.tx, acting.key, 'finding')).filter((row) => open.has(row.id))
  const made: Record<string, Second> = {}
  for (const row of rows) made[row.id] = await secondPerson(acting, 'finding.review', [row.clear.found_by])
  return made
}
