/** 「20人分の一覧と5件の応募」: what is missing of each, without what is there already. */
export function stillNeeded(wanted: readonly (readonly [missing: number, of: string])[]): string {
  return wanted
    .filter(([missing]) => missing > 0)
    .map(([missing, of]) => `${missing.toLocaleString('ja-JP')}${of}`)
    .join('と')
}
