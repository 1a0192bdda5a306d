/** Invented records for measuring linkage: Latin spellings only, family and given name apart, so that two engines can compare the same letters. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { inventRecords, usualRates } from '../generator/people.ts'

const latin = new Set(['dprk', 'popular', 'rr', 'mr-plain'])
const rates = { ...usualRates, familyLast: 0, systems: usualRates.systems.filter(([system]) => latin.has(system)) }

/** id,entity,family,given,birth,sex,place; birth is whole or empty, letters are a to z. */
export const writeLinkRecords = (path: string, records: number, seed: number): void => {
  const file = openSync(path, 'w')
  let part = 'id,entity,family,given,birth,sex,place\n'
  let number = 0
  for (const { entity, name, birth, sex, place } of inventRecords({ records, seed, rates })) {
    const [family = '', ...given] = name
      .toLowerCase()
      .replace(/[^a-z -]/g, '')
      .split(/[ -]+/)
    part += `${number++},${entity},${family},${given.join('')},${birth.length === 10 ? birth : ''},${sex},${place}\n`
    if (part.length > 1 << 20) {
      writeSync(file, part)
      part = ''
    }
  }
  writeSync(file, part)
  closeSync(file)
}
