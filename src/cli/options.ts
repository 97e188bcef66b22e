import { StartError } from '../lib/db.ts'

/** A whole number from a command's option, also in full width. Throws a sentence when it is none or out of range. */
export function wholeNumber(name: string, text: string, least: number, most: number, exitCode = 1): number {
  const value = Number(text.normalize('NFKC'))
  if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value
  throw new StartError(`--${name} は、${least}から${most}までの整数にしてください。`, exitCode)
}
