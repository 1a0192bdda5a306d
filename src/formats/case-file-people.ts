/** Reads the people of a plain case file: persons, consents, authority, who submits. */
import type { PersonId } from '../basics/id.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import type { Authority, Consent } from '../domain/people/consent.ts'
import type { Person, PersonName, Script } from '../domain/people/person.ts'
import type { Account } from '../domain/testimony/account.ts'
import {
  authorityBases,
  caseKeys,
  consentAnswers,
  nameKinds,
  nationalityStandings,
  personRoles,
  scripts,
  sexes,
  tris,
} from './case-file-keys.ts'
import { findSpan } from './case-file-span.ts'
import { stateCode } from './pack-status.ts'
import { dateOf, dayOf, isGiven, maybeDateOf, maybeDayOf, onlyKeys, textsOf } from './pack-text.ts'
import type { Placed } from './placed-yaml.ts'

export const readPerson = (at: Placed): Person => {
  onlyKeys(at, caseKeys.person)
  const role = at.at('role').oneOf(personRoles)
  const submitter = yesNo(at.at('submitter'), false)
  return {
    id: idOf(at.at('id')) as PersonId,
    role,
    names: readNames(at),
    sex: at.at('sex').maybe() === null ? 'unknown' : at.at('sex').oneOf(sexes),
    births: [
      ...(at.at('birth').maybe() === null ? [] : [{ date: dateOf(at.at('birth')), source: null }]),
      ...at
        .at('births')
        .list()
        .map((one) => {
          onlyKeys(one, caseKeys.birth)
          return { date: dateOf(one.at('date')), source: one.at('source').maybe() }
        }),
    ],
    ageStatements: at.at('ages').list().map(readAge),
    nationalities: [
      ...(at.at('nationality').maybe() === null
        ? []
        : [{ state: stateCode(at.at('nationality')), standing: 'held' as const, basis: null }]),
      ...at
        .at('nationalities')
        .list()
        .map((one) => {
          onlyKeys(one, caseKeys.nationality)
          return {
            state: stateCode(one.at('state')),
            standing: one.at('standing').oneOf(nationalityStandings),
            basis: one.at('basis').maybe(),
          }
        }),
    ],
    languages: textsOf(at.at('languages')),
    livesIn: at.at('livesIn').maybe() === null ? null : stateCode(at.at('livesIn')),
    specificNeeds: textsOf(at.at('needs')),
    // Whoever is neither the person concerned, their child nor the submitter has not consented until the file says otherwise.
    thirdPerson: yesNo(at.at('thirdPerson'), role !== 'self' && role !== 'child' && !submitter),
    submitter,
    note: at.at('note').maybe(),
  }
}

const readAge = (at: Placed): Person['ageStatements'][number] => {
  onlyKeys(at, caseKeys.age)
  const low = at.at('low').number() ?? at.at('low').refuse('the lower age is missing')
  const high = at.at('high').number() ?? low
  if (low > high || low < 0 || high > 130) at.refuse('ages run from low to high, in years')
  return { low, high, on: maybeDateOf(at.at('on')), source: at.at('source').maybe() }
}

const readNames = (at: Placed): PersonName[] => [
  ...(at.at('fullName').maybe() === null
    ? []
    : [{ text: at.at('fullName').text(), script: scriptOf(at.at('fullName').text()), kind: 'own' as const }]),
  ...(at.at('latin').maybe() === null ? [] : [{ text: at.at('latin').text(), script: 'latin' as const, kind: 'romanised' as const }]),
  ...at
    .at('names')
    .list()
    .map((one) => {
      onlyKeys(one, caseKeys.name)
      const text = one.at('text').text()
      return {
        text,
        script: one.at('script').maybe() === null ? scriptOf(text) : one.at('script').oneOf(scripts),
        kind: one.at('kind').maybe() === null ? ('own' as const) : one.at('kind').oneOf(nameKinds),
      }
    }),
]

