import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkPacks } from './check-packs.ts'

const folder = mkdtempSync(join(tmpdir(), 'a33-packs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Slip = readonly [file: string, from: string, to: string, reason: RegExp]

/** The packs with all of these slips in them: each must be told, in its file and on its line. */
const expectAllTold = (slips: readonly Slip[]) => {
  rmSync(join(folder, 'packs'), { recursive: true, force: true })
  cpSync('packs', join(folder, 'packs'), { recursive: true })
  const lines = slips.map(([file, from, to]) => {
    const path = join(folder, 'packs', file)
    const text = readFileSync(path, 'utf8')
    const at = text.indexOf(from)
    expect(at, `${file} holds ${from}`).toBeGreaterThanOrEqual(0)
    writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length))
    // A text that spans lines is refused on the line of what is wrong in it.
    return text.slice(0, at).split('\n').length + (from.includes('\n  ') ? 1 : 0)
  })
  const { faults } = checkPacks(join(folder, 'packs'))
  slips.forEach(([file, , , reason], at) => {
    const found = faults.filter((one) => reason.test(one.reason) && one.file === `packs/${file}`)
    expect(
      found.map((one) => one.line),
      `${file} ${reason}: ${JSON.stringify(faults.slice(0, 40))}`,
    ).toContain(lines[at])
  })
}

test('the packs of the project have no fault', () => {
  expect(checkPacks('packs').faults).toEqual([])
})

test('every fault of bodies, procedures, papers and patterns is explained where it stands, all at once', () => {
  expectAllTold([
    ['law/bodies.yaml', 'blocks: [ced_urgent]', 'blocks: [ced_urgnt]', /there is no body “ced_urgnt”/],
    ['law/bodies.yaml', 'procedure: wgad\n', 'procedure: wgda\n', /there is no procedure “wgda”/],
    [
      'law/bodies.yaml',
      'if: {none: [host-arrest, host-detention, detained-at-home',
      'if: {none: [host-arest, host-detention, detained-at-home',
      /there is no kind of fact “host-arest”/,
    ],
    [
      'law/bodies.yaml',
      '{f: asylum-request-made, where: {askedOf: unhcr}}',
      '{f: asylum-request-made, where: {askdOf: unhcr}}',
      /has no attribute “askdOf”/,
    ],
    ['law/bodies.yaml', 's: [WGADOH, WGADUA]', 's: [WGADOH, WGADUX]', /there is no source “WGADUX”/],
    [
      'law/bodies.yaml',
      'opens: [{state: CHN, open: "yes", if: "danger linked',
      'opens: [{state: CHI, open: "yes", if: "danger linked',
      /there is no State “CHI”/,
    ],
    [
      'law/bodies.yaml',
      'v: partial, s: [WGADOH, WGADUA]',
      'v: sure, s: [WGADOH, WGADUA]',
      /“sure” is not one of verified, partial, unverified/,
    ],
    ['law/bodies.yaml', 'zone: Europe/Zurich', 'zone: Europe/Zurick', /is not a time zone/],
    ['law/proceedings.yaml', 's: [SEOULTRAIN]', 's: [SEOULTRAM]', /there is no source “SEOULTRAM”/],
    ['law/papers.yaml', '"facts:held"', '"facts:heldd"', /there is no set of kinds “heldd”/],
    ['law/papers.yaml', '[person, states, submitter]', '[person, stats, submitter]', /there is no part of a paper “stats”/],
    ['law/papers.yaml', 'element: cat3.grounds,', 'element: cat3.ground,', /there is no element “cat3.ground”/],
    ['law/papers.yaml', '[ ({ageRange} years old)]', '[ ({ageRage} years old)]', /has no value “{ageRage}”/],
    ['law/papers.yaml', '  home-residence-history: "', '  home-residence-histry: "', /there is no kind of fact “home-residence-histry”/],
    ['law/papers.yaml', 'requestsOf:\n  wgeid_risk: [no-removal', 'requestsOf:\n  wgeid_rsk: [no-removal', /there is no body “wgeid_rsk”/],
    ['law/papers.yaml', 'further schooling[ ({level})]', 'further schooling[ ({level})', /brackets \[\] do not match/],
    ['law/must-not-be-known.yaml', "'(?<!\\d)01[016789]", "'(?<!\\d01[016789]", /Invalid regular expression/],
    ['situations/china-dprk/papers.yaml', 'as_of: ', 'as_of: x', /is not a day/],
  ])
})

test('a fault of what other files lean on is told first', () => {
  expectAllTold([
    [
      'law/instruments.yaml',
      'entry: {days: 30, art: "27(2)", v: verified, source: CAT27TXT}',
      'entry: {weeks: 4, art: "27(2)", v: verified, source: CAT27TXT}',
      /weeks/,
    ],
    ['law/tests.yaml', 'auth: [Handbook 87-91 (u)]', 'auth: [Handbok 87-91 (u)]', /names no source/],
  ])
})

test('a fault of rules, status and brackets is explained where it stands', () => {
  expectAllTold([
    ['law/status.yaml', 'since: 1982-09-24', 'since: 1982-09-31x', /is not a day/],
    ['law/status.yaml', 'source: UNTC15+HRDATA22', 'source: UNTC51+HRDATA22', /is not in sources.yaml/],
    ['law/bearings.yaml', 'el: refugee.outside', 'el: refugee.outsid', /refugee.outsid/],
  ])
})

test('a file that no part of the program reads is told', () => {
  rmSync(join(folder, 'packs'), { recursive: true, force: true })
  cpSync('packs', join(folder, 'packs'), { recursive: true })
  writeFileSync(join(folder, 'packs', 'law', 'bearing.yaml'), 'as_of: 2026-11-24\n')
  expect(checkPacks(join(folder, 'packs')).faults.map((one) => one.file)).toEqual(['packs/law/bearing.yaml'])
})
