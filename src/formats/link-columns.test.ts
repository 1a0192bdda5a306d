import { readFileSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Refusal } from '../basics/refusal.ts'
import { eachPerson, type LinkRow, type List } from './link-columns.ts'
import { linkColumnsIn } from './link-heads.ts'
import { sheetsOf } from './list-rows.ts'
import type { ListFile } from './list-source.ts'
import { lookAtList } from './look-at-list.ts'

const at = (name: string): string => `test/data/lists/${name}`
const peopleOf = (list: List): (LinkRow & { line: number })[] => {
  const rows: (LinkRow & { line: number })[] = []
  eachPerson(list, (row, line) => rows.push({ ...row, line }))
  return rows
}
const refused = (list: List): Refusal => {
  try {
    peopleOf(list)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}
const csv = (text: string): ListFile => ({ name: 'list.csv', bytes: Buffer.from(text) })

test('a form export of Kobo gives the person, not the interviewer, and no telephone', () => {
  const [first, second, third] = peopleOf({ file: at('kobo.csv') })
  expect(first).toEqual({ id: '91', name: '김은희', birth: '1987-03-09', sex: 'F', place: 'hoeryong', line: 2 })
  expect(second).toMatchObject({ name: 'Choe Myong Guk', birth: '1979', sex: 'M' })
  expect(third).toMatchObject({ name: '박 순자', birth: '1990-11' })
})

test('a form export of ODK joins family and given name', () => {
  expect(peopleOf({ file: at('odk.csv') }).map(({ name, id, place }) => [id, name, place])).toEqual([
    ['uuid:a1', 'Kim Un Hui', 'Hoeryong'],
    ['uuid:a2', 'Choe Myong Guk', 'Musan'],
  ])
})

test('an archive export of Uwazi gives the name in its own script first, the first of several values, and the value without its group', () => {
  expect(peopleOf({ file: at('uwazi.csv') })).toMatchObject([
    { name: '김은희', birth: '1987-03-09', sex: 'F', place: 'Hoeryong' },
    { name: 'Choe Myong Guk', birth: '1979', sex: 'M', place: 'Musan' },
  ])
})

test('a sheet saved by a spreadsheet is read with its dates, whichever sheet is asked for', () => {
  expect(sheetsOf(at('kobo-roster.xlsx'))).toEqual(['Household survey', 'roster'])
  expect(refused({ file: at('kobo-roster.xlsx') }).message).toContain('no heading says which column holds the name')
  expect(peopleOf({ file: at('kobo-roster.xlsx'), sheet: 'roster' })).toEqual([
    { id: '1', name: '김은희', birth: '1987-03-09', sex: 'F', place: 'Hoeryong', line: 2 },
    { id: '2', name: 'Kim Chol Su', birth: '1985', sex: 'M', place: 'Hoeryong & "Musan"', line: 3 },
    { id: '3', name: '김봄이', birth: '2012-12-31', sex: 'F', place: '', line: 5 },
  ])
  expect(refused({ file: at('kobo-roster.xlsx'), sheet: 'nothing' }).code).toBe('bad-file')
})

test('two questions that may both hold the name are not guessed between; a person names one', () => {
  const file = csv('guardian/name,child/name,child/dob\n박순자,김봄이,2012\n')
  expect(refused({ file }).message).toContain('“guardian/name” and “child/name” may both hold the name')
  expect(peopleOf({ file, columns: { name: 'child/name' } })).toMatchObject([{ name: '김봄이', birth: '2012' }])
  expect(refused({ file, columns: { name: 'nobody' } }).message).toContain('no heading is “nobody”')
})

test('성 is a surname beside 성별 and a sex without it', () => {
  expect(peopleOf({ file: csv('성,이름,성별\n김,은희,여\n') })).toMatchObject([{ name: '김 은희', sex: 'F' }])
  expect(peopleOf({ file: csv('이름,성\n김은희,여\n') })).toMatchObject([{ name: '김은희', sex: 'F' }])
  expect(peopleOf({ file: csv('姓,名,性别\n崔,永玉,女\n') })).toMatchObject([{ name: '崔 永玉', sex: 'F' }])
})

test('a meaning that a person leaves out is not read', () => {
  expect(linkColumnsIn(['name', 'place'], { place: null })).toMatchObject({ name: [0], place: [] })
  expect(peopleOf({ file: csv('name,sex\n김은희,2\n'), columns: { sex: null } })).toMatchObject([{ name: '김은희', sex: '' }])
})

/** A zip by hand, so that it can be wrong in the ways a stranger's zip can be. */
const zipOf = (parts: Record<string, string>, change: { size?: number; flags?: number; crc?: number } = {}): ListFile => {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(text))
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(change.flags ?? 0, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(change.crc ?? crc32(text), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(change.size ?? Buffer.byteLength(text), 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    bodies.push(local, Buffer.from(name), packed)
    entries.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(at, 16)
  return { name: 'list.xlsx', bytes: Buffer.concat([...bodies, directory, end]) }
}
const book = (rows: string, more: Record<string, string> = {}): Record<string, string> => ({
  'xl/workbook.xml': '<workbook><sheets><sheet name="one" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="/xl/one.xml"/></Relationships>',
  'xl/one.xml': `<x:worksheet><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
  ...more,
})
const inline = (ref: string, text: string): string => `<x:c r="${ref}" t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`
const head = `<x:row r="1">${inline('A1', 'name')}${inline('B1', 'birth')}</x:row>`

test('a year shown as a year is not made a day, reading aids beside Han letters are no part of a name, empty rows keep the numbers', () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy"/><numFmt numFmtId="171" formatCode="yyyy\\-mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="14"/></cellXfs></styleSheet>'
  const shared =
    '<sst><si><t>崔永玉</t><rPh sb="0" eb="1"><t>チェ</t></rPh></si><si><r><t>김</t></r><r><t xml:space="preserve">은희</t></r></si></sst>'
  const rows = `${head}<x:row r="2"/><x:row r="3"><x:c r="A3" t="s"><x:v>0</x:v></x:c><x:c r="B3" s="1"><x:v>32874</x:v></x:c></x:row><x:row r="4"><x:c r="A4" t="s"><x:v>1</x:v></x:c><x:c r="B4" s="2"><x:v>32874</x:v></x:c></x:row><x:row r="7"><x:c r="A7" t="s"><x:v>1</x:v></x:c><x:c r="B7" s="3"><x:v>32874.6</x:v></x:c></x:row>`
  expect(
    peopleOf({ file: zipOf(book(rows, { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': shared })) }).map((one) => [
      one.line,
      one.name,
      one.birth,
    ]),
  ).toEqual([
    [3, '崔永玉', '1990'],
    [4, '김은희', '1990-01'],
    [7, '김은희', '1990-01-01'],
  ])
})

test('a bad row of a sheet is refused with its number and the reason', () => {
  const row = (inner: string): Refusal => refused({ file: zipOf(book(`${head}<x:row r="9">${inner}</x:row>`)) })
  expect(row(inline('A9', 'Kim') + inline('B9', '31/12/1990')).place?.line).toBe(9)
  expect(row('<x:c r="A9" t="e"><x:v>#N/A</x:v></x:c>').message).toContain('#N/A')
  expect(row(inline('A9', 'Kim') + inline('C9', 'more')).place?.line).toBe(9)
  expect(row('<x:c r="A9" t="s"><x:v>4</x:v></x:c>').place?.line).toBe(9)
})

test('a zip that holds a flood, lies about its size, is damaged or locked is refused', () => {
  const flood = `<x:row r="2">${'<x:c/>'.repeat(45_000_000)}</x:row>`
  expect(refused({ file: zipOf(book(flood)) }).code).toBe('too-large')
  expect(refused({ file: zipOf(book(head), { size: 10 }) }).code).toBe('bad-file')
  expect(refused({ file: zipOf(book(head), { crc: 1 }) }).message).toContain('damaged')
  expect(refused({ file: zipOf(book(head), { flags: 1 }) }).message).toContain('password')
  expect(refused({ file: zipOf({ 'a.csv': 'name\nKim' }) }).message).toContain('not an Excel sheet')
  const whole = readFileSync(at('kobo-roster.xlsx'))
  expect(refused({ file: { name: 'cut.xlsx', bytes: whole.subarray(0, 3_000) } }).code).toBe('bad-file')
  expect(refused({ file: { name: 'old.xls', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') } }).message).toContain('old .xls')
})

test('tags that never close do not hold the desk up', () => {
  const began = performance.now()
  const file = zipOf(book(head, { 'xl/sharedStrings.xml': `<sst>${'<si><t>'.repeat(1_000_000)}</sst>` }))
  expect(peopleOf({ file })).toEqual([])
  expect(performance.now() - began).toBeLessThan(3_000)
})

const korean = '번호,이름,생년월일,성별,고향\n1,김영희,1987.3.2,여,회령\n2,리철수,1987년 3월 2일,남,무산\n'
const peopleIn = (text: string | Buffer) => peopleOf({ file: { name: '명단.csv', bytes: Buffer.from(text as string) } })

test('a list saved by Excel in Korea (CP949) or as Unicode text (UTF-16) is read as the same people', () => {
  // The same text as `korean`, in CP949.
  const cp949 = Buffer.from(
    'b9f8c8a32cc0ccb8a72cbbfdb3e2bff9c0cf2cbcbabab02cb0edc7e20a312cb1e8bfb5c8f12c313938372e332e322cbfa92cc8b8b7c90a322cb8aec3b6bcf62c31393837b3e22033bff92032c0cf2cb3b22cb9abbbea0a',
    'hex',
  )
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(korean.replaceAll(',', '\t'), 'utf16le')])
  const wanted = peopleIn(korean)
  expect(wanted).toMatchObject([
    { name: '김영희', birth: '1987-03-02', sex: 'F', place: '회령' },
    { name: '리철수', birth: '1987-03-02' },
  ])
  expect(peopleIn(cp949)).toEqual(wanted)
  expect(peopleIn(utf16)).toEqual(wanted)
  expect(lookAtList({ file: { name: 'a.csv', bytes: cp949 } })).toMatchObject({ encoding: 'cp949', people: 2, fault: null })
})

test('letters of another encoding are refused with their line, never read as something else', () => {
  const gbk = Buffer.concat([Buffer.from('name,sex\n'), Buffer.from('bdf0d3a2bca72cc5ae0ac6d3cbb3d7d32cc5ae0a', 'hex')])
  expect(refused({ file: { name: 'a.csv', bytes: gbk } })).toMatchObject({
    place: { line: 2 },
    message: expect.stringContaining('neither UTF-8 nor Korean'),
  })
  const broken = Buffer.concat([Buffer.from('이름\n김영희\n'), Buffer.from([0xb1, 0xe8, 0xff, 10])])
  expect(refused({ file: { name: 'a.csv', bytes: broken } })).toMatchObject({
    place: { line: 3 },
    message: expect.stringContaining('broken letter'),
  })
})

test('a title and merged headings above a list are passed over, and a list without headings is refused at its first line', () => {
  const titled = `2026년 면담자 명단,,,,\n\n${korean}`
  expect(peopleIn(titled).map(({ name, line }) => [name, line])).toEqual([
    ['김영희', 4],
    ['리철수', 5],
  ])
  const merged = '번호,인적사항,,,고향\n,이름,생년월일,성별,\n1,김영희,1987,여,회령\n'
  expect(peopleIn(merged)).toMatchObject([{ id: '1', name: '김영희', sex: 'F', place: '회령', line: 3 }])
  expect(refused({ file: csv('1,김영희,1987\n2,리철수,1990\n') })).toMatchObject({ place: { line: 1 } })
  expect(lookAtList({ file: csv('이름,성별\n') }).fault?.values['reason']).toBe('it holds headings and nobody below them')
})

test('two columns of one heading are not guessed between, and a bare number is no birth', () => {
  expect(refused({ file: csv('이름,이름,성별\n김영희,박순자,여\n') }).message).toContain('two headings are both “이름”')
  for (const number of ['31842', '870302', '8703021'])
    expect(refused({ file: csv(`이름,생년월일\n김영희,${number}\n`) })).toMatchObject({
      place: { line: 2 },
      message: expect.stringContaining('bare number'),
    })
  expect(peopleOf({ file: csv('이름,생년월일\n김영희,1987년 봄\n') })).toMatchObject([{ birth: '1987-21' }])
})
