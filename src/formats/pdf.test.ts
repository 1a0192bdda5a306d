import { beforeAll, describe, expect, test } from 'vitest'
import { releasedPaper, sampleHash, sampleMadeOn, samplePaper } from '../../test/data/sample-paper.ts'
import { pdfFonts, pdfInfo, pdfStructure, pdfText } from '../../test/poppler.ts'
import type { Block, Paper, Sentence } from '../domain/documents/paper.ts'
import { renderAnnexPdf, renderPdf } from './pdf.ts'

const draft = { draft: true, hash: sampleHash, madeOn: sampleMadeOn }
const released = { ...draft, draft: false }
const perPage = (text: string) => text.split('\f').filter((page) => page.trim() !== '')
const flat = (text: string) => text.replace(/\s+/g, ' ')

describe('a draft as PDF', () => {
  let pdf: Uint8Array
  let text: string
  beforeAll(async () => {
    pdf = await renderPdf(samplePaper, draft)
    text = pdfText(pdf)
  })

  test('Hangul, Hanja and simplified characters are found by a search of the paper', () => {
    for (const name of ['표은서', '최영옥', '리명희', '金哲洙', '陈小梅', '张伟', '表恩瑞', 'P’yo Ŭn-sŏ']) expect(text).toContain(name)
    expect(flat(text)).toContain('돌아가면 이번에는 살아 나오지 못한다고 생각합니다.')
    expect(text).toContain('警察没有出示任何文件，也没有说明理由。')
  })

  test('every page carries the draft mark, the fictional mark, its number of the whole and the hash', () => {
    const pages = perPage(text)
    expect(pages.length).toBeGreaterThan(1)
    pages.forEach((page, i) => {
      // Once: a mark that stands twice on one page reads like a mistake in a paper that must look right.
      expect(page.match(/DRAFT 3 – not released/g)).toHaveLength(1)
      expect(page).toContain('FICTIONAL EXAMPLE')
      expect(page).toContain(`Page ${i + 1} of ${pages.length}`)
      expect(page).toContain('9f2c4e7a1b3d5f60')
    })
  })

  test('a footnote says in words how sure a citation is and when it was read', () => {
    expect(flat(text)).toContain('Report, para. 42 (verified; read 14 March 2015)')
    expect(flat(text)).toContain('Methods of work (fictional), para. 22 (unverified)')
    expect(flat(text)).toContain('(partly verified; read October 2026)')
  })

  test('a record on file carries no word of certainty, an address is given once, and one footnote serves the sentences before it', async () => {
    const say = (n: number, citation: object): Sentence => ({
      n,
      key: `k${n}`,
      text: `Sentence ${n}.`,
      facts: [],
      citations: [{ at: null, certainty: 'verified', readOn: null, ...citation } as Sentence['citations'][number]],
      signedBy: null,
      marks: [],
    })
    const consent = { source: 'consent on file', onFile: true }
    const press = { source: 'Press', at: 'https://example.org/a/long/address', certainty: 'partial' }
    const blocks: Block[] = [
      { kind: 'paragraph', sentences: [say(1, consent), say(2, consent), say(3, press)] },
      { kind: 'paragraph', sentences: [say(4, press)] },
    ]
    const printed = flat(pdfText(await renderPdf({ ...samplePaper, sections: [{ heading: 'One', level: 1, blocks }] }, draft)))
    expect(printed.match(/Consent on file\./g)).toHaveLength(1)
    expect(printed).not.toContain('(verified')
    expect(printed.match(/example\.org/g)).toHaveLength(1)
    expect(printed).toContain('Press (cited above; partly verified).')
  })

  test('markup in what was given is printed and never obeyed', () => {
    expect(text).toContain('#panic() *not bold* <b>&amp;</b> \\u{41} $x$ [link] @ref')
  })

  test('particulars of the annex and facts withheld are nowhere in the main paper', () => {
    const raw = Buffer.from(pdf).toString('latin1')
    for (const secret of ['Canary Street', 'WITHHELD-CANARY']) {
      expect(text).not.toContain(secret)
      expect(raw).not.toContain(secret)
    }
    expect(text).toContain('[Given in the confidential annex.]')
  })

  test('a screen reader finds the title, headings, table heads, a list, quotes, notes and the languages', () => {
    const info = pdfInfo(pdf)
    expect(info).toMatch(/^Title: +Communication on behalf of 표은서/m)
    expect(info).toMatch(/^Author: +Article 33$/m)
    expect(info).toMatch(/^Tagged: +yes$/m)
    const structure = pdfStructure(pdf)
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'L ', 'BlockQuote', 'Note']) expect(structure).toContain(tag)
    const raw = Buffer.from(pdf).toString('latin1')
    for (const language of ['/Lang (en)', '/Lang (ko)', '/Lang (zh)']) expect(raw).toContain(language)
  })

  test('all fonts are embedded and can be turned back into text', () => {
    const fonts = pdfFonts(pdf).split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(3)
    for (const font of fonts) expect(font).toMatch(/yes yes yes/)
  })

  test('the same paper gives the same bytes', async () => {
    const again = await renderPdf(structuredClone(samplePaper), { ...draft })
    expect(Buffer.compare(Buffer.from(pdf), Buffer.from(again))).toBe(0)
  })
})

