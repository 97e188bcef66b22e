/** A whole number, with a comma after each three digits. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('ja-JP')
}

/** A share of 1 in whole hundredths. */
export function percent(share: number): number {
  return Math.round(share * 100)
}
