import { expect, test } from 'vitest'
import { openStage } from './stage.ts'

const stage = await openStage()

test.each([true, false])('somebody signs in by mail (scripts: %s)', async (scripts) => {
  const phone = await stage.phone({ scripts })
  await phone.open('/sign-in?next=%2Fme')
  await phone.signInByMail('koga@cast.example')
  expect(phone.path).toBe('/me')
})
