/** Runs in a thread of its own: opens the sealed cards of its share of the cases, hands their names over, and wipes the keys it was lent. */
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../basics/refusal.ts'
import { lentVault } from '../vault/open-vault.ts'
import { openDatabase } from './database.ts'
import { type NamedPerson, readNamesOfOffice } from './name-index.ts'
import type { NamesStart, NamesWord } from './read-names.ts'

const port = parentPort
if (!port) throw new Error('This file runs as a worker only.')
const { logIn, office, keks, share } = workerData as NamesStart
const vault = lentVault(keks)
const database = openDatabase(logIn, 1)
const say = (word: NamesWord) => port.postMessage(word)
// One page is looked at while the next is opened; more would only fill memory and keep the desk from answering others.
let mayGo = 2
let go: (() => void) | null = null
port.on('message', () => {
  mayGo += 1
  go?.()
})
const hand = async (people: readonly NamedPerson[]): Promise<void> => {
  while (mayGo === 0) await new Promise<void>((next) => (go = next))
  mayGo -= 1
  say({ people: JSON.stringify(people) })
}
let last: NamesWord = { done: true }
try {
  await readNamesOfOffice(database, vault, office, hand, share)
} catch (error) {
  last = { failed: error instanceof Refusal ? error.code : 'internal' }
}
// Said when the keys are wiped: after it the thread may be ended.
vault.close()
await database.close()
say(last)
port.close()