const scriptOf = (text: string): Script =>
  /\p{Script=Hangul}/u.test(text)
    ? 'hangul'
    : /\p{Script=Han}/u.test(text)
      ? 'hanja'
      : /\p{Script=Cyrillic}/u.test(text)
        ? 'cyrillic'
        : /\p{Script=Latin}/u.test(text)
          ? 'latin'
          : 'other'

export const readConsent = (at: Placed, persons: readonly Person[], accounts: readonly Account[]): Consent => {
  onlyKeys(at, caseKeys.consent)
  const person = personIn(at.at('person'), persons)
  const words = at.at('words')
  return {
    person,
    by: at.at('by').maybe() === null ? person : personIn(at.at('by'), persons),
    on: dayOf(at.at('on')),
    expires: maybeDayOf(at.at('expires')),
    withdrawnOn: maybeDayOf(at.at('withdrawn')),
    recipients: Object.fromEntries(
      at
        .at('recipients')
        .keys()
        .map((key) => [key, at.at('recipients').at(key).oneOf(consentAnswers)]),
    ),
    transmit: Object.fromEntries(
      at
        .at('transmit')
        .keys()
        .map((key) => [
          /^[A-Z]{3}$/.test(key) ? key : at.at('transmit').at(key).refuse(`“${key}” is not a State`),
          at.at('transmit').at(key).oneOf(tris),
        ]),
    ),
    publish: at.at('publish').maybe() === null ? 'not-asked' : at.at('publish').oneOf(tris),
    medical: at.at('medical').maybe() === null ? 'not-asked' : at.at('medical').oneOf(tris),
    limits: at.at('limits').maybe(),
    words: isGiven(words) ? findSpan(words, accounts) : null,
  }
}

export const readAuthority = (at: Placed, persons: readonly Person[]): Authority => {
  onlyKeys(at, caseKeys.authority)
  const two = at.at('twoPersons')
  const basis = at.at('basis').oneOf(authorityBases)
  if (basis === 'unreachable-imminent-harm' && !isGiven(two))
    at.refuse('this basis needs twoPersons: reason, withheld, recordedBy, confirmedBy')
  if (isGiven(two)) onlyKeys(two, caseKeys.twoPersons)
  return {
    for: personIn(at.at('for'), persons),
    basis,
    who: at.at('who').maybe() === null ? null : personIn(at.at('who'), persons),
    evidence: at.at('evidence').text(),
    on: dayOf(at.at('on')),
    withdrawnOn: maybeDayOf(at.at('withdrawn')),
    twoPersons: isGiven(two)
      ? {
          reason: two.at('reason').text(),
          withheld: two.at('withheld').text(),
          recordedBy: two.at('recordedBy').text(),
          confirmedBy: two.at('confirmedBy').maybe(),
        }
      : null,
  }
}

export const readSubmitter = (at: Placed): CaseRecord['submitter'] => {
  if (!isGiven(at)) return null
  onlyKeys(at, caseKeys.submitter)
  return {
    name: at.at('name').maybe(),
    organisation: at.at('organisation').maybe(),
    contact: at.at('contact').maybe(),
    relationship: at.at('relationship').maybe(),
    agreedFor: textsOf(at.at('agreedFor')),
  }
}

export const personIn = (at: Placed, persons: readonly Person[]): PersonId =>
  persons.find((one) => one.id === at.text())?.id ?? at.refuse(`there is no person “${at.text().slice(0, 40)}” in this file`)

/** Ids of the file: letters, digits, dot and hyphen, so that they can stand in a list and an address. */
export const idOf = (at: Placed): string =>
  /^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/.test(at.text()) ? at.text() : at.refuse('an id has letters, digits, dots and hyphens, at most 40')

export const yesNo = (at: Placed, otherwise: boolean): boolean =>
  at.maybe() === null ? otherwise : at.oneOf(['true', 'false', 'yes', 'no']) === 'true' || at.text() === 'yes'
