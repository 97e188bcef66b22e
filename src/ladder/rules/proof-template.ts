import { footerOf, INKS } from '../../lib/pdf/paper.ts'

/** The proof as a Typst document on A4; prints a `PrintedProof`. */
export const PROOF_TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
${INKS}

#set document(
  title: data.title,
  date: datetime(year: data.date.year, month: data.date.month, day: data.date.day),
)
#set page(
  paper: "a4",
  margin: (top: 23mm, bottom: 25mm, x: 22mm),
  footer-descent: 45%,
  footer: ${footerOf('#data.title　#data.place')},
)
#set text(
  font: json(bytes(sys.inputs.fonts)),
  size: 10.5pt,
  fill: ink,
  lang: "ja",
  region: "JP",
  fallback: false,
  cjk-latin-spacing: auto,
)
#set par(justify: false, leading: 0.7em, spacing: 0.8em)

#align(center)[#block(below: 1.6em)[#text(18pt, weight: "bold", tracking: 0.1em)[#data.title]]]
#grid(
  columns: (24mm, 1fr),
  row-gutter: 0.9em,
  text(fill: quiet)[氏名], text(13pt, weight: "bold")[#data.person],
  text(fill: quiet)[地域], text(13pt, weight: "bold")[#data.place],
)
#v(0.3em)
#line(length: 100%, stroke: 0.9pt + ink)
#text(9.5pt)[#data.told]

#for part in data.tables [
  #block(above: 1.8em, below: 0.8em, sticky: true)[#text(12pt, weight: "bold")[#part.title]]
  #set text(9pt)
  #table(
    columns: part.widths.map(w => w * 1fr),
    stroke: (x, y) => (top: hairline, bottom: hairline),
    fill: (x, y) => if y == 0 { tint },
    inset: (x: 1.6mm, y: 1.9mm),
    align: left + top,
    table.header(..part.heads.map(head => text(weight: "bold")[#head])),
    ..part.rows.flatten().map(cell => [#cell])
  )
]

#block(above: 2em, breakable: false)[
  #set text(8.5pt, fill: quiet)
  #for note in data.notes { par(note) }
]
`
