import { classifyLines } from '../jobcodes/rules/classifyLines.ts'
import { linesIn, print } from './lines.ts'

/** Worries in, their job codes out; needs no database. */
export function classifyCommand(): Promise<void> {
  return print(classifyLines(linesIn()))
}
