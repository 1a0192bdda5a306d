// The check of the house: arrows run down, no circle, outside packages come in by their own door, nothing is too long, no country stands in src.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const floors = [['cli'], ['server', 'web'], ['actions'], ['store', 'formats'], ['domain', 'vault'], ['basics']]
const domainFloors = [
  ['documents'],
  ['protection'],
  ['proceedings', 'accountability'],
  ['law'],
  ['testimony', 'cases'],
  ['people'],
  ['linkage'],
  ['figures', 'advocacy'],
]
/** Which room may use which outside package. `node:` modules are listed with them; a room that is not listed may use none. */
const doors = {
  cli: [/^node:/, 'yaml'],
  server: [/^node:(?!crypto)/, 'hono', '@hono/node-server', 'zod'],
  actions: ['zod', /^node:(path|stream|url)/],
  store: [/^node:(?!crypto)/, 'pg'],
  formats: [/^node:(?!crypto)/, 'yaml', 'docx', 'csv-parse', 'ical-generator', /^@myriaddreamin\//],
  vault: ['node:crypto', 'node:stream', 'age-encryption', '@node-rs/argon2', 'otpauth'],
  basics: ['edtf'],
  web: ['react', 'react-dom', /^@tanstack\//, 'qrcode', 'vite', /^@fontsource-variable\//, /^node:(path|url)/],
  domain: ['es-hangul', 'hanja', 'pinyin-pro'],
}
const nevers = [
  [
    /\b(Date\.now|Math\.random|process\.env)\b|new Date\(\)|\basync\b|\bawait\b|\bfetch\(/,
    'domain/',
    'domain awaits or reads a clock, chance, environment or network',
  ],
  [/\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b .*\b(FROM|VALUES|SET|WHERE)\b/, /^(?!store\/)/, 'SQL outside store'],
  [/createHash|createHmac|createCipher|randomBytes|subtle\./, /^(?!vault\/)/, 'cryptography outside vault'],
  [
    /\b(North Korea|China|Lao PDR|Mongolia|Viet Nam|Myanmar|Thailand|DPRK|'(CHN|PRK|LAO|KOR|MNG|VNM|MMR|THA)')/,
    /^(?!domain\/people\/tables|web\/words)/,
    'a country named in src',
  ],
  [/\b(TODO|FIXME)\b(?! #\d)/, '', 'a TODO without an issue number'],
  [/from '(\.\.\/)+test\//, '', 'a test helper imported by src'],
]
/** Written exceptions, each with its reason. */
const exceptions = {
  'cli/verify.ts': 'verifies on its own, without the vault it checks',
  'server/run.ts': 'createHash is not used; node:https only',
}

const files = []
const walk = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    entry.isDirectory() ? walk(path) : /\.tsx?$/.test(entry.name) && files.push(path)
  }
}
walk(join(root, 'src'))
const faults = []
const floorOf = (room, list) => list.findIndex((floor) => floor.includes(room))
const graph = new Map()
for (const path of files) {
  const name = relative(join(root, 'src'), path)
  const [room, inner] = name.split('/')
  const text = readFileSync(path, 'utf8')
  const isTest = /\.test\.tsx?$/.test(name)
  const say = (what) => faults.push(`src/${name}: ${what}`)
  if (!isTest && !/\/(tables|kernels)\//.test(name) && text.split('\n').length > 401 && !name.startsWith('web/words/'))
    say('longer than 400 lines')
  if (/\/(utils|helpers|common|shared|v2)\//.test(name)) say('a folder with a name that says nothing')
  const seen = new Set()
  for (const match of text.matchAll(
    /^(?:import|export)(?<type> type)?\b[^'"();=]*?\bfrom '(?<a>[^']+)'|^import '(?<b>[^']+)'|\bimport\('(?<c>[^']+)'\)/gm,
  )) {
    const target = match.groups.a ?? match.groups.b ?? match.groups.c
    if (target.startsWith('.')) {
      const to = relative(join(root, 'src'), resolve(dirname(path), target.replace(/\?.*/, '')))
      if (to.startsWith('..')) {
        if (!isTest) say(`reaches outside src: ${target}`)
        continue
      }
      if (!existsSync(join(root, 'src', to))) {
        say(`imports what is not there: ${target}`)
        continue
      }
      // A type alone makes no circle at run time.
      if (!match.groups.type) seen.add(to)
      const [toRoom, toInner] = to.split('/')
      if (isTest || (toRoom === room && room !== 'domain')) continue
      if (room === 'domain' && toRoom === 'domain') {
        const [a, b] = [floorOf(inner, domainFloors), floorOf(toInner, domainFloors)]
        if (inner !== toInner && (a >= b || a === 7 || b === 7)) say(`arrow up or across: domain/${inner} → domain/${toInner}`)
        continue
      }
      if (room === 'web' && !['domain', 'basics'].includes(toRoom)) say(`web may see only domain and basics: ${to}`)
      else if (floorOf(room, floors) >= floorOf(toRoom, floors)) say(`arrow up or across: ${room} → ${toRoom}`)
    } else if (!isTest) {
      const ok =
        exceptions[name] ||
        (doors[room] ?? []).some((door) => (door instanceof RegExp ? door.test(target) : target === door || target.startsWith(`${door}/`)))
      if (!ok) say(`outside package by a wrong door: ${target}`)
    }
  }
  graph.set(name, seen)
  if (!isTest && !exceptions[name])
    for (const [pattern, where, what] of nevers) {
      if (typeof where === 'string' ? !name.startsWith(where) : !where.test(name)) continue
      const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
      const line = code.split('\n').find((row) => pattern.test(row))
      if (line) say(`${what}: ${line.trim().slice(0, 90)}`)
    }
}
const state = new Map()
const visit = (name, trail) => {
  if (state.get(name) === 'done') return
  if (state.get(name) === 'open') return void faults.push(`a circle: ${[...trail.slice(trail.indexOf(name)), name].join(' → ')}`)
  state.set(name, 'open')
  for (const next of graph.get(name) ?? []) visit(next, [...trail, name])
  state.set(name, 'done')
}
for (const name of graph.keys()) visit(name, [])
if (files.length < 20) faults.push(`the check read only ${files.length} files: it looked in the wrong place`)
for (const fault of faults) console.log(fault)
console.log(`${files.length} files read, ${faults.length} faults of the house`)
process.exit(faults.length ? 1 : 0)
