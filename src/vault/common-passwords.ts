/** The passwords a stranger tries first: common stems, keyboard walks and this desk's own words, however lengthened. */
const stems = [
  'password',
  'passw0rd',
  'passwort',
  'passphrase',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  'zxcvbn',
  'letmein',
  'welcome',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'monkey',
  'dragon',
  'master',
  'shadow',
  'superman',
  'batman',
  'trustno',
  'administrator',
  'admin',
  'changeme',
  'secret',
  'default',
  'login',
  'starwars',
  'abc',
  'abcdef',
  'abcdefgh',
  'abcdefghijkl',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsx',
  'qazwsxedc',
  'qweasdzxc',
  'hello',
  'freedom',
  'whatever',
  'correcthorsebatterystaple',
  'article',
  'refugee',
  'asylum',
  'nonrefoulement',
  'refoulement',
  'convention',
  'caseworker',
  'lawyer',
  'unhcr',
  'hangul',
  'freekorea',
  'korea',
  'seoul',
  'woaini',
  'tkfkdgo',
  'dkssud',
  'gksrmf',
  '사랑해',
  '비밀번호',
  '안녕하세요',
  '密码',
  '我爱你',
]
const known = new Set(stems)
const walks = [
  '0123456789012345678901234567890',
  '9876543210987654321098765432109',
  'abcdefghijklmnopqrstuvwxyzabcdef',
  'qwertyuiopasdfghjklzxcvbnm',
]

/** True when nothing but a common stem is left once digits, signs and repetition are taken away. */
export const tooCommon = (password: string): boolean => {
  const lower = password.toLowerCase().normalize('NFKC')
  const letters = lower.replace(/[^\p{Letter}]+/gu, '')
  const unleeted = lower
    .replace(/^[^\p{Letter}@$]+|[^\p{Letter}]+$/gu, '')
    .replace(/[@4]/g, 'a')
    .replace(/0/g, 'o')
    .replace(/[1!]/g, 'i')
    .replace(/3/g, 'e')
    .replace(/[$5]/g, 's')
    .replace(/[^\p{Letter}]+/gu, '')
  const digits = lower.replace(/\D+/g, '')
  if (letters === '' && (walks.some((walk) => walk.includes(digits)) || repeats(digits) || /^(19|20)\d{6}(19|20)\d{6}$/.test(digits)))
    return true
  if (walks.some((walk) => lower.length <= walk.length && walk.includes(lower))) return true
  return [letters, unleeted].some((text) => known.has(text) || known.has(once(text)) || repeats(lower))
}

const once = (text: string): string => {
  for (let length = 1; length <= text.length / 2; length++) {
    const head = text.slice(0, length)
    if (text.length % length === 0 && head.repeat(text.length / length) === text) return head
  }
  return text
}
const repeats = (text: string): boolean => text.length > 1 && once(text).length <= 4 && once(text) !== text