test('a paper whose own status is draft keeps the mark even when the caller forgets it', async () => {
  expect(pdfText(await renderPdf(samplePaper, released))).toContain('DRAFT 3')
})

test('a released paper carries no draft mark and no hash that was not given', async () => {
  const text = pdfText(await renderPdf(releasedPaper, { draft: false, madeOn: sampleMadeOn }))
  expect(text).not.toMatch(/DRAFT|SHA-256/)
  expect(text).toContain('Made on 24 November 2026')
})

test('the annex is a file of its own, marked for the body alone on every page', async () => {
  const annex = await renderAnnexPdf(samplePaper, draft)
  const text = pdfText(annex!)
  for (const page of perPage(text)) expect(page).toContain('CONFIDENTIAL ANNEX – for the body alone')
  expect(text).toContain('17 Canary Street')
  expect(text).not.toContain('WITHHELD-CANARY')
  expect(await renderAnnexPdf({ ...samplePaper, annex: null }, draft)).toBeNull()
})

test('papers in Korean and Chinese use the words of their own language', async () => {
  const korean = pdfText(await renderPdf({ ...samplePaper, language: 'ko' }, draft))
  expect(korean).toContain('초안 3')
  expect(korean).toContain('2026년 11월 24일 작성')
  const chinese = pdfText(await renderPdf({ ...samplePaper, language: 'zh-Hans-CN' }, draft))
  expect(chinese).toContain('草稿 3')
  expect(chinese).toMatch(/第 1 页，共 \d 页/)
})

test('an empty paper, an unreadable language and ragged rows still print', async () => {
  const bare: Paper = { ...samplePaper, language: 'not a language', title: '', head: [], annex: null, sections: [] }
  expect(pdfText(await renderPdf(bare, draft))).toContain('DRAFT 3')
  const one = samplePaper.head[0]!.sentences[0]!
  const ragged: Paper = {
    ...bare,
    sections: [
      {
        heading: '',
        level: 1,
        blocks: [{ kind: 'table', head: ['A', 'B'], rows: [[one], [one, one, { ...one, text: 'third cell' }], []] }],
      },
    ],
  }
  expect(pdfText(await renderPdf(ragged, draft))).toContain('third')
  const empty: Paper = {
    ...bare,
    sections: [
      {
        heading: 'H',
        level: 1,
        blocks: [
          { kind: 'list', ordered: true, items: [] },
          { kind: 'table', head: [], rows: [] },
        ],
      },
    ],
  }
  expect(pdfText(await renderPdf(empty, draft))).toContain('H')
})

test('control characters, lone surrogates and direction overrides do not stop a paper or turn its words round', async () => {
  const one = samplePaper.head[0]!.sentences[0]!
  const hostile = { ...one, text: 'a\u0000b\u0007c \ud800 \u202Eevil\u202C 표\r\n옥 \u110E\u116C' }
  const text = pdfText(await renderPdf({ ...samplePaper, head: [{ label: 'To', sentences: [hostile] }] }, draft))
  expect(text).toContain('abc')
  expect(text).toContain('evil')
  expect(text).toContain('최')
})
