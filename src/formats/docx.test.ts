import { beforeAll, describe, expect, test, vi } from 'vitest'
import { releasedPaper, sampleHash, sampleMadeOn, samplePaper } from '../../test/data/sample-paper.ts'
import { assertWellFormed, unzip } from '../../test/unzip.ts'
import { renderAnnexDocx, renderDocx } from './docx.ts'

const draft = { draft: true, hash: sampleHash, madeOn: sampleMadeOn }
const textOf = (xml: string) =>
  xml
    .replace(/<w:br\/>/g, '\n')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

describe('a draft as DOCX', () => {
  let bytes: Uint8Array
  let part: (name: string) => string
  beforeAll(async () => {
    bytes = await renderDocx(samplePaper, draft)
    const { texts } = unzip(bytes)
    part = (name) => texts.get(name) ?? expect.fail(`no ${name}`)
  })

  test('every part is well-formed XML', () => {
    for (const [name, xml] of unzip(bytes).texts) expect(() => assertWellFormed(xml), name).not.toThrow()
  })

  test('headings are heading styles and the title is a title', () => {
    const body = part('word/document.xml')
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Quote', 'ListParagraph'])
      expect(body).toContain(`<w:pStyle w:val="${style}"/>`)
    for (const style of body.matchAll(/<w:pStyle w:val="(\w+)"/g)) expect(part('word/styles.xml')).toContain(`w:styleId="${style[1]}"`)
  })

  test('every reference in the text has its footnote, with the certainty in words', () => {
    const references = [...part('word/document.xml').matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map((match) => match[1])
    expect(references).toEqual(['1', '2', '3', '4'])
    const notes = part('word/footnotes.xml')
    for (const id of references) expect(notes).toContain(`w:id="${id}"`)
    expect(notes).toContain(
      'Report, para. 42 (verified; read 14 March 2015); Public statement 최영옥 / 崔永玉 (partly verified; read October 2026).',
    )
    expect(notes).toContain('para. 22 (unverified)')
  })

  test('the header carries the marks and the footer live page fields and the hash', () => {
    expect(part('word/header1.xml')).toContain('DRAFT 3 – not released')
    expect(part('word/header1.xml')).toContain('FICTIONAL EXAMPLE')
    // The first page has the mark in its text; a second one above it is left out.
    expect(part('word/document.xml')).toMatch(/<w:titlePg\/?>/)
    expect(textOf(part('word/document.xml')).match(/DRAFT 3 – not released/g)).toHaveLength(1)
    expect(textOf(part('word/header2.xml')).trim()).toBe('')
    const footer = part('word/footer1.xml')
    expect(footer).toMatch(/<w:instrText[^>]*>PAGE<.*>NUMPAGES</)
    expect(footer).toContain('9f2c4e7a1b3d5f60…')
  })

  test('Hangul and Han letters have their own font and language, and a Chinese quote has Chinese ones', () => {
    expect(part('word/styles.xml')).toContain('<w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Malgun Gothic" w:hAnsi="Arial"/>')
    expect(part('word/styles.xml')).toContain('<w:lang w:val="en" w:eastAsia="ko-KR"/>')
    const body = part('word/document.xml')
    const quote = body.slice(body.lastIndexOf('<w:r>', body.indexOf('警察没有')), body.indexOf('警察没有'))
    expect(quote).toContain('w:eastAsia="Microsoft YaHei"')
    expect(quote).toContain('w:eastAsia="zh-CN"')
    for (const name of ['표은서', '최영옥', '金哲洙', '陈小梅', '张伟']) expect(body).toContain(name)
  })

  test('a table repeats its head and each ordered list counts from one', () => {
    expect(part('word/document.xml').match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(part('word/numbering.xml')).toContain('<w:startOverride w:val="1"/>')
  })

  test('only a sentence without a source is underlined, and only in a draft', async () => {
    const dashed = /<w:u w:val="dash" w:color="A3141B"\/>/g
    expect(part('word/document.xml').match(dashed)).toHaveLength(1)
    expect(unzip(await renderDocx(releasedPaper, { ...draft, draft: false })).texts.get('word/document.xml')).not.toMatch(dashed)
  })

  test('the properties name the desk, the day of the paper and no person or present moment', () => {
    const core = part('docProps/core.xml')
    expect(core).toContain('<dc:creator>Article 33</dc:creator>')
    expect(core).toContain('2026-11-24T00:00:00Z')
    expect(core).toContain('<dc:language>en</dc:language>')
    expect(core).not.toMatch(/Un-named|<dc:description>./)
  })

  test('particulars of the annex and facts withheld are in no part of the file', () => {
    for (const [name, xml] of unzip(bytes).texts) expect(xml, name).not.toMatch(/Canary Street|WITHHELD-CANARY/)
  })

  test('markup in what was given stays text', () => {
    expect(textOf(part('word/document.xml'))).toContain('#panic() *not bold* <b>&amp;</b> \\u{41} $x$ [link] @ref')
  })

  test('the same paper gives the same bytes, also at another hour', async () => {
    vi.useFakeTimers({ now: Date.UTC(2031, 4, 5), toFake: ['Date'] })
    try {
      expect(Buffer.compare(Buffer.from(bytes), Buffer.from(await renderDocx(structuredClone(samplePaper), { ...draft })))).toBe(0)
    } finally {
      vi.useRealTimers()
    }
    expect(new Set(unzip(bytes).dates).size).toBe(1)
  })
})

test('a released paper carries no draft mark; one whose status is draft keeps it', async () => {
  const released = unzip(await renderDocx(releasedPaper, { ...draft, draft: false })).texts
  for (const [name, xml] of released) expect(xml, name).not.toContain('DRAFT')
  expect(unzip(await renderDocx(samplePaper, { ...draft, draft: false })).texts.get('word/header1.xml')).toContain('DRAFT 3')
})

test('the annex is a file of its own with its mark in the header', async () => {
  const annex = unzip((await renderAnnexDocx(samplePaper, draft))!).texts
  expect(annex.get('word/header1.xml')).toContain('CONFIDENTIAL ANNEX – for the body alone')
  expect(annex.get('word/document.xml')).toContain('17 Canary Street')
  expect(await renderAnnexDocx({ ...samplePaper, annex: null }, draft)).toBeNull()
})

test('control characters and lone surrogates never break the file', async () => {
  const one = samplePaper.head[0]!.sentences[0]!
  const hostile = {
    ...one,
    text: 'a\u0000b\u000B ]]> \ud800 "quoted" \uFFFE',
    citations: [{ source: '\u0001<x>&', at: null, certainty: 'unverified' as const, readOn: null }],
  }
  const paper = { ...samplePaper, title: '<T>&\u0002"', head: [{ label: '&<\u0003', sentences: [hostile] }] }
  for (const [name, xml] of unzip(await renderDocx(paper, draft)).texts) expect(() => assertWellFormed(xml), name).not.toThrow()
})
