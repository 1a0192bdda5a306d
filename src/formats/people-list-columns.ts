/** Finds out what each column of a list of people means: by its head in English, Korean or Chinese, or by what stands in it. */
import { ageIn, birthsIn, isUnreadable, namesIn, saysNothing, scriptOf, sexIn } from './people-list-values.ts'

export type ColumnMeaning = 'name' | 'romanised' | 'alias' | 'sex' | 'birth' | 'age' | 'place' | 'note' | 'number' | 'left-out' | 'other'
export type Column = { meaning: ColumnMeaning; head: string | null }

const heads: Readonly<Record<Exclude<ColumnMeaning, 'other'>, string>> = {
  name: 'name|fullname|names|nameofperson|이름|성명|성함|한글이름|한글성명|한자|한자이름|한자성명|姓名|名字|名|中文名|中文姓名|汉字|漢字|韩文名|朝文名',
  romanised:
    'romanised|romanized|romanisedname|romanizedname|latin|latinname|englishname|nameinenglish|영문|영문이름|영문성명|로마자|英文名|英文姓名|拼音',
  alias: 'alias|aliases|aka|othername|othernames|knownas|별명|가명|이명|别名|別名|化名|曾用名',
  sex: 'sex|gender|성별|성|性别|性別',
  birth:
    'birth|born|birthdate|dateofbirth|dob|birthyear|yearofbirth|birthday|생년월일|출생|출생일|출생년도|출생연도|생년|出生|出生日期|出生年月|出生年月日|出生年份|生日',
  age: 'age|ages|ageyears|나이|연령|만나이|年龄|年齡|岁数',
  place:
    'place|wherefrom|origin|hometown|placeofbirth|birthplace|province|held|heldat|wherenow|고향|출신|출생지|지역|장소|출신지|籍贯|地点|地點|出生地|家乡|地区',
  note: 'note|notes|remark|remarks|comment|comments|비고|메모|특이사항|참고|备注|備註|附注|说明',
  number: 'no|nr|number|#|id|번호|순번|연번|序号|序號|编号|號|号',
  // Phones, addresses, routes and papers' numbers of people inside are not recorded: such fields do not exist at this desk.
  'left-out':
    'phone|telephone|mobile|tel|phonenumber|cell|contact|address|homeaddress|wechat|kakao|email|route|helper|broker|idnumber|passport|passportnumber|photo|fingerprint|전화|전화번호|핸드폰|휴대폰|연락처|주소|경로|브로커|조력자|여권|여권번호|주민번호|사진|지문|电话|電話|手机|手機|电话号码|联系方式|地址|住址|路线|路線|中介|微信|护照|护照号|身份证|身份证号|照片|指纹',
}
const meanings = new Map(
  Object.entries(heads).flatMap(([meaning, list]) => list.split('|').map((head) => [head, meaning as ColumnMeaning] as const)),
)

/** What a heading means by itself, or null. */
export const headOf = (cell: string): ColumnMeaning | null =>
  meanings.get(
    cell
      .toLowerCase()
      .replace(/\([^)]*\)|（[^）]*）/g, '')
      .replace(/[\s_.:：*'’-]/g, ''),
  ) ?? null

/** The columns by the first row, or null when the first row is already a person. */
export const columnsByHead = (first: readonly string[]): Column[] | null => {
  const found = first.map(headOf)
  const known = found.filter((meaning) => meaning !== null)
  if (!known.includes('name') && !known.includes('romanised') && known.length < 2) return null
  return first.map((head, i) => ({ meaning: found[i] ?? 'other', head: head.trim() || null }))
}

/** Without a head, a column is what all its cells can be read as; the first column that is nothing else holds the names. */
export const columnsByContent = (rows: readonly (readonly string[])[]): Column[] => {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns: Column[] = []
  for (let i = 0; i < width; i += 1)
    columns.push({
      head: null,
      meaning: meaningOf(
        rows.map((row) => row[i] ?? ''),
        columns,
      ),
    })
  return columns
}

const meaningOf = (cells: readonly string[], before: readonly Column[]): ColumnMeaning => {
  const said = cells.filter((cell) => !saysNothing(cell))
  const taken = (meaning: ColumnMeaning): boolean => before.some((column) => column.meaning === meaning)
  const all = (reads: (cell: string) => unknown): boolean => said.length > 0 && said.every((cell) => !isUnreadable(reads(cell)))
  if (before.length === 0 && said.length > 1 && said.every((cell, i) => Number(cell.replace(/[.)]$/, '')) === i + 1)) return 'number'
  if (!taken('sex') && all(sexIn)) return 'sex'
  if (!taken('age') && all(ageIn)) return 'age'
  if (!taken('birth') && all(birthsIn)) return 'birth'
  if (!taken('name')) return 'name'
  const looksLikeNames =
    said.length > 0 && said.every((cell) => cell.length <= 40 && !/\d/.test(cell) && !isUnreadable(namesIn(cell, 'document')))
  const latin = looksLikeNames && said.every((cell) => scriptOf(cell) === 'latin' && /^\p{Lu}/u.test(cell.trim()))
  return latin && !taken('romanised') ? 'romanised' : 'note'
}
