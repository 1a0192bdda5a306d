/** How a paper looks in Word: styles that a lawyer can change in one place, with fonts that Word has for every script. */
import { AlignmentType, BorderStyle, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'
import { wordsLocale } from './paper-words.ts'
import type { PrintedPaper } from './printed-paper.ts'

export const ink = '1C2430'
export const quiet = '4D5866'
export const alarm = 'A3141B'
export const rule = '9AA3AE'
/** Width between the margins of A4, in twentieths of a point. */
export const textWidth = 11906 - 2 * 1418

/** Font and spelling language of Hangul and Han letters: Chinese letters have other shapes in Korean than in Chinese fonts. */
export const eastAsian = (language: string) => {
  const chinese = wordsLocale(language) === 'zh'
  return {
    font: { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: chinese ? 'Microsoft YaHei' : 'Malgun Gothic' },
    language: { value: language, eastAsia: chinese ? 'zh-CN' : 'ko-KR' },
  }
}

export const docxStyles = (paper: PrintedPaper): IStylesOptions => {
  const heading = (size: number, color = ink) => ({
    run: { size, bold: true, italics: false, color },
    paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
  })
  const own = (id: string, run: object, paragraph: object) => ({ id, name: id, basedOn: 'Normal', quickFormat: true, run, paragraph })
  return {
    default: {
      document: {
        run: { size: 21, color: ink, ...eastAsian(paper.language) },
        paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 34, bold: true, color: ink },
        paragraph: { spacing: { before: 240, after: 240 }, alignment: AlignmentType.LEFT },
      },
      heading1: heading(26),
      heading2: heading(23),
      heading3: heading(21, quiet),
      listParagraph: { paragraph: { spacing: { after: 80 } } },
      footnoteText: { run: { size: 17 }, paragraph: { spacing: { after: 40, line: 240 } } },
    },
    paragraphStyles: [
      own('Mark', { size: 18, bold: true, color: alarm }, { spacing: { after: 0 } }),
      own('HeaderMark', { size: 17, bold: true, color: alarm }, { spacing: { after: 0 }, alignment: AlignmentType.RIGHT }),
      own('TableText', { size: 18 }, { spacing: { after: 0, line: 252 } }),
      own('TableHead', { size: 18, bold: true }, { spacing: { after: 0, line: 252 }, keepNext: true }),
      own('Gap', { size: 8 }, { spacing: { after: 0, line: 240 } }),
      own('Quote', {}, { indent: { left: 340 }, border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: rule } } }),
      own('Footer', { size: 17 }, { spacing: { after: 0 } }),
    ],
  }
}

const indent = { left: 454, hanging: 340 }
export const docxNumbering: INumberingOptions = {
  config: [
    { reference: 'ordered', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: { paragraph: { indent } } }] },
    { reference: 'bullets', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent } } }] },
  ],
}
