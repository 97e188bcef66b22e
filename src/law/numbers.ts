/**
 * True for the 13 digits of a 法人番号: the first is the check digit 9 − ((Σ Pn·Qn) mod 9) over the other twelve, n
 * counted from the lowest, Q = 1 for odd n and 2 for even n. A 0 and a 9 exchanged are not found by it.
 * Source: 法人番号の指定等に関する省令2条.
 */
export function isCorporateNumber(digits: string): boolean {
  if (!/^\d{13}$/.test(digits)) return false
  let sum = 0
  for (let n = 1; n <= 12; n++) sum += Number(digits[13 - n]) * (n % 2 === 1 ? 1 : 2)
  return Number(digits[0]) === 9 - (sum % 9)
}

export type InvoiceNumberCheck = {
  /** 'T' and 13 digits, or null when the text is not of that form. */
  readonly number: string | null
  /** Null: nothing to say. The register of the 国税庁 stays the final word. */
  readonly severity: 'error' | 'warning' | null
  readonly sentence: string
}

/**
 * Checks the registration number of a qualified invoice issuer (T + 13 digits; spaces, hyphens, full width and small t
 * are understood). A corporation's number is its 法人番号, so a wrong check digit is an error; whether the same formula
 * binds the numbers of individuals is not confirmed, so there it is a warning. 消費税法57条の2, インボイス通達2-3.
 */
export function checkInvoiceNumber(text: string, holder: 'corporation' | 'individual'): InvoiceNumberCheck {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s‐‑–—―−ー-]/g, '')
    .toUpperCase()
  if (!/^T\d{13}$/.test(plain)) {
    return { number: null, severity: 'error', sentence: '登録番号は、Tのあとに数字13けたです。' }
  }
  if (isCorporateNumber(plain.slice(1))) return { number: plain, severity: null, sentence: '' }
  if (holder === 'corporation') {
    return { number: plain, severity: 'error', sentence: '登録番号の数字が合いません。1けたずつ確かめてください。' }
  }
  return {
    number: plain,
    severity: 'warning',
    sentence: '登録番号に打ちまちがいがあるかもしれません。国税庁の公表サイトで確かめてください。',
  }
}
