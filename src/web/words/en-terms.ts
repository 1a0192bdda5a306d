/** Fixed lists of the domain in English: roles, answers, standings, acts. Lists that belong to a pack are not here. */
export const enTerms = {
  terms: {
    certainty: { verified: 'verified', partial: 'partial', unverified: 'unverified' },
    urgency: { imminent: 'Imminent', 'at-risk': 'At risk' },
    watch: 'Watch',
    for: 'For',
    against: 'Against',
    noneChosen: 'none',
    otherLanguage: 'Another language',
    people: (sex: string, n: number) => {
      const words = sex === 'F' ? (n === 1 ? 'Woman' : `${n} women`) : sex === 'M' ? (n === 1 ? 'Man' : `${n} men`) : n === 1 ? 'Person' : `${n} people`
      return words
    },
    memberRole: { administrator: 'Administrator', caseworker: 'Caseworker', lawyer: 'Lawyer', reviewer: 'Reviewer', interpreter: 'Interpreter', auditor: 'Auditor' },
    teamRole: { lead: 'Lead', member: 'Member', reader: 'Reader', interpreter: 'Interpreter' },
    sex: { F: 'Woman', M: 'Man', X: 'Other', unknown: 'Not known' },
    personRole: { self: 'The person', child: 'Child', spouse: 'Spouse', partner: 'Partner', parent: 'Parent', sibling: 'Brother or sister', grandparent: 'Grandparent', 'uncle-aunt': 'Uncle or aunt', 'in-law': 'In-law', witness: 'Witness', other: 'Other' },
    tri: { yes: 'yes', no: 'no', unknown: 'not known', refused: 'refused to say', 'not-asked': 'not asked' },
    nameKind: { own: 'As they write it', document: 'On a document', alias: 'Another name', romanised: 'Romanised', 'public-source': 'In a public source' },
    nationality: { held: 'held', claimed: 'claimed', attributed: 'attributed by others', disputed: 'disputed' },
    basis: { person: 'The person', guardian: 'A guardian', relative: 'A relative', representative: 'A representative', 'unreachable-imminent-harm': 'Nobody reachable, harm imminent (two people)' },
    hand: { first: 'Own words', second: 'Second hand', 'public-source': 'Public source' },
    standing: { accepted: 'Accepted', 'benefit-of-doubt': 'Benefit of the doubt', disputed: 'Disputed', 'not-accepted': 'Not accepted', open: 'Open' },
    language: { ko: 'Korean', zh: 'Chinese', en: 'English', lo: 'Lao', th: 'Thai', vi: 'Vietnamese', my: 'Burmese', mn: 'Mongolian', ru: 'Russian', ja: 'Japanese' },
    answer: { shown: 'Shown', contradicted: 'Contradicted', disputed: 'Disputed', missing: 'Missing', 'not-reached': 'Not reached', 'not-in-issue': 'Not in issue' },
    finding: { shown: 'Shown', contradicted: 'Contradicted', disputed: 'Disputed', missing: 'Missing', 'left-open': 'Left open' },
    askTo: { person: 'Ask the person', family: 'Ask the family', file: 'Look in the file', officer: 'For the officer' },
    bound: { bound: 'Binds', 'not-bound': 'Not a party', 'signed-only': 'Signed only', reserved: 'Reserved', unknown: 'Not known' },
    nature: { treaty: 'Treaty', custom: 'Custom', 'soft-law': 'Soft law', domestic: 'Domestic law', agreement: 'Agreement' },
    ground: { race: 'Race', religion: 'Religion', nationality: 'Nationality', psg: 'Particular social group', political: 'Political opinion, own or imputed' },
    opening: { ready: 'Ready', lacks: 'Lacks', 'open-if': 'Open if', arguable: 'Arguable', 'not-open': 'Not open' },
    gate: { passed: 'Passed', blocks: 'Blocks', ask: 'To be done' },
    event: { released: 'Released', sent: 'Sent', 'not-sent': 'Not sent; kept, to be tried again', acknowledged: 'Receipt confirmed', replied: 'Reply received', refused: 'Refused by the body' },
    mark: { disputed: 'Rests on a disputed fact', alleged: 'Alleged', 'second-hand': 'Second hand', 'unverified-law': 'Law not verified', unsourced: 'No source: blocks release', 'annex-only': 'In the closed annex only' },
    recipient: { 'special-procedures': 'Special Procedures', wgad: 'Working Group on Arbitrary Detention', wgeid: 'Working Group on Disappearances', unhcr: 'UNHCR', media: 'Media', sanctions: 'Sanctions authorities', 'upr-and-reports': 'UPR and reports', ced: 'Committee on Enforced Disappearances', cat: 'Committee against Torture', hrc: 'Human Rights Committee', cedaw: 'CEDAW', crc: 'Committee on the Rights of the Child' } as Record<string, string>,
  },
  acts: {
    'add-exhibit': 'added an exhibit', 'ask-second': 'asked a second person to read', 'assess-case': 'read the assessment', 'attest-account': 'attested an account', 'change-account': 'changed an account under work',
    'change-fact': 'corrected a fact', 'change-person': 'changed a person', 'change-team': 'let someone in', 'compose-paper': 'composed a paper', 'confirm-authority': 'confirmed an authority', 'correct-account': 'corrected an account', 'create-case': 'opened the case',
    'draft-finding': 'drafted a finding', 'explain-contradiction': 'explained a contradiction', 'explain-sentence': 'explained a difference', 'import-people-list': 'brought in a list of people', 'leave-team': 'took someone off', 'list-cases': 'listed cases', 'log-filing-event': 'logged what happened to a paper', 'open-case': 'opened the page', 'open-paper': 'read a paper', 'print-paper': 'took a paper out',
    'preview-people-list': 'looked at a list', 'read-account': 'read an account', 'read-exhibit': 'opened an exhibit', 'read-history': 'read the history', 'record-account': 'recorded an account', 'record-authority': 'recorded an authority', 'record-consent': 'recorded a consent', 'record-custody': 'recorded a custody period', 'record-fact': 'named a fact', 'record-person': 'added a person', 'record-submitter': 'recorded the submitter',
    'release-paper': 'released a paper', 'remove-fact': 'struck a fact', 'review-finding': 'signed a finding as reviewer', 'seal-span': 'sealed words of an account', 'see-proceedings': 'read the proceedings', 'strike-sentence': 'struck a sentence', 'translate-account': 'added a translation', 'undo-people-list': 'took back a list', 'withdraw-authority': 'withdrew an authority', 'withdraw-consent': 'withdrew a consent', 'word-sentence': 'worded a sentence otherwise',
  } as Record<string, string>,
  attributes: {
    person: 'Person', period: 'Period', reason: 'Reason given', authority: 'Authority', facility: 'Facility', form: 'Form', length: 'How long', state: 'State', basis: 'Basis', since: 'Since', stayKind: 'Kind of stay', genuine: 'Genuine', inOwnName: 'In own name', level: 'Level', bar: 'Barred from', workplace: 'Workplace', relative: 'Relative', affected: 'How many affected', purpose: 'Purpose', suffered: 'Suffered it', exit: 'How left', times: 'How often', motive: 'Motive', knownFrom: 'Known from', promise: 'What was promised', means: 'Means', fromState: 'From State', toState: 'To State', payer: 'Who paid', ended: 'Ended', free: 'Freely', nationality: 'Nationality', otherParent: 'Other parent', birth: 'Born', registered: 'Registered', contact: 'Contact', wantsToRely: 'Wishes to rely on it', notice: 'How they know', foundOut: 'When found out', warrantShown: 'Warrant shown', currentlyHeld: 'Held now', asked: 'Asked', vulnerability: 'Vulnerability', answer: 'Answer', askedAbout: 'Asked about', offence: 'Offence named', outcome: 'Outcome', trial: 'Trial', number: 'How many', wish: 'Wish', class: 'Class recorded', record: 'Record', kind: 'Kind', name: 'Name', language: 'Language', status: 'Status', role: 'Role', employer: 'Employer', knownToState: 'Known to the State', sign: 'Sign', expected: 'Expected', imputed: 'Imputed', steps: 'Steps taken', explanation: 'Explanation', delay: 'Delay', original: 'Original seen', publisher: 'Publisher', published: 'Published', speaker: 'Speaker', takenOn: 'Taken on', claimRaised: 'Claim raised', body: 'Body', filedOn: 'Filed on', inconsistency: 'Kind of inconsistency', comparison: 'Comparison', child: 'Child', item: 'Thing', until: 'Until', ground: 'Ground',
  } as Record<string, string>,
  choices: {
    other: 'other', unknown: 'not known', birth: 'birth', parent: 'parent', document: 'document', 'own-statement': 'own statement', stopped: 'stopped', reduced: 'reduced', beating: 'beating', 'stress-position': 'stress position', 'sleep-deprivation': 'sleep deprivation', 'food-deprivation': 'food deprivation', humiliation: 'humiliation', threat: 'threat', sexual: 'sexual', electric: 'electric shock', information: 'information', confession: 'confession', punishment: 'punishment', intimidation: 'intimidation', discrimination: 'discrimination', extortion: 'extortion', hunger: 'hunger', work: 'work', family: 'family', belief: 'belief', opinion: 'opinion', medical: 'medical', deceived: 'deceived', 'without-permission': 'without permission', 'with-permit': 'with a permit', 'with-passport': 'with a passport', force: 'force', abduction: 'abduction', fraud: 'fraud', deception: 'deception', 'forced-marriage': 'forced marriage', met: 'met', telephone: 'by telephone', letter: 'by letter', internet: 'by internet', pregnant: 'Pregnant', nursing: 'Nursing', 'under-16': 'Under 16', 'under-18': 'Under 18', ill: 'Ill', disabled: 'Disabled', elderly: 'Elderly', 'torture-survivor': 'Survivor of torture', 'trafficking-survivor': 'Survivor of trafficking', accepted: 'accepted', refused: 'refused', 'no-answer': 'no answer', pending: 'pending', told: 'told', 'written-order': 'written order', 'moved-to-border': 'moved to the border', released: 'released', imprisoned: 'imprisoned', execution: 'execution', hidden: 'in hiding', tolerated: 'tolerated', registered: 'registered', 'bought-registration': 'bought registration', lawful: 'lawful', guard: 'guard', police: 'police', soldier: 'soldier', date: 'date', place: 'place', sequence: 'sequence', identity: 'identity', reason: 'reason', number: 'number', omission: 'omission', spouse: 'spouse', partner: 'partner', child: 'child', sibling: 'brother or sister', grandparent: 'grandparent', 'uncle-aunt': 'uncle or aunt', 'in-law': 'in-law',
  } as Record<string, string>,
}
