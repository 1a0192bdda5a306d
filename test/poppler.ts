/** Reads a PDF back as another program sees it, so that tests look at the paper and not at our intentions. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const pdfText = (pdf: Uint8Array): string => read(pdf, 'pdftotext', ['-enc', 'UTF-8', '-layout'], ['-'])
export const pdfInfo = (pdf: Uint8Array): string => read(pdf, 'pdfinfo', [], [])
/** The structure that a screen reader walks, with its text. */
export const pdfStructure = (pdf: Uint8Array): string => read(pdf, 'pdfinfo', ['-struct-text'], [])
export const pdfFonts = (pdf: Uint8Array): string => read(pdf, 'pdffonts', [], [])

const read = (pdf: Uint8Array, program: string, before: string[], after: string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'article33-pdf-'))
  try {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    const run = spawnSync(program, [...before, file, ...after], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    if (run.error) throw new Error(`${program} is missing: install poppler-utils (apt-get install poppler-utils, or brew install poppler).`)
    if (run.status !== 0) throw new Error(`${program} could not read the PDF: ${run.stderr}`)
    return run.stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
