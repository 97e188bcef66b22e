import { expect, test } from 'vitest'
import { appoint } from '../../src/cli/appoint.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()

test('the first operator comes by the command line, and can be let go', async () => {
  const browser = await house.as('koga')
  expect((await browser.get('/desk')).status).toBe(404)
  await appoint(house.db, 'koga@cast.example', 'operator', house.now())
  expect((await browser.get('/desk')).status).toBe(200)
  await appoint(house.db, 'koga@cast.example', 'person', house.now())
  expect((await browser.get('/desk')).status).toBe(404)
})

test('somebody who was never here is made', async () => {
  await appoint(house.db, 'new@mail.example', 'administrator', house.now())
  const { rows } = await house.db.pool.query("select power from accounts where email = 'new@mail.example'")
  expect(rows).toEqual([{ power: 'administrator' }])
})
