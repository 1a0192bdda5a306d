import { describe, expect, test } from 'vitest'
import { forbiddenFinder } from '../domain/testimony/forbidden.ts'
import { mustNotBeKnownFrom, readMustNotBeKnown } from './must-not-be-known.ts'

const find = forbiddenFinder(readMustNotBeKnown('packs'))
const groups = (text: string): string[] => [...new Set(find(text).map((one) => one.group))]

describe('what must not be known is pointed at', () => {
  test.each([
    ['010-1234-5678로 연락하면 됩니다', 'telephone'],
    ['번호는 ０１０－１２３４－５６７８ 입니다', 'telephone'],
    ['공일공 일이삼사 오육칠팔', 'telephone'],
    ['他的手机是13812345678', 'telephone'],
    ['call +86 138 1234 5678 at night', 'telephone'],
    ['위챗 아이디: choi_helper22', 'telephone'],
    ['the place is 42.9712, 129.8433', 'coordinates'],
    ['북위 42도 부근', 'coordinates'],
    ['https://maps.app.goo.gl/abc123', 'coordinates'],
    ['혜산에서 압록강을 건넜습니다', 'crossing-point'],
    ['무산 초소 옆에서 밤에 강을 건넜습니다', 'crossing-point'],
    ['She crossed the river near Musan', 'crossing-point'],
    ['我在图们附近过江', 'crossing-point'],
    ['연길에서 차를 타고 곤명을 거쳐', 'route'],
    ['They went from Yanji via Kunming to the south', 'route'],
    ['从延吉经昆明到边境', 'route'],
    ['연길에 있는 쉘터에서 지냈다', 'safe-house'],
    ['The safe house is on Renmin Road', 'safe-house'],
    ['브로커 김철수라는 사람이', 'helper'],
    ['박 선교사가 밥을 주었다', 'helper'],
    ['the broker Mr Kim took us', 'helper'],
    ['a man named Pak who helped us', 'helper'],
    ['金牧师帮助了我们', 'helper'],
    ['蛇头叫王三', 'helper'],
    ['브로커 김철수가 도와주었습니다', 'helper'],
    ['브로커 김철수 도와주었습니다', 'helper'],
    ['브로커 박철이 왔습니다', 'helper'],
    ['브로커김철수가 왔습니다', 'helper'],
    ['안내인 리명호를 만났습니다', 'helper'],
    ['안내인(최영희)과 갔습니다', 'helper'],
    ['도와준 사람 박영희에게 돈을 주었습니다', 'helper'],
    ['도와준 사람은 김철수였습니다', 'helper'],
    ['목사 이은혜는 친절했습니다', 'helper'],
    ['목사님 한상철의 집', 'helper'],
    ['선교사 최민서와 공부했습니다', 'helper'],
    ['선교사 정은한테 배웠습니다', 'helper'],
    ['길잡이 오세훈 씨', 'helper'],
    ['중개인 조영남님', 'helper'],
    ['전도사 강민을 알았습니다.', 'helper'],
    ['그 사람은 브로커 김철수.', 'helper'],
    ['蛇头王三带我走', 'helper'],
    ['中间人李明帮了我们', 'helper'],
    ['中间人老王。', 'helper'],
  ])('%s', (text, group) => expect(groups(text)).toContain(group))
})

describe('ordinary speech is left alone', () => {
  test.each([
    '저는 2015년 가을에 허가 없이 강을 건넜습니다.',
    '2019년 8월에 다시 건넜습니다',
    '그날 밤에 혼자 두만강을 건넜습니다',
    '집에서 나와 강을 건넜습니다',
    '2022년부터 작은 모임에 나가 성경을 읽었습니다. 목사님은 친절했습니다.',
    '도문에 있는 시설에 있다는 말을 들었고 동생을 보지는 못했습니다',
    '중국에 있는 은신처에서 지냈다',
    'She crossed the river in August 2019 without permission.',
    'They crossed at night and were arrested on 10 May 2013.',
    'The pastor was kind. The broker took the money.',
    'A shelter was not available.',
    '2026-11-20/2026-11-30',
    'Camp 14, A/HRC/25/63, paras 42-45',
    '我2019年8月过江。牧师说他会来。',
    '我在中国偷渡的时候',
    '브로커 이야기를 들었습니다. 안내인 이름이 기억나지 않습니다.',
    '목사 이야기는 하지 않았습니다',
    '도와준 사람 이름을 말하지 않았습니다',
    '브로커가 도와주었습니다. 브로커는 강을 무서워했습니다.',
    '목사는 성경을 주었고 목사 안수를 받았다고 했습니다',
    '브로커한테 돈을 주었습니다. 브로커라고 하는 사람, 브로커이지만 친절했습니다.',
    '선교사로서 일했습니다. 선교사 신분으로 왔습니다.',
    '브로커 한 명이 왔고 브로커 조직이 있었습니다. 브로커 전화번호를 모릅니다.',
    '안내인이 문을 열었습니다. 안내인 차를 탔습니다. 안내인 우리를 두고 갔습니다.',
    '브로커는 조선족이었습니다. 목사는 한국인입니다. 브로커 남자가 왔습니다.',
    '브로커 구해서 오라고 했습니다. 브로커 주고 왔습니다.',
    '蛇头安排的车，牧师高兴地说。蛇头说今天走，中间人许诺给我工作。',
    '向导在山上。牧师的家。蛇头白天来。',
  ])('%s', (text) => expect(find(text)).toEqual([]))
})

test('a span stands exactly on the words, in the units of the stored text', () => {
  const text = '연락은 010-1234-5678로 하십시오'
  const [one] = find(text)
  expect(text.slice(one!.start, one!.end)).toBe('010-1234-5678')
})

test('the words found are not part of the answer, so they reach no log', () => {
  expect(JSON.stringify(find('broker Kim, 010-1234-5678'))).not.toMatch(/Kim|1234/)
})

test('a pattern that cannot be compiled is refused with its line', () => {
  const broken = 'ordinary: {en: [], ko: [], zh: []}\ngroups:\n- id: a\n  why: {en: a, ko: a, zh: a}\n  patterns:\n  - "(("\n'
  expect(() => mustNotBeKnownFrom(broken, 'x.yaml')).toThrow(
    expect.objectContaining({ place: expect.objectContaining({ file: 'x.yaml', line: 6 }) }),
  )
})
