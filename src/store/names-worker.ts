/** Runs in a thread of its own: opens the sealed persons of its share of the cases, hands their names over, and wipes the keys it was lent. */
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../basics/refusal.ts'
import { lentVault } from '../vault/open-vault.ts'
import { openDatabase } from './database.ts'
import { readNamesOfOffice } from './name-index.ts'
import type { NamesStart, NamesWord } from './read-names.ts'

const port = parentPort
if (!port) throw new Error('This file runs as a worker only.')
const { logIn, office, keks, share } = workerData as NamesStart
const vault = lentVault(keks)
const database = openDatabase(logIn, 1)
const say = (word: NamesWord) => port.postMessage(word)
try {
  await readNamesOfOffice(database, vault, office, (people) => say({ people }), share)
  say({ done: true })
} catch (error) {
  say({ failed: error instanceof Refusal ? error.code : 'internal' })
} finally {
  vault.close()
  await database.close()
}
