/** A risk profile as an argument one can inspect: facts, why they matter, the ground, the harm; what is said against it and the reply. */
import type { CaseRecord } from '../../domain/law/case-record.ts'
import { useWords } from '../words/words.tsx'
import { Citations } from './citations.tsx'
import type { Assessed } from './element-table.tsx'
import { FactLinks } from './fact-links.tsx'

type Props = { caseId: string; assessed: Assessed; record: CaseRecord; person: string; kindName: (kind: string) => string }

export const Profiles = ({ caseId, assessed, record, person, kindName }: Props) => {
  const { w, say, term } = useWords()
  const l = w.law
  const matches = assessed.assessment.profiles.filter((one) => one.person === person)
  if (matches.length === 0) return <p className="body second">{l.noProfile}</p>
  return (
    <ul className="lines">
      {matches.map((match) => {
        const profile = assessed.profiles?.[match.profile]
        return (
          <li key={match.profile}>
            <details>
              <summary>
                {profile ? say(profile.label) : match.profile}{' '}
                <span className="second">
                  {match.match === 'partly' ? l.partly(match.missing.map((one) => kindName(one)).join(', ')) : ''}
                </span>
              </summary>
              <dl className="argument">
                <div>
                  <dt>{l.profileFacts}</dt>
                  <dd>
                    <FactLinks ids={match.facts} facts={record.facts} caseId={caseId} kindName={kindName} />
                  </dd>
                </div>
                <div>
                  <dt>{l.profileWhy}</dt>
                  <dd>
                    <span lang="en">{profile?.reasoning}</span>
                    {profile && <Citations of={profile.citations} titles={assessed.sources} />}
                  </dd>
                </div>
                <div>
                  <dt>{l.profileGround}</dt>
                  <dd>{profile?.grounds.map((one) => term(w.terms.ground, one)).join(', ') ?? l.none}</dd>
                </div>
                <div>
                  <dt>{l.profileHarm}</dt>
                  <dd>{profile?.harms.map(kindName).join(', ') ?? l.none}</dd>
                </div>
              </dl>
              {profile && (profile.counter.length > 0 || profile.reply.length > 0) && (
                <div className="two">
                  <div>
                    <h3>{l.counter}</h3>
                    <ul className="prose">
                      {profile.counter.map((one) => (
                        <li key={one} lang="en">
                          {one}
                        </li>
                      ))}
                    </ul>
                  </div>
                  <div>
                    <h3>{l.reply}</h3>
                    <ul className="prose">
                      {profile.reply.map((one) => (
                        <li key={one} lang="en">
                          {one}
                        </li>
                      ))}
                    </ul>
                  </div>
                </div>
              )}
            </details>
          </li>
        )
      })}
    </ul>
  )
}
