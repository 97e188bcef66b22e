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
  // Without the offer in the address field, which the device of this test takes at once.
  await phone.page.addInitScript(() => {
    Object.assign(PublicKeyCredential, { isConditionalMediationAvailable: undefined })
  })
  await phone.open('/sign-in?next=%2Fdesk')
  await phone.press('パスキーで入る')
  expect(phone.path).toBe('/desk')
})

test('anybody makes one on their own page, and is offered it in the address field from then on', async () => {
  const phone = await stage.phone()
  await phone.withPasskeys()
  await phone.open('/sign-in?next=%2Fme%2Fpasskeys')
  await phone.signInByMail('tanaka@cast.example')
  await phone.press('この端末のパスキーを作る')
  await phone.sees('Androidの電話')
  await phone.page.context().clearCookies()
  await phone.page.goto('/sign-in?next=%2Fme%2Fpasskeys')
  await phone.page.waitForURL('**/me/passkeys')
  await phone.sees('Androidの電話')
})

test('nobody becomes somebody else by one tap there', async () => {
  const phone = await stage.phone()
  const answer = await phone.page.goto('/demo')
  expect(answer?.status()).toBe(404)
})
