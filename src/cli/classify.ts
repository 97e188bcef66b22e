import { classifyLines } from '../jobcodes/rules/classifyLines.ts'
import { answerLines } from './lines.ts'

const USAGE = `使い方: meguri classify < 悩み.jsonl

1行に一つの {"id","text"}（JSON、UTF-8）を読み、1行ずつ {"id","codes":[…]} を、合う順に10個まで答えます。
読めない行には {"id":null,"error":"3行目: …"} を答え、つぎへ進みます。`

/** Worries in, their job codes out; needs no database. */
export function classifyCommand(args: readonly string[]): Promise<void> {
  return answerLines(args, USAGE, classifyLines)
}
