/** What the command line can do, in words that a tired person understands. */
const pages: Record<string, { line: string; more: string }> = {
  start: {
    line: 'start the desk and print its address',
    more: '  --host NAME        serve a team (needs --tls-cert and --tls-key)\n  --port NUMBER      default 3300\n  --tls-cert FILE    certificate in PEM\n  --tls-key FILE     its key in PEM\n  --data FOLDER      where everything is kept; default: data in this folder\n  --idle-seal MIN    seal by itself after MIN minutes without use',
  },
  seal: { line: 'seal the running desk at once', more: '  --data FOLDER      the data folder of that desk' },
  petition: {
    line: 'write petitions from one plain case file',
    more: '  petition CASE.yaml --to wgad,wgeid-urgent,sp-urgent-appeal --out FOLDER [--states AAA,BBB] [--as-of DATE]\n  Writes PDF and DOCX marked DRAFT and readiness.json. Needs no server and cannot read the vault.\n  Answers 0 when all is ready, 2 with a list when something is lacking. The file is described in docs/case-file.md.',
  },
  assess: { line: 'lay one plain case file against the law of a day', more: '  assess CASE.yaml [--as-of DATE] [--json]' },
  law: {
    line: 'say which instruments bind a State on a day',
    more: '  law bound --state AAA --on DATE [--instrument ID] [--article "3(1)"] [--territory NAME] [--json]',
  },
  'check-pack': {
    line: 'check the packs of law and explain every fault',
    more: '  check-pack [FOLDER]\n  Without a folder the packs that came with the program are read. Answers 0 without a fault, 2 with the faults, each with file and line.',
  },
  log: {
    line: 'take the log out, for others to verify',
    more: '  log export --to FOLDER [--data FOLDER]\n  Ids, acts and commitments only. Works while the desk runs or sleeps, and needs no passphrase.',
  },
  verify: {
    line: 'check an exported log without server or database',
    more: '  verify FOLDER_OR_LOG [--head FILE]… [--key FILE] [--json]\n  Names the first bad entry. A head kept earlier shows what was cut off or signed anew.\n  Answers 0 when nothing was changed, 1 when something was, 2 when it cannot be read.',
  },
  backup: {
    line: 'write one encrypted backup of everything',
    more: '  backup new-key                     makes the offline key (print it; it is never stored here)\n  backup make --to FILE --recipient age1…  [--data FOLDER]\n                                     while the desk runs or sleeps; needs no passphrase\n  backup verify FILE --key FILE      on the machine where the key is',
  },
  restore: { line: 'restore a backup into an empty data folder', more: '  restore FILE --key FILE --data FOLDER' },
  names: {
    line: 'compare names in any script and explain their readings',
    more: '  names compare [FILE] [--json]   two names a line, tab between\n  names explain NAME',
  },
  link: {
    line: 'find the same people in two lists, or twice in one',
    more: '  link A [B] --out FOLDER [--least 0.9] [--threads N] [--quiet]\n       [--sheet NAME]… [--column MEANING=HEADING]…\n  CSV or XLSX, plain or as Kobo, ODK and Uwazi export them. The first row holds headings: name, birth, sex, place, id.\n  --column name=HEADING says which heading is meant; a: or b: before it speaks of one list.\n  Writes links.csv (a person decides each), clusters.csv and weights.json. Needs no server.',
  },
  encode: {
    line: 'encode a list that may not be shared',
    more: '  encode --new-key KEY                 makes a key; give it to the partner by another way than the encodings\n  encode LIST --key KEY --out FILE     [--sheet NAME] [--column MEANING=HEADING]…\n  An encoding is not anonymous: whoever has the key can test guesses. See docs/decisions/what-encodings-leak.md.',
  },
  overlap: {
    line: 'count how many two encoded lists share',
    more: '  overlap A B [--threshold 0.8] [--threads N] [--json]\n  Both encoded with one key. Counts that would point at fewer than ten people are not shown.',
  },
  estimate: {
    line: 'estimate how many are on no list',
    more: '  estimate FILE [--json] [--all] [--id SET] [--seed N] [--bootstraps N] [--no-latent] [--plot OUT.svg]\n  FILE is YAML (counts: {"100": 12, "110": 3, …}) or CSV (history,count, or one 0/1 column a list).\n  Prints every model with its fit, estimate and interval; answers 2 with the reason where no honest estimate can be made.',
  },
}

export const help = (word: string | null): string => {
  const page = word ? pages[word] : undefined
  if (page) return `./article33 ${word}: ${page.line}\n\n${page.more}\n`
  const width = Math.max(...Object.keys(pages).map((name) => name.length)) + 2
  return `Article 33: the desk for people who must not be sent back.\n\n${Object.entries(pages)
    .map(([name, { line }]) => `  ./article33 ${name.padEnd(width)}${line}`)
    .join('\n')}\n\nMore on one of them: ./article33 help WORD\n`
}
