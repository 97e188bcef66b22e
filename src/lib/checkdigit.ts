/** Quasigroup of order 10 (H. Michael Damm, 2004): finds every single wrong digit and every swap of neighbours. */
const TABLE = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** The check digit ('0'–'9') of a string of decimal digits. */
export function checkDigit(digits: string): string {
  let state = 0
  for (const digit of digits) state = Number(TABLE[state]![Number(digit)])
  return String(state)
}

/** True when the last digit is the check digit of those before it. */
export function hasValidCheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.at(-1)
}
