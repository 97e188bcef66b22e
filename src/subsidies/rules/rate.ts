/** A share of what was paid, written 1/2, 2分の1 or 50%, in its lowest terms; null for anything else and for more than all. */
export function readRate(given: string): readonly [over: number, under: number] | null {
  const typed = given.normalize('NFKC').replace(/\s/g, '')
  const [, over, under] = /^(\d{1,3})\/(\d{1,3})$/.exec(typed) ?? []
  const [, parts, taken] = /^(\d{1,3})分の(\d{1,3})$/.exec(typed) ?? []
  const [, percent] = /^(\d{1,3})%$/.exec(typed) ?? []
  const [share, whole] = [Number(over ?? taken ?? percent), Number(under ?? parts ?? (percent && 100))]
  if (!(share > 0 && whole >= share)) return null
  const common = greatestCommon(share, whole)
  return [share / common, whole / common]
}

function greatestCommon(a: number, b: number): number {
  return b === 0 ? a : greatestCommon(b, a % b)
}
