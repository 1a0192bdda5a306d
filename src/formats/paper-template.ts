/** How a paper looks on the page, written once in Typst; what a paper says arrives only as data and is never read as template text. */

// Kept as a string, not a file beside this one: the program is bundled, and a bundle carries no neighbours.
export const paperTemplate = String.raw`
#let paper = json(bytes(sys.inputs.paper))
#let fonts = (
  en: ("Noto Sans", "Noto Sans KR", "Noto Sans SC"),
  ko: ("Noto Sans", "Noto Sans KR", "Noto Sans SC"),
  zh: ("Noto Sans", "Noto Sans SC", "Noto Sans KR"),
)
#let ink = rgb("#1c2430")
#let quiet = rgb("#4d5866")
#let alarm = rgb("#a3141b")
#let rule = rgb("#9aa3ae")
#let (year, month, day) = paper.madeOn.split("-").map(int)

#set document(title: paper.title, author: "Article 33", date: datetime(year: year, month: month, day: day))
#set text(font: fonts.at(paper.locale), fallback: true, size: 10.5pt, fill: ink, hyphenate: false, ..paper.languageTag)
#set par(leading: 0.72em, spacing: 0.95em, justify: false)
#set list(spacing: 0.6em, indent: 0.6em)
#set enum(spacing: 0.6em, indent: 0.6em)
// A voice that reads the paper aloud changes to Korean where the script says so, whatever language surrounds it.
#show regex("\p{Hangul}+"): set text(lang: "ko", region: none)
#show title: set text(size: 17pt, weight: "bold")
#show title: set block(below: 1.1em)
#show heading: set text(weight: "bold")
#show heading: set block(above: 1.5em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 13pt)
#show heading.where(level: 2): set text(size: 11.5pt)
#show heading.where(level: 3): set text(size: 10.5pt, fill: quiet)
#show footnote.entry: set text(size: 8.5pt)
#set footnote.entry(separator: line(length: 25%, stroke: 0.5pt + rule), gap: 0.5em)
#set quote(block: true)
#show quote: it => block(stroke: (left: 2pt + rule), inset: (left: 1em, y: 0.3em), it.body)
#set table(stroke: 0.5pt + rule, inset: (x: 5pt, y: 4.5pt))
#show table.cell: set text(size: 9pt)
#show table.cell: set par(leading: 0.6em)
#show table.cell.where(y: 0): set text(weight: "bold")

#set page(
  paper: "a4",
  margin: (top: 30mm, bottom: 26mm, left: 25mm, right: 25mm),
  numbering: "1",
  header-ascent: 8mm,
  footer-descent: 8mm,
  header: {
    set text(size: 8.5pt)
    set par(leading: 0.5em)
    grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      context if here().page() > 1 { text(fill: quiet, paper.shortTitle) },
      context if here().page() > 1 { align(right, for mark in paper.marks { text(fill: alarm, weight: "bold", mark); linebreak() }) },
    )
  },
  footer: context {
    set text(size: 8.5pt, fill: quiet)
    grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      paper.foot,
      paper.pageWords.at(0) + str(here().page()) + paper.pageWords.at(1) + str(counter(page).final().first()) + paper.pageWords.at(2),
    )
  },
)

#let lines(given) = given.split("\n").join(linebreak())
#let sentence(one) = {
  if one.n != none { super(text(fill: quiet, str(one.n))); sym.space.nobreak }
  if one.unsourced { underline(stroke: (paint: alarm, thickness: 0.8pt, dash: "dashed"), offset: 2.5pt, lines(one.text)) } else { lines(one.text) }
  if one.note != none { footnote(h(0.25em) + lines(one.note)) }
}
#let sentences(all) = all.map(sentence).join([ ])

#let blocks = (
  paragraph: block => par(sentences(block.sentences)),
  list: block => {
    let entries = block.items.map(sentences)
    if block.ordered { enum(..entries) } else { list(..entries) }
  },
  table: block => table(
    columns: block.shares.map(share => share * 1fr),
    table.header(..block.head.map(lines)),
    ..block.rows.flatten().map(cell => if type(cell) == dictionary { sentence(cell) } else { [] }),
  ),
  quote: block => {
    set text(font: fonts.at(block.locale), ..block.languageTag)
    quote(sentences(block.sentences))
  },
)

#if paper.marks.len() > 0 {
  block(below: 1.2em, text(size: 9pt, fill: alarm, weight: "bold", paper.marks.join(linebreak())))
}
#title()
#if paper.head.len() > 0 {
  show table.cell.where(y: 0): set text(weight: "regular")
  show table.cell.where(x: 0): set text(weight: "bold")
  table(
    columns: (auto, 1fr),
    stroke: (x, y) => (bottom: 0.5pt + rule),
    ..paper.head.map(line => (lines(line.label), sentences(line.sentences))).flatten(),
  )
}
#for section in paper.sections {
  if section.heading != "" { heading(level: section.level, lines(section.heading)) }
  for one in section.blocks { (blocks.at(one.kind))(one) }
}
`
