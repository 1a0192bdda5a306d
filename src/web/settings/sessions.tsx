/** One's own open sessions, each of which can be ended. */
import { useAct, useAsk } from '../ask.ts'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

export const Sessions = () => {
  const { w, date } = useWords()
  const s = w.settings
  const sessions = useAsk('GET /api/settings/sessions', {}, null)
  const end = useAct('POST /api/settings/sessions/:session/end')
  return (
    <section className="part" aria-labelledby="sessions">
      <h2 id="sessions">{s.sessions}</h2>
      <Refused of={sessions.error ?? end.refused} />
      <ul className="lines measure">
        {sessions.data?.map((one) => (
          <li key={one.id}>
            {s.since(date.instant(one.since), date.instant(one.lastSeen))}{' '}
            {one.current ? (
              <span className="second">{s.thisSession}</span>
            ) : (
              <button type="button" className="link" onClick={() => void end.act({ session: one.id }, null)}>
                {s.endSession}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
