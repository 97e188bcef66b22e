import { footerOf, INKS } from '../../lib/pdf/paper.ts'

/** The report as a Typst document on A4; prints a `Printed`. */
export const REPORT_TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
${INKS}

#set document(
  title: data.title,
  date: datetime(year: data.date.year, month: data.date.month, day: data.date.day),
)
#set page(
  paper: "a4",
  margin: (top: 18mm, bottom: 20mm, x: 16mm),
  footer-descent: 40%,
  footer: ${footerOf('#data.partner　#data.title')},
)
#set text(
  font: json(bytes(sys.inputs.fonts)),
  size: 9.5pt,
  fill: ink,
  lang: "ja",
  region: "JP",
  fallback: false,
  cjk-latin-spacing: auto,
)
#set par(justify: false, leading: 0.62em, spacing: 0.7em)

#text(10pt, fill: quiet)[#data.partner]
#v(-0.2em)
#text(17pt, weight: "bold")[#data.title]
#v(-0.1em)
#text(9pt, fill: quiet)[#data.period]
#linebreak()
#text(9pt, fill: quiet)[#data.told]

#for part in data.tables [
  #block(above: 1.5em, below: 0.7em, sticky: true)[#text(11.5pt, weight: "bold")[#part.title]]
  #for chart in part.charts [
    #block(above: 0.6em, below: 1.2em, breakable: false)[
      #text(9pt)[#chart.title]
      #v(-0.2em)
      #grid(
        columns: chart.columns.map(column => 1fr),
        rows: (24mm, auto),
        align: (x, y) => center + (if y == 0 { bottom } else { top }),
        stroke: (x, y) => if y == 0 { (bottom: hairline) },
        ..chart.columns.map(column => stack(
          spacing: 1mm,
          text(8pt)[#column.words],
          rect(width: 62%, height: column.tall * 18mm, fill: rgb("#3f7d5e")),
        )),
        ..chart.columns.map(column => pad(top: 1.2mm, text(8pt, fill: quiet)[#column.label])),
      )
    ]
  ]
  #if part.rows.len() == 0 [
    #text(9pt, fill: quiet)[まだ、数えられるものがありません。]
  ] else [
    #set text(part.size * 1pt)
    #table(
      columns: part.widths.map(w => w * 1fr),
      stroke: (x, y) => (top: hairline, bottom: hairline),
      fill: (x, y) => if y == 0 { tint },
      inset: (x: 1.4mm, y: 1.5mm),
      align: (x, y) => (if part.figures.at(x) { right } else { left }) + horizon,
      table.header(..part.heads.map(head => text(weight: "bold")[#head])),
      ..part.rows.flatten().map(cell => [#cell])
    )
  ]
]

#block(above: 1.5em, breakable: false)[
  #set text(8.5pt, fill: quiet)
  #for note in data.notes { par(note) }
]
`
