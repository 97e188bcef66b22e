import { today } from '../lib/time.ts'
import { lintLines } from '../projects/rules/lint-lines.ts'
import { answerLines } from './lines.ts'

const USAGE = `使い方: meguri lint < 案件.jsonl

1行に一つの案件（JSON、UTF-8）を読み、1行ずつ {"id","score","findings":[…]} を答えます。id のほかは、なくてもかまいません。
  {"id","title","background","work","goal","excluded","hours","fee","months","style","prefecture","place",
   "posterName","posterAddress","posterContact","startOn":"2027-01-15","closesOn","contractKind","codes":["10035"]}
読めない行には {"id":null,"error":"3行目: …"} を答え、つぎへ進みます。`

/** Postings in, what the check says of each out; needs no database. */
export function lintCommand(args: readonly string[], now: Date): Promise<void> {
  return answerLines(args, USAGE, (lines) => lintLines(lines, today(now)))
}
