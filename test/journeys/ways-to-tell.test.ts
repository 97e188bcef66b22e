import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage } from './stage.ts'

const stage = await openStage()

/** A browser's ear of which the test is the voice: `window.say('…', true)` is a sure word, `window.deaf('…')` an end. */
function earOf(kind: 'SpeechRecognition' | 'webkitSpeechRecognition' | null) {
  return `(() => {
    delete window.SpeechRecognition
    delete window.webkitSpeechRecognition
    let ear
    class Ear {
      start() { ear = this }
      stop() { setTimeout(() => this.onend?.()) }
      abort() { setTimeout(() => { this.onerror?.({ error: 'aborted' }); this.onend?.() }) }
    }
    window.say = (transcript, isFinal) => ear.onresult({ results: [Object.assign([{ transcript }], { isFinal })] })
    window.pause = () => ear.onend()
    window.deaf = (error) => { ear.onerror({ error }); ear.onend() }
    window.language = () => ear.lang
    ${kind ? `window.${kind} = Ear` : ''}
  })()`
}

type Voice = {
  say(words: string, sure: boolean): void
  pause(): void
  deaf(error: string): void
  language(): string
}

test('a worry is told by voice, stretch by stretch, saved while it comes, and corrected', async () => {
  const phone = await stage.phone()
  await phone.context.addInitScript(earOf('webkitSpeechRecognition'))
  await phone.open('/worries/new')
  const box = () => phone.page.getByLabel('お困りのこと')
  const button = () => phone.page.getByRole('button', { name: '声で入れる' })
  await phone.sees('声は、お使いのブラウザーの会社で文字になります。')
  await button().click()
  await phone.look()
  expect(await phone.page.evaluate(() => (window as unknown as Voice).language())).toBe('ja-JP')
  await phone.page.evaluate(() => (window as unknown as Voice).say('職人の手', false))
  await phone.sees('「職人の手」')
  expect(await box().inputValue()).toBe('')
  await phone.page.evaluate(() => {
    const voice = window as unknown as Voice
    voice.say('職人の手作業ばかりで', true)
    voice.pause()
    voice.say('ひとつ作るのにいくら掛かるか分からん', true)
  })
  expect(await box().inputValue()).toBe('職人の手作業ばかりで、ひとつ作るのにいくら掛かるか分からん')
  await phone.page.getByRole('button', { name: 'ここまでにする' }).click()
  await phone.page.getByText('声を文字にしました').waitFor()
  await phone.interrupt()
  expect(await box().inputValue()).toContain('ひとつ作るのに')
  await phone.press('課題を整理する')
  await phone.sees('こう受けとめました', '手作業・工芸の原価管理')

  await phone.press('言葉を直す')
  await button().click()
  await phone.page.evaluate(() => (window as unknown as Voice).deaf('not-allowed'))
  await phone.sees('マイクを使えませんでした')
  await button().click()
  await phone.page.evaluate(() => (window as unknown as Voice).deaf('no-speech'))
  await phone.sees('声が聞こえませんでした')
  // What is said goes where the writing stands, not over what is there.
  await box().evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, 0))
  await button().click()
  await phone.page.evaluate(() => (window as unknown as Voice).say('うちの', false))
  // Sent in the middle of a word: nothing more is written into what was sent.
  await phone.press('もう一度整理する')
  await phone.sees('こう受けとめました')
})

test('where the browser cannot hear there is no button', async () => {
  const phone = await stage.phone()
  await phone.context.addInitScript(earOf(null))
  await phone.open('/worries/new')
  expect(await phone.page.getByRole('button', { name: '声で入れる' }).count()).toBe(0)
  expect(await phone.words()).not.toContain('ブラウザーの会社')
})

test('notes of twenty thousand letters are pasted, saved, and told', async () => {
  const phone = await stage.phone()
  const notes = `職人の手作業ばかりで、ひとつ作るのにいくら掛かるか分からん。\n${'なるほど、そうなんですね。\n'.repeat(1600)}`
  const long = notes.slice(0, 19_999)
  await phone.page.goto('/worries/new')
  await phone.page.getByLabel('お困りのこと').fill(long)
  await phone.interrupt()
  expect((await phone.page.getByLabel('お困りのこと').inputValue()).trimEnd()).toBe(long.trimEnd())
  await phone.press('課題を整理する')
  await phone.sees('こう受けとめました', '全部を読む')
})

test.each([
  true,
  false,
])('a photo of notes goes to the desk and comes back as words, with scripts: %s', async (scripts) => {
  const phone = await stage.phone({ scripts })
  await phone.become('nakamura')
  await phone.open('/worries/new')
  await phone.page.getByText('メモの写真を送る').click()
  await phone.page.locator('main input[type=file]').setInputFiles({
    ...{ name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer: await drawing() },
  })
  await phone.press('課題を整理する')
  await phone.sees('写真をお預かりしました')
  const picture = phone.page.locator('main img')
  const size = await sizeOf(picture)
  expect(Math.max(...size)).toBe(scripts ? 1600 : 2400)

  const desk = await stage.phone()
  await desk.become('mori')
  await desk.open('/desk')
  await desk.press('メモの写真を、文字に書き写す')
  expect(await sizeOf(desk.page.locator('main img'))).toEqual(size)
  await desk.fill('写真の言葉', '値段は昔のままで、忙しいのにお金が残らん。')
  await desk.press('書き写しを終える')
  await phone.page.reload()
  await phone.look()
  await phone.sees('写真から書き写しました', '値段は昔のままで')
  await phone.press('写真を消す')
  expect(await phone.page.locator('main img').count()).toBe(0)
})

/** A page of notes as a camera takes it: larger than anybody needs. */
async function drawing(): Promise<Buffer> {
  const artist = await stage.phone()
  const url = await artist.page.evaluate(() => {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [2400, 1800]
    const pen = canvas.getContext('2d')!
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, 2400, 1800)
    pen.fillStyle = '#123'
    pen.font = '120px sans-serif'
    pen.fillText('値段は昔のままで、忙しいのにお金が残らん', 60, 400)
    return canvas.toDataURL('image/jpeg', 0.9)
  })
  await artist.page.close()
  return Buffer.from(url.split(',')[1]!, 'base64')
}

async function sizeOf(picture: Locator): Promise<number[]> {
  await picture.scrollIntoViewIfNeeded()
  return picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  })
}
