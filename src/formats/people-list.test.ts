import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../basics/refusal.ts'
import { readPeopleList } from './people-list.ts'

const read = (text: string) => readPeopleList(text, 'list.csv')
const names = (text: string) => read(text).rows.map((row) => row.values.names.map((name) => name.text).join('|'))
const refusal = (text: string): Refusal => {
  try {
    read(text)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  return expect.fail('it was not refused')
}

describe('a list with a head', () => {
  const korean = '\uFEFF순번,이름,성별,생년월일,나이,고향,비고\r\n1,표은서,여,1990.3.14,,무산,언니가 알림\r\n2,리철,남,2001년생,약 25,,\r\n'

  test('Korean, English and Chinese heads lead to the same fields', () => {
    const english = 'No.,Name,Sex,Date of birth,Age,Place,Note\n1,표은서,F,1990-03-14,,무산,언니가 알림\n2,리철,M,2001,약 25,,'
    const chinese = '序号;姓名;性别;出生日期;年龄;籍贯;备注\n1;표은서;女;1990年3月14日;;무산;언니가 알림\n2;리철;男;2001年;약 25;;'
    const rows = read(korean).rows
    expect(rows[0]).toEqual({
      line: 2,
      values: {
        names: [{ text: '표은서', script: 'hangul', kind: 'document' }],
        sex: 'F',
        births: [{ date: '1990-03-14', source: null }],
        ageStatements: [],
        place: '무산',
        note: '언니가 알림',
      },
    })
    expect(rows[1]!.values).toMatchObject({
      sex: 'M',
      births: [{ date: '2001' }],
      ageStatements: [{ low: 25, high: 25 }],
      note: '나이: 약 25',
    })
    for (const other of [english, chinese]) expect(read(other).rows[0]).toEqual(rows[0])
  })

  test('an unknown column goes into the note under its own head; a phone or a route is left out and said so', () => {
    const list = read('name\tschool\tphone\troute\n표은서\t제1중학교\t010-1234\tby night')
    expect(list.rows[0]!.values.note).toBe('school: 제1중학교')
    expect(list.leftOut).toEqual([
      { column: 3, head: 'phone' },
      { column: 4, head: 'route' },
    ])
    expect(JSON.stringify(list.rows)).not.toMatch(/010|night/)
  })

  test('a name in several scripts, in one cell or several columns, is one person', () => {
    const list = read('이름,영문,별명\n김철수 (金哲洙),Kim Chol Su,"바위, 돌"')
    expect(list.rows[0]!.values.names).toEqual([
      { text: '김철수', script: 'hangul', kind: 'document' },
      { text: '金哲洙', script: 'hanja', kind: 'document' },
      { text: 'Kim Chol Su', script: 'latin', kind: 'romanised' },
      { text: '바위, 돌', script: 'hangul', kind: 'alias' },
    ])
  })

  test('births that differ stay side by side, and what is not known is not guessed', () => {
    expect(
      read('name,birth\nA,2001 or 2003\nB,약 1990\nC,1990-21\nD,미상').rows.map((row) => row.values.births.map((one) => one.date)),
    ).toEqual([['2001', '2003'], ['1990~'], ['1990-21'], []])
  })
})

describe('rows with a fault', () => {
  test('each fault has its line and column, and the good rows stay', () => {
    const list = read('name,sex,birth,age\n표은서,F,1990-13-40,200\n"two\nlines",F,1990,30\n\n리철,Q,14.3.1990,\n최영옥,F,90.3.14,28-32')
    expect(list.rows.map((row) => [row.line, row.values.names[0]!.text])).toEqual([[3, 'two lines']])
    expect(list.errors.map(({ line, column }) => [line, column])).toEqual([
      [2, 3],
      [2, 4],
      [6, 2],
      [6, 3],
      [7, 3],
    ])
    for (const { reason } of list.errors) expect(reason).not.toMatch(/표은서|1990-13|리철/)
  })

  test('a quotation mark that never closes names the line where it opens and keeps the rows before', () => {
    const list = read('name,sex\nA B,F\n"C D,M\nE F,F\n')
    expect(list.rows).toHaveLength(1)
    expect(list.errors).toEqual([{ line: 3, column: null, reason: expect.stringContaining('quotation mark') }])
  })

  test('a row without any word about a person is an error, one without a name but with an age is a person', () => {
    const list = read('name,sex,age\n,F,\n,F,30')
    expect(list.errors).toEqual([{ line: 2, column: null, reason: 'this row names nobody' }])
    expect(list.rows[0]!.values).toMatchObject({ names: [], ageStatements: [{ low: 30, high: 30 }] })
  })
})

describe('a list without a head', () => {
  test('one name a line, with blank lines, keeps its lines', () => {
    expect(read('표은서\n\n최영옥\r\n  Choe Yong Ok \r金哲洙').rows.map((row) => [row.line, row.values.names[0]!.text])).toEqual([
      [1, '표은서'],
      [3, '최영옥'],
      [4, 'Choe Yong Ok'],
      [5, '金哲洙'],
    ])
  })

  test('names after one another in one line are one person each', () => {
    expect(names('표은서, 최영옥, 리명희')).toEqual(['표은서', '최영옥', '리명희'])
    expect(names('陈小梅、张伟')).toEqual(['陈小梅', '张伟'])
  })

  test('a family name, comma and given name on every line is one name', () => {
    expect(names('Choe, Yong Ok\nRi, Myong Hui')).toEqual(['Choe Yong Ok', 'Ri Myong Hui'])
  })

  test('columns are told by what stands in them', () => {
    const list = read('1\t표은서\tP’yo Ŭn-sŏ\t여\t1990\t36\t언니가 알림\n2\t최영옥\tChoe Yong Ok\tF\t1994.3\t32\t')
    expect(list.errors).toEqual([])
    expect(list.rows.map((row) => row.values)).toMatchObject([
      {
        names: [{ text: '표은서' }, { text: 'P’yo Ŭn-sŏ', kind: 'romanised' }],
        sex: 'F',
        births: [{ date: '1990' }],
        ageStatements: [{ low: 36 }],
        note: '언니가 알림',
      },
      { sex: 'F', births: [{ date: '1994-03' }], ageStatements: [{ high: 32 }], note: null },
    ])
  })

  test('forty names are forty rows', () => {
    expect(read(Array.from({ length: 40 }, (_, i) => `사람${String.fromCodePoint(0xac00 + i * 28)}`).join('\n')).rows).toHaveLength(40)
  })
})

describe('hostile lists', () => {
  test('a formula stays the text it is', () => {
    expect(names('name\n=HYPERLINK("x")\n+1+1\n@SUM')).toEqual(['=HYPERLINK|"x"', '+1+1', '@SUM'])
  })

  test('too large, too many rows, too wide, not text and empty are refused with a code', () => {
    expect(refusal('표'.repeat(400_000)).code).toBe('too-large')
    expect(refusal('A B\n'.repeat(2001))).toMatchObject({ code: 'too-large', place: { line: 2001 } })
    expect(refusal(`name,sex\n표${',x'.repeat(200_000)}`)).toMatchObject({ code: 'bad-file', place: { line: 2 } })
    expect(refusal('PK\u0003\u0004\u0000').code).toBe('bad-file')
    for (const empty of ['', '\uFEFF', ' \n\r\n', ',,,\n,,']) expect(refusal(empty).code).toBe('bad-file')
  })

  test('the widest list of 2,000 rows is read whole', () => {
    expect(read(`${'a,'.repeat(49)}name\n${`${'x y,'.repeat(49)}표은서\n`.repeat(2000)}`).rows).toHaveLength(2000)
  })

  test('whatever text is pasted, the answer is rows, errors or a refusal with a code', () => {
    const piece = fc.constantFrom(
      '표은서',
      'name',
      '이름',
      'sex',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      '"',
      '""',
      '1990',
      '?',
      '__proto__',
      '\ud800',
      '\u202e',
      '=1',
      '(',
      '30대',
      '약 ',
      '.',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        (text) => {
          try {
            const list = read(text)
            const lines = text.split(/\r\n?|[\n\u2028\u2029]/).length
            for (const { line } of [...list.rows, ...list.errors]) expect(line).toBeGreaterThan(0)
            for (const { line } of [...list.rows, ...list.errors]) expect(line).toBeLessThanOrEqual(lines)
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
