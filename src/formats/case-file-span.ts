/** Finds the quoted words of a fact in the statement they come from; a quote that is missing, or stands there twice, is refused. */
import type { Account, Span } from '../domain/testimony/account.ts'
import { caseKeys } from './case-file-keys.ts'
import { onlyKeys } from './pack-text.ts'
import type { Placed } from './placed-yaml.ts'

/** Offsets are UTF-16 code units of the stored text, end exclusive. start is needed only where the same words stand twice. */
export const findSpan = (at: Placed, accounts: readonly Account[]): Span => {
  onlyKeys(at, caseKeys.span)
  return spanAt(at, accounts)
}

export const spanAt = (at: Placed, accounts: readonly Account[]): Span => {
  const account =
    at.at('statement').maybe() === null && accounts.length === 1
      ? accounts[0]!
      : accounts.find((one) => one.id === at.at('statement').text())
  if (!account) return at.at('statement').refuse(`there is no statement “${at.at('statement').text()}” in this file`)
  const quote = at.at('quote').text()
  const given = at.at('start').number()
  if (given !== null) {
    const end = at.at('end').number() ?? given + quote.length
    if (account.text.slice(given, end) !== quote)
      return at.at('quote').refuse(`these words do not stand at ${given}–${end} of statement ${account.id}`)
    return { account: account.id, start: given, end, quote }
  }
  const first = account.text.indexOf(quote)
  if (first < 0) {
    const near = account.text.normalize('NFC').includes(quote.normalize('NFC'))
      ? '; the same words stand there in another Unicode form: copy them from the text'
      : ''
    return at.at('quote').refuse(`these words do not stand in statement ${account.id}: “${quote.slice(0, 60)}”${near}`)
  }
  if (account.text.indexOf(quote, first + 1) >= 0)
    return at.at('quote').refuse(`these words stand more than once in statement ${account.id}: quote more of them, or give start`)
  return { account: account.id, start: first, end: first + quote.length, quote }
}
