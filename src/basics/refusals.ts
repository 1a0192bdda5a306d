/** Every refusal of the house in one table: what was wrong, what to do, and the HTTP status that carries it. Alphabetical within its group. */
type Entry = { status: number; what: string; todo: string }
const entry = (status: number, what: string, todo: string): Entry => ({ status, what, todo })

export const refusals = {
  // who may
  'not-found': entry(404, 'There is no such record.', 'Go back to the list and open it from there.'),
  'not-signed-in': entry(401, 'Nobody is signed in.', 'Sign in and try again.'),
  'not-yours-to-do': entry(403, 'Your role does not include this act.', 'Ask a person whose role includes it.'),
  'needs-second-person': entry(
    409,
    'This takes two people, and you are the first.',
    'Ask another member to confirm it from their own session.',
  ),
  sealed: entry(503, 'The desk is sealed.', 'Unlock it with the passphrase or the recovery kit.'),
  'sign-in-refused': entry(401, 'The name, the password or the code is not right.', 'Check all three and try again.'),
  'too-many-tries': entry(429, 'Too many tries. Wait {seconds} seconds.', 'Wait, then try again.'),
  'unlock-refused': entry(
    401,
    'The passphrase or the recovery words do not open this desk.',
    'Check the spelling and try again, or use the other way in.',
  ),
  'names-being-read': entry(
    503,
    'The names of all cases are still being read into memory since the desk was unlocked: {count} so far.',
    'Try again in a moment. What needs no search works already.',
  ),
  'already-set-up': entry(409, 'This desk is set up already.', 'Unlock it, or start with another data folder.'),
  'invitation-refused': entry(401, 'This invitation is not known or has run out.', 'Ask the administrator for a new one.'),
  'not-set-up': entry(409, 'This desk is not set up yet.', 'Set it up first.'),
  'gate-closed': entry(409, 'The paper may not leave yet: {gates}.', 'Settle what the release page names, then ask again.'),
  'no-consent-to-ask': entry(
    409,
    'No consent to ask another organisation about this person is on file.',
    'Ask the person, record the consent, then try again. Not asked is not yes.',
  ),
  'not-asked-yet': entry(409, 'Nobody has asked for this release.', 'The author asks first; then another person releases.'),
  'not-released': entry(409, 'This paper has not been released.', 'Release it first; two people are needed.'),
  'released-already': entry(
    409,
    'This paper was released and does not change any more.',
    'Draft a new one; it will be compared with this.',
  ),
  'judged-already': entry(
    409,
    'This pair was judged already.',
    'Confirm that judgement, or take it back and judge anew; both acts stay on record.',
  ),
  'last-administrator': entry(409, 'This is the last administrator.', 'Make another member administrator first.'),
  'needs-a-lead': entry(409, 'The case would be without a lead.', 'Let another member lead it first.'),
  // what was given
  'account-attested': entry(409, 'This account is attested and does not change any more.', 'Add a correction with its reason; both stay.'),
  'batch-in-use': entry(
    409,
    'Later work stands on {people} of this list, so it cannot be taken out; nobody was.',
    'The people page says on whom and what; strike those facts first.',
  ),
  'fact-of-nobody': entry(
    409,
    'This fact speaks of a person who was taken out of the case.',
    'Bring the person in again and name the fact anew; the struck one stays readable.',
  ),
  'insist-once': entry(
    409,
    'These words may give away a route, a hiding place, a helper or a telephone number ({count} found).',
    'Take them out; or say once that they stay. They are then stored encrypted, and a paper with them cannot be released.',
  ),
  'look-first': entry(409, 'Nobody has looked whether this person is known already.', 'Search for the name first, then open the case.'),
  'must-not-be-known': entry(
    422,
    'These words may give away a route, a hiding place, a helper or a telephone number.',
    'Say it without them; in an account, seal the span.',
  ),
  'not-in-the-example': entry(
    409,
    'The worked example takes no files and no lists: its key is thrown away and its people are invented.',
    'Set up a desk of your own for real papers.',
  ),
  'bad-date': entry(
    422,
    '“{value}” is not a date this desk can read.',
    'Write a year, year-month or year-month-day, for example 2018-03; ~ means about, / joins a range.',
  ),
  'bad-file': entry(422, 'This file cannot be read: {reason}.', 'Mend the file at the place named and try again. Nothing was kept.'),
  'bad-input': entry(422, '{field}: {reason}.', 'Correct the field named and try again. What you typed is kept.'),
  'out-of-date': entry(409, 'Someone changed this while you were writing.', 'Look at the newer version beside yours, then save again.'),
  'foreign-request': entry(403, 'The request did not come from this desk’s own pages.', 'Open the desk in the browser and act from there.'),
  'too-large': entry(413, 'This is larger than {limit}.', 'Send it in parts, or ask the administrator to raise the limit.'),
  // how many there are, and who is on which list
  'no-list-yet': entry(409, 'There is no list here to work on.', 'Choose the file again: lists are kept only as long as you work on them.'),
  'too-few-lists': entry(
    422,
    'An estimate needs three lists or more; this file has {count}.',
    'Add a list made in another way. With two lists nothing can be said about how one depends on the other.',
  ),
  'too-sparse': entry(
    422,
    'These lists share too little for an estimate: {reason}.',
    'Join lists that were made together, leave out the one named, or publish the count of those seen and no estimate.',
  ),
  // the machine
  'address-needs-tls': entry(
    400,
    '{host} can be reached by others, and no TLS certificate was given.',
    'Add --tls-cert FILE and --tls-key FILE, or leave --host out to serve this machine only.',
  ),
  'already-running': entry(
    409,
    'The desk of this data folder already runs (process {pid}).',
    'Open {address} in a browser, or stop it with Ctrl-C where it was started.',
  ),
  'backup-damaged': entry(
    422,
    'This backup is torn or changed, or it was made for another key.',
    'Nothing was restored. Try another copy, or the key that was printed when the backup was set up.',
  ),
  'backup-newer': entry(422, 'This backup was made by a newer Article 33.', 'Install that version or a later one, then restore.'),
  'bad-key-file': entry(
    422,
    'The file {file} holds no backup key.',
    'Give the file with the line AGE-SECRET-KEY-1…, or one with the 24 words.',
  ),
  'file-exists': entry(409, '{file} is there already.', 'Give another name; nothing is overwritten.'),
  'folder-not-empty': entry(409, '{folder} is not empty.', 'Restore into a new folder, look at it, then move it where you want it.'),
  'no-desk-here': entry(409, 'There is no desk in {folder}.', 'Name its folder with --data.'),
  'bad-command': entry(400, '{reason}.', 'See ./article33 --help.'),
  'cluster-busy': entry(503, 'Another PostgreSQL holds {folder} and does not stop.', 'Stop the other desk first.'),
  'cluster-no-binaries': entry(
    503,
    'There is no PostgreSQL for {platform} here.',
    'Install PostgreSQL 15 or newer from your system’s packages, or set DATABASE_URL.',
  ),
  'cluster-not-made': entry(503, 'The database folder {folder} could not be made: {reason}', 'Mend it and start again; nothing was kept.'),
  'cluster-not-started': entry(503, 'The database did not start: {reason}', 'Mend it and start again; what was stored is untouched.'),
  'cluster-other-version': entry(
    503,
    '{folder} was made by PostgreSQL {was}; this desk has {is}.',
    'Start the older version of Article 33, make a backup, and restore it into an empty data folder here.',
  ),
  'data-folder-unreachable': entry(
    503,
    'The data folder {folder} cannot be used ({reason}).',
    'Give another one with --data FOLDER, or mend its owner and rights.',
  ),
  'disk-full': entry(507, 'The disk is full.', 'Free some space and start again; everything acknowledged is kept.'),
  'house-not-safe': entry(503, 'The desk refuses to serve: {reason}.', 'Ask whoever runs the database to mend it; see SECURITY.md.'),
  'no-unprivileged-user': entry(
    503,
    'PostgreSQL must not run as root and no user {user} could be made.',
    'Make it with: useradd --system {user}; or start as an ordinary user.',
  ),
  'not-running': entry(409, 'No desk is running here.', 'Start it with ./article33 start, or name its folder with --data.'),
  'port-taken': entry(409, 'Port {port} is taken.', 'Give another one with --port NUMBER.'),
  tampered: entry(
    500,
    'This was changed outside the desk, or it is not where it belongs; it is not shown.',
    'Tell the administrator: the log can be verified and the backup compared.',
  ),
  internal: entry(
    500,
    'Something went wrong on this desk; nothing was changed.',
    'Try again. If it happens twice, tell the administrator the time.',
  ),
} as const satisfies Record<string, Entry>
