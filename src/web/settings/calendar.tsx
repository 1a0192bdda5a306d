/** A calendar feed that says only "due" with a code; off until switched on, and any time revocable. */
import { useAct, useAsk } from '../ask.ts'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

export const Calendar = () => {
  const { w } = useWords()
  const s = w.settings
  const feed = useAsk('GET /api/settings/calendar', {}, null)
  const turn = useAct('POST /api/settings/calendar')
  const on = feed.data?.address != null
  return (
    <section className="part" aria-labelledby="calendar">
      <h2 id="calendar">{s.calendar}</h2>
      <p className="body">{s.calendarBody}</p>
      {feed.data?.address && <p className="mono">{feed.data.address}</p>}
      <Refused of={feed.error ?? turn.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={() => void turn.act({}, { on: !on })}>
          {on ? s.calendarOff : s.calendarOn}
        </button>
      </div>
    </section>
  )
}
