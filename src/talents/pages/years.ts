/** Single years for a while back, then every fifth. */
const CLOSE = 10
const FAR = 60

/** The years to choose from, the last first, and the one that was chosen before. */
export function yearsUpTo(last: number, chosen: string) {
  const years = Array.from({ length: FAR }, (_, back) => last - back).filter(
    (year, back) => back < CLOSE || year % 5 === 0 || String(year) === chosen,
  )
  return years.map((year) => ({ value: String(year), label: `${year}年${last - year >= CLOSE ? 'ごろ' : ''}` }))
}
