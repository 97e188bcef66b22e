import type { Problem } from './kinds.ts'

/** Why no words came out of a file, and what to do instead. */
export const PROBLEM_WORDS = {
  kind: 'このファイルは読めません。テキスト、Word（.docx）、Excel（.xlsx）、PDFのどれかにするか、文を貼ってください。',
  old: '古いWordやExcel（.doc、.xls）は読めません。「.docx」か「.xlsx」で保存しなおすか、文を貼ってください。',
  locked: 'パスワードがかかっていて読めません。外してから選ぶか、文を貼ってください。',
  broken: 'ファイルが壊れているようで、読めません。保存しなおすか、文を貼ってください。',
  programs: 'マクロなどのプログラムが入っているので読みません。入っていない形で保存しなおすか、文を貼ってください。',
  large: 'ページや中身が多すぎて読めません。必要なところだけのファイルにするか、文を貼ってください。',
  empty: '文字が見つかりません。紙を写した写真のようです。お手数ですが、文を貼ってください。',
  busy: 'いま混み合っています。少し待って、もう一度お試しください。文を貼るほうは、すぐにできます。',
} as const satisfies Record<Problem | 'busy', string>
