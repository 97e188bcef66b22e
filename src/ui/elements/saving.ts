const KEPT = '書いた内容はこの端末に残っています'

/** What the line under a form says after an attempt to save it; without an answer nothing was reached. */
export function savedWords(answer?: Pick<Response, 'ok' | 'status' | 'redirected'>): string {
  if (!answer) return `いまつながっていません。${KEPT}`
  // Sent on to the page for signing in, or the page is no longer theirs.
  if (answer.redirected || answer.status === 404) return `保存できていません。${KEPT}。`
  if (answer.ok) return '保存しました'
  if (answer.status === 422) return `まだ直すところがあります。${KEPT}`
  if (answer.status === 409) return '別の画面で変わりました。この画面を開きなおしてください'
  return `いま保存できません。${KEPT}`
}

/** Whether the server has the words now. */
export function isSaved(answer: Pick<Response, 'ok' | 'redirected'>): boolean {
  return answer.ok && !answer.redirected
}
