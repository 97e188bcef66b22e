import { StartError } from '../lib/start-error.ts'
import { BAD_INPUT } from './bad-input.ts'

/** A number from a command's option, also in full width. Throws a sentence when it is none or out of range. */
export function decimalNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text.normalize('NFKC'))
  if (text.trim() !== '' && value >= least && value <= most) return value
  throw new StartError(`--${name} は、${least}から${most}までの数にしてください。`, BAD_INPUT)
}

/** A whole number from a command's option, also in full width. Throws a sentence when it is none or out of range. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text.normalize('NFKC'))
  if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value
  throw new StartError(`--${name} は、${least}から${most}までの整数にしてください。`, BAD_INPUT)
}
