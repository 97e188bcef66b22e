import { expect, test } from 'vitest'
import { isSaved, savedWords } from './saving.ts'

const answer = (status: number, redirected = false) => ({ status, redirected, ok: status >= 200 && status < 300 })

test.each([
  [answer(204), '保存しました', true],
  [answer(200), '保存しました', true],
  [answer(422), 'まだ直すところがあります', false],
  [answer(409), '別の画面で変わりました', false],
  [answer(404), 'この端末に残っています', false],
  [answer(200, true), 'この端末に残っています', false],
  [answer(503), 'いま保存できません', false],
])('%j: %s', (given, words, saved) => {
  expect(savedWords(given)).toContain(words)
  expect(isSaved(given)).toBe(saved)
})

test('only who gets no answer is told not to be connected', () => {
  expect(savedWords()).toContain('つながっていません')
  for (const status of [404, 409, 422, 429, 500]) expect(savedWords(answer(status))).not.toContain('つながって')
})
