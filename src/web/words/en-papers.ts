/** The words about papers in English: who reads which part, what is left out and why, what changed since. */
export const enPapers = {
  papers: {
    readersTitle: 'Who receives what',
    readerIs: {
      body: 'The body itself',
      'respondent-government': 'Government addressed',
      'other-government': 'Another Government concerned',
      public: 'The public',
      ministry: 'The ministry or authority',
      courts: 'Courts',
    },
    receives: { all: 'everything, with the annex', main: 'the main part, without the annex' },
    whole: 'the paper',
    annexPublic: 'what the body publishes of it',
    leftOut: {
      sealed: 'Sealed for the lawyer.',
      'not-accepted': 'Not accepted.',
      'never-outward': 'Never in an outward paper.',
      later: 'Later than the day of this paper.',
      'other-person': 'Concerns another person of the file.',
      'child-consent': 'The child’s own consent does not cover this recipient.',
      passes: 'A Government that reads it could pass it on and raise the danger.',
      intimate: 'Intimate: for the body alone.',
      adverse: 'Bears against the person: an officer decides whether it is pleaded openly.',
      'no-place': 'This body’s form has no place for it.',
      'rests-only': 'This body’s form has no place for it; other sentences rest on it.',
      'third-person': 'A third person is never named in an outward paper.',
    },
    inAnnex: 'It stands in the annex.',
    nameOf: (role: string) => `Name (${role})`,
    changed: 'The record under it has changed.',
    changedFacts: (facts: readonly string[]) =>
      facts.length === 1 ? `A fact under it has changed: ${facts[0]}.` : `Facts under it have changed: ${facts.join(', ')}.`,
    changedBy: {
      consent: 'A consent or an authority has changed.',
      person: 'What is on file of a person has changed.',
      custody: 'What is on file of a custody has changed.',
      account: 'An account has changed.',
      finding: 'A finding has changed.',
      submitter: 'What is on file of the submitter or the requests has changed.',
      law: 'The law has changed.',
      day: 'The day has moved on.',
    },
    reviewersAre: (names: readonly string[]) =>
      names.length > 0
        ? `To be signed by another with the role of a reviewer: ${names.join(', ')}.`
        : 'Nobody else on this case has the role of a reviewer; let one in at the top of the case.',
    releasersAre: (names: readonly string[]) =>
      names.length > 0
        ? `To be let go by another lawyer or reviewer: ${names.join(', ')}.`
        : 'Nobody else on this case may let it go; let a lawyer or a reviewer in at the top of the case.',
    elsewhere: {
      title: 'The same matter elsewhere',
      asked: 'Is it before another body or a court?',
      nobodyAsked: 'Nobody has asked yet',
      none: 'No, none',
      some: 'Yes, before these',
      hint: 'A body that may not take the matter twice then warns before anything is filed.',
      add: 'One more',
      body: 'Before',
      other: 'Another body',
      bodyInWords: 'Name of the body',
      since: 'Since',
      sinceHint: '2026-11-24, 2026-11 or 2026',
      status: 'How it stands',
      reference: 'Reference there, if known',
      drop: 'Take this one out',
      statuses: { pending: 'Pending', decided: 'Decided', withdrawn: 'Withdrawn' },
    },
    submitterOffered: 'Offered from this office; change it for this case as needed.',
    rememberSubmitter: 'Keep the organisation and its contact for the next cases of this office (no person’s name is kept)',
  },
}
