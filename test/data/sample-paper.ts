/** A wholly fictional paper with every block, mark and script, for the renderers' tests. No such person, case or event exists. */
import type { Day } from '../../src/basics/clock.ts'
import type { FactId } from '../../src/basics/id.ts'
import type { Citation } from '../../src/basics/source.ts'
import type { Paper, Sentence } from '../../src/domain/documents/paper.ts'

export const sampleMadeOn = '2026-11-24' as Day
export const sampleHash = '9f2c4e7a1b3d5f60718293a4b5c6d7e8f90123456789abcdef0123456789abcd'

let count = 0
const sentence = (text: string, more: Partial<Sentence> = {}): Sentence => {
  count += 1
  return { n: count, key: `s${count}`, text, facts: [], citations: [], signedBy: null, marks: [], ...more }
}
const fact = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as FactId

const covenant: Citation = {
  source: 'International Covenant on Civil and Political Rights',
  at: 'art. 9(1)',
  certainty: 'verified',
  readOn: '2026-11-01',
}
const report: Citation = { source: 'Fictional Commission of Inquiry, Report', at: 'para. 42', certainty: 'verified', readOn: '2015-03-14' }
const rule: Citation = { source: 'Methods of work (fictional)', at: 'para. 22', certainty: 'unverified', readOn: null }
const press: Citation = { source: 'Public statement 최영옥 / 崔永玉', at: null, certainty: 'partial', readOn: '2026-10' }

const nine = [
  ['1', '표은서', 'P’yo Ŭn-sŏ', '1990 (spring)', 'her sister’s account and a school paper'],
  ['2', '최영옥', 'Choe Yong Ok', '1994-03', 'own account'],
  ['3', '리명희', 'Ri Myong Hui', '2001 or 2003', 'two accounts that differ; the lower age is used'],
  ['4', '金哲洙 (김철수)', 'Kim Chol Su', '1988', 'document shown to the lawyer'],
  ['5', '로정란', 'Ro Jong Ran', 'about 1979', 'own account'],
  ['6', '류성일', 'Ryu Song Il', '2008-07-19', 'birth paper of the mother'],
  ['7', '陈小梅', 'Chen Xiaomei', '2012', 'father’s household register'],
  ['8', '张伟 (장위)', 'Zhang Wei', 'unknown', 'name only'],
  ['9', 'no name, at the mother’s wish', '–', '2017-01', 'mother’s account'],
].map((row) => row.map((cell) => sentence(cell)))

export const samplePaper: Paper = {
  body: 'fictional-working-group',
  language: 'en',
  title: 'Communication on behalf of 표은서 (P’yo Ŭn-sŏ) and eight others',
  head: [
    { label: 'To', sentences: [sentence('The Fictional Working Group on Detention, Geneva')] },
    { label: 'Concerns', sentences: [sentence('Detention since 9 November 2026 and feared transfer across the border.')] },
    { label: 'Person', sentences: [sentence('표은서 (表恩瑞), P’yo Ŭn-sŏ, born in spring 1990.')] },
  ],
  sections: [
    {
      heading: 'I. The persons',
      level: 1,
      blocks: [
        {
          kind: 'paragraph',
          sentences: [sentence('Nine persons are concerned.', { facts: [fact(1)] }), sentence('Ages that differ stand side by side.')],
        },
        { kind: 'table', head: ['No.', 'Name', 'Romanised', 'Born', 'Source'], rows: nine },
      ],
    },
    {
      heading: 'II. What happened',
      level: 1,
      blocks: [
        {
          kind: 'paragraph',
          sentences: [
            sentence('It is alleged that she was seized on 9 November 2026 and that no paper was shown.', {
              facts: [fact(2)],
              marks: ['alleged'],
              citations: [press],
            }),
            sentence('The date of the first crossing is disputed: 2014 in one account, 2015 in another.', {
              facts: [fact(3), fact(4)],
              marks: ['disputed'],
            }),
            sentence('Her sister was told by a third person that several people would be sent together.', { marks: ['second-hand'] }),
            sentence('Nobody has yet given a source for this sentence.', { marks: ['unsourced'] }),
            sentence('The address of the sister is 17 Canary Street.', { marks: ['annex-only'] }),
          ],
        },
      ],
    },
    {
      heading: 'In her own words',
      level: 2,
      blocks: [
        {
          kind: 'quote',
          language: 'ko',
          sentences: [sentence('저는 1990년 봄에 태어났습니다.\n돌아가면 이번에는 살아 나오지 못한다고 생각합니다.', { facts: [fact(5)] })],
        },
        { kind: 'quote', language: 'zh-Hans', sentences: [sentence('警察没有出示任何文件，也没有说明理由。', { facts: [fact(6)] })] },
      ],
    },
    {
      heading: 'III. The law',
      level: 1,
      blocks: [
        {
          kind: 'list',
          ordered: true,
          items: [
            [sentence('No one shall be deprived of liberty without a basis in law.', { citations: [covenant] })],
            [
              sentence('The inquiry described a pattern of such detention.', { citations: [report, press] }),
              sentence('The two sources agree.'),
            ],
            [sentence('An urgent procedure is open.', { citations: [rule], marks: ['unverified-law'] })],
          ],
        },
        {
          kind: 'list',
          ordered: false,
          items: [[sentence('release without delay;')], [sentence('no transfer while an application is open.')]],
        },
      ],
    },
    {
      heading: 'What is asked',
      level: 3,
      blocks: [
        { kind: 'paragraph', sentences: [sentence('#panic() *not bold* <b>&amp;</b> \\u{41} $x$ [link] @ref', { signedBy: 'L2' })] },
      ],
    },
  ],
  annex: {
    title: 'Confidential particulars',
    sections: [
      {
        heading: 'The family',
        level: 1,
        blocks: [
          {
            kind: 'paragraph',
            sentences: [sentence('The address of the sister is 17 Canary Street.', { marks: ['annex-only'], citations: [press] })],
          },
          { kind: 'table', head: ['Relative', 'Where'], rows: [[sentence('언니 (姐姐)'), sentence('in a third State')]] },
        ],
      },
    ],
  },
  status: 'draft',
  draftNumber: 3,
  withheld: [{ fact: fact(9), what: 'WITHHELD-CANARY', why: 'the reader may pass it on' }],
  fictional: true,
}

/** The same paper after release. */
export const releasedPaper: Paper = { ...samplePaper, status: 'released' }
