import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SHARE_COLOURS, SHARE_SIZE, sharePicture } from './share.ts'

const CARD = {
  above: '山形県　化学・肥料',
  title: '肥料のGX認証を取る手伝い',
  below: '月4万円　月10時間　離れたままで',
}

test('a picture has the size that is asked for beside a link, and is the same every time', async () => {
  const picture = Buffer.from(await sharePicture(CARD))
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([SHARE_SIZE.width, SHARE_SIZE.height])
  expect(Buffer.from(await sharePicture(CARD)).equals(picture)).toBe(true)
})

test('any title fits: none, a very long one, one without a place to break, a rare letter', async () => {
  const titles = ['', '原価を'.repeat(60), 'ー'.repeat(300), '𠮷野の吊り橋', '\0\ud800']
  const pictures = await Promise.all(titles.map((title) => sharePicture({ ...CARD, title })))
  for (const picture of pictures) expect(picture.length).toBeGreaterThan(1000)
})

test('its colours are those of the pages', () => {
  const tokens = readFileSync('src/ui/styles/tokens.css', 'utf8')
  for (const colour of Object.values(SHARE_COLOURS)) expect(tokens).toContain(colour)
})
