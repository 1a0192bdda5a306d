/** Every refusal of the house in one table: what was wrong, what to do, and the HTTP status that carries it. Alphabetical within its group. */
type Entry = { status: number; what: string; todo: string }
const entry = (status: number, what: string, todo: string): Entry => ({ status, what, todo })

export const refusals = {
  // who may
  'not-found': entry(404, 'There is no such record.', 'Go back to the list and open it from there.'),
  'not-signed-in': entry(401, 'Nobody is signed in.', 'Sign in and try again.'),
  'not-yours-to-do': entry(403, 'Your role does not include this act.', 'Ask a person whose role includes it.'),
  'needs-second-person': entry(409, 'This takes two people, and you are the first.', 'Ask another member to confirm it from their own session.'),
  'sealed': entry(503, 'The desk is sealed.', 'Unlock it with the passphrase or the recovery kit.'),
  'sign-in-refused': entry(401, 'The name, the password or the code is not right.', 'Check all three and try again.'),
  'too-many-tries': entry(429, 'Too many tries. Wait {seconds} seconds.', 'Wait, then try again.'),
  // what was given
  'bad-date': entry(422, '“{value}” is not a date this desk can read.', 'Write a year, year-month or year-month-day, for example 2018-03; ~ means about, / joins a range.'),
  'bad-file': entry(422, 'This file cannot be read: {reason}.', 'Mend the file at the place named and try again. Nothing was kept.'),
  'bad-input': entry(422, '{field}: {reason}.', 'Correct the field named and try again. What you typed is kept.'),
  'out-of-date': entry(409, 'Someone changed this while you were writing.', 'Look at the newer version beside yours, then save again.'),
  'foreign-request': entry(403, 'The request did not come from this desk’s own pages.', 'Open the desk in the browser and act from there.'),
  'too-large': entry(413, 'This is larger than {limit}.', 'Send it in parts, or ask the administrator to raise the limit.'),
  // the machine
  'internal': entry(500, 'Something went wrong on this desk; nothing was changed.', 'Try again. If it happens twice, tell the administrator the time.'),
} as const satisfies Record<string, Entry>
