/** Settings: how the desk looks here, who its members are, open sessions, the calendar feed, who is bound, and a look at the cases after a change of law. */
import { Link } from '@tanstack/react-router'
import { usePlace } from '../frame/place.ts'
import { LookAgain } from '../law/look-again.tsx'
import { useWords } from '../words/words.tsx'
import { Appearance } from './appearance.tsx'
import { Calendar } from './calendar.tsx'
import { Members } from './members.tsx'
import { Sessions } from './sessions.tsx'

export const SettingsScreen = () => {
  const { w } = useWords()
  usePlace([{ words: w.frame.settings, to: '/settings' }])
  return (
    <div className="page">
      <h1>{w.frame.settings}</h1>
      <Appearance />
      <section className="part" aria-labelledby="law-link">
        <h2 id="law-link">{w.law.whoIsBound}</h2>
        <p className="body">
          {w.settings.boundBody} <Link to="/settings/bound">{w.settings.openBound}</Link>
        </p>
      </section>
      <LookAgain />
      <Members />
      <Sessions />
      <Calendar />
    </div>
  )
}
