/** The inks of all our papers, for a Typst document: one black, one quiet grey, a hairline and a tint. */
export const INKS = `#let ink = rgb("#1b2326")
#let quiet = rgb("#586468")
#let hairline = 0.5pt + rgb("#aeb8bb")
#let tint = rgb("#f1f4f3")`

/** What stands at the foot of every page, after INKS: words (Typst markup) on the left, the page and how many on the right. */
export function footerOf(words: string): string {
  return `context {
    set text(8pt, fill: quiet)
    line(length: 100%, stroke: hairline)
    v(-0.3em)
    grid(
      columns: (1fr, auto),
      [${words}],
      [#counter(page).display() / #counter(page).final().first()],
    )
  }`
}
