import { expect, test } from 'vitest'
import { openStage } from './stage.ts'

const stage = await openStage({ mode: 'real' })

test('in a real instance the desk opens with a passkey, not with a code alone', async () => {
  const phone = await stage.phone()
  await phone.withPasskeys()
  await phone.open('/sign-in?next=%2Fdesk')
  await phone.signInByMail('mori@cast.example')
  expect(phone.path).toBe('/sign-in/passkey')
  await phone.sees('パスキーを作る')
  await phone.press('この端末で作る')
  expect(phone.path).toBe('/desk')

  await phone.page.context().clearCookies()
  await phone.open('/sign-in?next=%2Fdesk')
  await phone.press('パスキーで入る')
  expect(phone.path).toBe('/desk')
})

test('nobody becomes somebody else by one tap there', async () => {
  const phone = await stage.phone()
  const answer = await phone.page.goto('/demo')
  expect(answer?.status()).toBe(404)
})
