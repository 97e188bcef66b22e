import { expect, test } from 'vitest'
import { openHouse } from '../house.ts'

const house = await openHouse()
const CRAFT = '職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん'

test('what comes too late is told so, and the words are still there to be copied', async () => {
  const owner = house.visitor()
  const { location } = await owner.post('/worries', { text: CRAFT })
  const first = await owner.post(`${location}/words`, { text: `${CRAFT}。値段も勘で付けとる`, version: '1' })
  expect(first.status).toBe(303)
  const second = `${CRAFT}。<b>帳面</b>もない`
  const late = await owner.post(`${location}/words`, { text: second, version: '1' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('先に書きなおされています')
  expect(late.text).toContain('書いていた言葉')
  expect(late.html).toContain(`>${second.replaceAll('<', '&lt;')}</textarea>`)
  expect(late.html.match(/<textarea/g)).toHaveLength(1)
})

test('where nothing was written there is nothing to copy', async () => {
  const owner = house.visitor()
  const { location } = await owner.post('/worries', { text: CRAFT })
  const late = await owner.post(`${location}/help`, { version: 'x', from: 'desk' })
  expect(late.html).not.toContain('<textarea')
  expect((await owner.get('/worries/nowhere')).html).not.toContain('<textarea')
})
