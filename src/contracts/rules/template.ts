import { footerOf, INKS } from '../../lib/pdf/paper.ts'

/** The contract as a Typst document; prints a ContractData. Sizes in points and em, one ink, one hairline grey. */
export const CONTRACT_TEMPLATE = String.raw`
#let data = json(bytes(sys.inputs.data))
${INKS}

#set document(
  title: data.title + " " + data.number,
  date: datetime(year: data.date.year, month: data.date.month, day: data.date.day),
)
#set page(
  paper: "a4",
  margin: (top: 23mm, bottom: 25mm, x: 25mm),
  footer-descent: 45%,
  footer: ${footerOf('#data.title　契約番号 #data.number　#data.version')},
)
#set text(
  font: json(bytes(sys.inputs.fonts)),
  size: 10.5pt,
  fill: ink,
  lang: "ja",
  region: "JP",
  fallback: false,
  cjk-latin-spacing: auto,
  overhang: true,
)
#set par(justify: true, leading: 0.74em, spacing: 0.74em, linebreaks: "optimized")

#let lines(items) = items.map(item => par(item)).join()

// Title
#align(center)[
  #block(below: 0.95em)[#text(19pt, weight: "bold", tracking: 0.14em)[#data.title]]
  #block(below: 1.5em)[#text(10.5pt, fill: quiet)[#data.subtitle]]
]
#grid(
  columns: (1fr, auto),
  text(9pt, fill: quiet)[契約番号　#data.number],
  text(9pt, fill: quiet)[条件　#data.version],
)
#v(0.15em)
#line(length: 100%, stroke: 0.9pt + ink)
#v(0.55em)
#data.preamble

// The terms: one row for each item the law asks for
#block(above: 1.7em, below: 0.85em, sticky: true)[#text(12pt, weight: "bold")[取引条件の明示]]
#table(
  columns: (8mm, 43mm, 1fr),
  stroke: (x, y) => (top: hairline, bottom: hairline),
  fill: (x, y) => if x < 2 { tint },
  inset: (x: 2.4mm, y: 2.3mm),
  align: (x, y) => (if x == 0 { center } else { left }) + top,
  ..data.notice.map(row => (
    text(9.5pt, fill: quiet)[#row.number],
    {
      set par(justify: false, leading: 0.6em)
      text(9.5pt, weight: "bold")[#row.title.replace("、", "、\n")]
    },
    {
      set text(10pt)
      set par(justify: false, leading: 0.68em, spacing: 0.68em)
      lines(row.lines)
    },
  )).flatten()
)

// The articles
#block(above: 2.2em, below: 0.4em, sticky: true)[#text(12pt, weight: "bold")[契約条項]]
#for clause in data.clauses [
  #block(above: 1.5em, below: 0.85em, sticky: true)[
    #text(weight: "bold")[#clause.heading（#clause.title）]
  ]
  #if clause.paragraphs.len() == 1 {
    pad(left: 2em, par(clause.paragraphs.first()))
  } else {
    for (index, paragraph) in clause.paragraphs.enumerate() {
      block(
        spacing: 0.74em,
        grid(columns: (2em, 1fr), align: (center + top, left + top), [#(index + 1)], par(paragraph)),
      )
    }
  }
]

// Who agreed to what, and when
#block(breakable: false, above: 2.6em, width: 100%)[
  #line(length: 100%, stroke: 0.9pt + ink)
  #v(0.4em)
  #par(data.closing)
  #v(0.7em)
  #grid(
    columns: (1fr, 1fr),
    column-gutter: 6mm,
    ..data.sides.map(side => block(width: 100%, height: 44mm, stroke: hairline, radius: 1.5mm, inset: 4.5mm)[
      #set par(justify: false, leading: 0.62em, spacing: 0.75em)
      #text(9pt, fill: quiet)[#side.role]
      #par(text(12pt, weight: "bold")[#side.name])
      #if side.address != "" { par(text(9pt)[#side.address]) }
      #v(1fr)
      #line(length: 100%, stroke: hairline)
      #grid(
        columns: (3.6em, 1fr),
        row-gutter: 0.75em,
        text(8.5pt, fill: quiet)[合意者], text(8.5pt)[#side.signer],
        text(8.5pt, fill: quiet)[日時], text(8.5pt)[#side.agreed],
      )
    ])
  )
  #v(0.5em)
  #set par(justify: false, leading: 0.6em)
  #grid(
    columns: (auto, 1fr),
    column-gutter: 1em,
    text(8pt, fill: quiet)[合意した条件の指紋\ （SHA-256）],
    text(8pt, fill: quiet)[#data.fingerprint.join(" ")],
  )
]
`
