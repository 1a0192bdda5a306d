/** PostgreSQL refuses to run as root; started by root, the cluster gets an unprivileged user of its own. */
import { execFileSync } from 'node:child_process'
import { refuse } from '../basics/refusal.ts'

export type UnixUser = { uid: number; gid: number }
const name = 'article33'

/** null = we are an ordinary user already. */
export const unprivilegedUser = (): UnixUser | null => {
  if (process.getuid?.() !== 0) return null
  const known = lookUp()
  if (known) return known
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name], { stdio: 'ignore' })
  } catch {
    refuse('no-unprivileged-user', { user: name })
  }
  return lookUp() ?? refuse('no-unprivileged-user', { user: name })
}

const lookUp = (): UnixUser | null => {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}
