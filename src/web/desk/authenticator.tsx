/** The second lock of one person: the square for an authenticator, and the recovery codes, each good once. */
import { useWords } from '../words/words.tsx'
import { Qr } from './qr.tsx'

export const Authenticator = ({ uri, secret, codes }: { uri: string; secret: string; codes: readonly string[] }) => {
  const { w } = useWords()
  const d = w.desk
  return (
    <div className="authenticator">
      <Qr text={uri} label={d.qr} />
      <div>
        <p className="body">{d.scan}</p>
        <p>
          {d.secretByHand} <span className="mono">{secret}</span>
        </p>
        <h3>{d.recoveryCodes}</h3>
        <p className="second">{d.recoveryCodesBody}</p>
        <ul className="codes mono">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
