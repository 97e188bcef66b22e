import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { deleteOldWorries } from '../../src/challenges/jobs.ts'
import { MOST_QUESTIONS } from '../../src/challenges/rules/listening.ts'
import { challengeNodes, worries, worryAnswers } from '../../src/challenges/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const GX = '取引先から、肥料の環境の証明書を出せと言われたが何をしたらいいか分からん'
const SALES = '売上が落ちた'
const DAY = 86_400_000

const idIn = (location: string) => /\/worries\/([0-9a-f-]{36})/.exec(location)![1]!
const tell = async (browser: Browser, text: string) => idIn((await browser.post('/worries', { text })).location)
const worryRow = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(worries).where(eq(worries.id, id))))[0]
const answersOf = (id: string) =>
  asOwner(house.db, (tx) =>
    tx.select().from(worryAnswers).where(eq(worryAnswers.worryId, id)).orderBy(worryAnswers.answeredAt),
  )
const nodesOf = (id: string) =>
  asOwner(house.db, (tx) =>
    tx.select().from(challengeNodes).where(eq(challengeNodes.worryId, id)).orderBy(challengeNodes.position),
  )
const mainWork = async (id: string) => (await nodesOf(id)).find((node) => node.kind === 'work' && node.reading === 0)!
const later = (ms: number) => house.setTime(new Date(house.now().getTime() + ms))
const keyIn = (address: string) => address.split('/questions/')[1]!

// Reading the codes and the dictionary may take longer than a single test may.
beforeAll(async () => void (await tell(house.visitor(), GX)), 120_000)

describe('asked back', () => {
  test('one question after the other, answered or passed over, at most seven, and then the tree', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const tree = await owner.get(`/worries/${id}`)
    expect(tree.text).toContain('いくつか答えて、もっと近づける')
    let { location } = await owner.get(`/worries/${id}/questions`)
    const seen: string[] = []
    while (location.includes('/questions/')) {
      const page = await owner.get(location)
      expect(page.text).toContain(`${MOST_QUESTIONS}問のうち${seen.length + 1}問目`)
      for (const words of ['答える', 'この質問はとばす', 'ここまでにして整理を見る']) expect(page.text).toContain(words)
      const passed = seen.length % 2 === 1
      later(1000)
      const answer = passed
        ? await owner.post(`${location}/passing`, { text: '書きかけ' })
        : await owner.post(location, { text: `こうです ${seen.length}` })
      seen.push(keyIn(location))
      location = answer.location
    }
    expect(location).toBe(`/worries/${id}`)
    expect(new Set(seen).size).toBe(MOST_QUESTIONS)
    expect((await answersOf(id)).map(({ question, text }) => [question, text])).toEqual(
      seen.map((key, at) => [key, at % 2 === 1 ? null : `こうです ${at}`]),
    )
    expect((await owner.get(`/worries/${id}/questions`)).location).toBe(`/worries/${id}`)
    const after = await owner.get(`/worries/${id}`)
    expect(after.text).not.toContain('もっと近づける')
    expect(after.text).toContain('こうです 0')
    expect(after.text).toContain('まだ答えていません')
    expect((await worryRow(id))!.text).toBe(GX)
    expect((await owner.post(`/worries/${id}/questions/code:10035:0`, { text: 'もう一つ' })).status).toBe(409)
  })

  test('back to the question before, and another answer in its place', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const { location: first } = await owner.get(`/worries/${id}/questions`)
    expect((await owner.get(first)).html).toContain(`href="/worries/${id}"`)
    const { location: second } = await owner.post(first, { text: '書類がそろわない' })
    expect((await owner.get(second)).html).toContain(`href="${first}"`)
    const again = await owner.get(first)
    expect(again.html).toContain('>書類がそろわない</textarea>')
    expect(again.text).toContain('7問のうち1問目')
    expect((await owner.post(first, { text: '書類がたりない' })).location).toBe(second)
    expect((await answersOf(id)).map(({ text }) => text)).toEqual(['書類がたりない'])
  })

  test('from the tree one answer is changed or taken away, and the tree comes back', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    await owner.post(`/worries/${id}/questions/since`, { choice: '何年も前から' })
    const tree = await owner.get(`/worries/${id}`)
    const at = `/worries/${id}/questions/since`
    expect(tree.html).toContain(`href="${at}?from=tree"`)
    const page = await owner.get(`${at}?from=tree`)
    expect(page.html).toMatch(/value="何年も前から" checked/)
    expect(page.text).not.toContain('問目')
    const changed = await owner.act(at, { text: '去年の秋から', from: 'tree' })
    expect(changed.location).toBe(`/worries/${id}#answers`)
    expect(changed.text).toContain('去年の秋から')
    // The old words still stand in the box when somebody taps another answer.
    const tapped = await owner.act(at, { text: '去年の秋から', choice: '何年も前から', from: 'tree' })
    expect(tapped.text).toContain('何年も前から')
    expect((await owner.act(`${at}/passing`, { from: 'tree' })).text).not.toContain('去年の秋から')
  })

  test('where nothing was understood the questions are the way on, and an answer makes the tree', async () => {
    const owner = house.visitor()
    const id = await tell(owner, 'ああああああ')
    expect((await owner.get(`/worries/${id}`)).text).toContain('いくつか答えて、もっと近づける')
    await owner.post(`/worries/${id}/questions/now`, { text: '注文は来るのに、納期に間に合わない日が続いている' })
    const tree = await owner.get(`/worries/${id}`)
    expect(tree.text).toContain('こう受けとめました')
    expect(tree.text).toContain('納期遅れの解消')
    expect((await worryRow(id))!.text).toBe('ああああああ')
  })

  test('two works nearly alike: which is nearer comes first and decides', async () => {
    const owner = house.visitor()
    const id = await tell(owner, SALES)
    const before = await mainWork(id)
    const tree = await owner.get(`/worries/${id}`)
    const [first] = /data-kind="main"[^>]*>/.exec(tree.html.slice(tree.html.indexOf('<main')))!
    expect(first).toContain(`/worries/${id}/questions`)
    const { location } = await owner.get(`/worries/${id}/questions`)
    expect(keyIn(location)).toBe('which')
    const page = await owner.get(location)
    expect(page.text).toContain('どちらに近いですか')
    expect(page.text).toContain('どちらでもない')
    const [, second] = [...page.html.matchAll(/name="choice" value="([^"]+)"/g)].map(([, value]) => value!)
    const elsewhere = await owner.post(location, { choice: '見たこともない答え' })
    expect([elsewhere.status, (await owner.post(location, {})).text.includes('ひとつ選んでください')]).toEqual([
      422,
      true,
    ])
    await owner.post(location, { choice: second! })
    expect((await mainWork(id)).code).not.toBe(before.code)
    expect((await owner.get(`/worries/${id}`)).text).toContain(second)
    await owner.post(location, { choice: 'どちらでもない' })
    expect((await mainWork(id)).code).toBe(before.code)
    expect((await owner.get(`/worries/${id}`)).text).toContain('どちらでもない')
    expect((await owner.get(location)).html).toMatch(/value="どちらでもない" checked/)
  })

  test('what was answered about the lines stays, also when the words are written anew', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const { id: node, code } = await mainWork(id)
    await owner.post(`/worries/${id}/nodes/${node}/confirmation`)
    const page = 'ホームページが古いままで、問い合わせが来ない'
    await owner.post(`/worries/${id}/questions/now`, { text: page })
    expect((await nodesOf(id)).find((one) => one.code === code && one.kind === 'work')!.confirmedAt).not.toBeNull()
    await owner.post(`/worries/${id}/words`, { text: `${GX}。急いでいる`, version: 1 })
    expect((await answersOf(id)).map(({ text }) => text)).toEqual([page])
    expect((await nodesOf(id)).some(({ text }) => text === page)).toBe(true)
    expect((await nodesOf(id)).find((one) => one.code === code && one.kind === 'work')!.confirmedAt).not.toBeNull()
  })

  test('words that are being written are not taken for told', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    later(60_000)
    await owner.post(`/worries/${id}/draft`, { text: `${GX}。それに` })
    await owner.post(`/worries/${id}/questions/since`, { choice: '何年も前から' })
    expect((await owner.get(`/worries/${id}`)).text).toContain('言葉を書きかけです')
  })
})

describe('what is typed', () => {
  test('nothing is asked for again, 10,000 letters come back with a sentence, a program is words', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const at = `/worries/${id}/questions/now`
    expect((await owner.post(at, { text: ' 　' })).text).toContain('答えを書いてください')
    expect((await owner.post(`/worries/${id}/questions/since`, {})).text).toContain('ひとつ選ぶか、書いてください')
    const long = 'あ'.repeat(10_000)
    const answer = await owner.post(at, { text: long })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('答えは、500字以内にしてください（いま10000字）')
    expect(answer.html).toContain(`>${long}</textarea>`)
    expect((await owner.post(at, { text: '困った\u202e' })).status).toBe(422)
    expect(await answersOf(id)).toEqual([])
    const page = await owner.act(at, { text: '<script>alert(1)</script>' })
    expect(page.status).toBe(200)
    const tree = await owner.get(`/worries/${id}`)
    expect(tree.html).not.toContain('<script>alert')
    expect(tree.html).toContain('&lt;script>alert(1)&lt;/script>')
  })

  test('the second copy of a form answers nothing twice', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const fields = { text: '書類がない', _once: 'answered-only-once' }
    const at = `/worries/${id}/questions/now`
    const twice = [await owner.post(at, fields), await owner.post(at, fields)]
    expect(twice[0]!.location).toBe(twice[1]!.location)
    const rows = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.act, 'worry.answered')))
    expect(rows.filter(({ subjectId }) => subjectId === id)).toHaveLength(1)
  })

  test('a question that there is not', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    for (const odd of ['x', 'code:10035:99', 'code:00000:0', 'which', '__proto__']) {
      expect((await owner.get(`/worries/${id}/questions/${odd}`)).status).toBe(404)
      expect((await owner.post(`/worries/${id}/questions/${odd}`, { text: 'はい' })).status).toBe(404)
    }
  })

  test('a cry for help in an answer meets people, not the next question', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const page = await owner.act(`/worries/${id}/questions/now`, { text: 'もう死にたい' })
    expect(page.text).toContain('ひとりで抱えないでください')
    expect((await owner.get(`/worries/${id}/questions`)).location).toBe(`/worries/${id}`)
    expect((await owner.get(`/worries/${id}/questions/tried`)).location).toBe(`/worries/${id}`)
    // The answer itself opens: whoever wrote it can change it.
    expect((await owner.get(`/worries/${id}/questions/now?from=tree`)).status).toBe(200)
    const mended = await owner.act(`/worries/${id}/questions/now`, { text: '書類がない', from: 'tree' })
    expect(mended.text).toContain('こう受けとめました')
  })
})

describe('whose it is', () => {
  test('another browser with the code answers too, nobody else does, and the sheet shows what was said', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const at = `/worries/${id}/questions/now`
    for (const stranger of [house.visitor(), await house.as('nakamura'), await house.as('mori')]) {
      for (const path of [`/worries/${id}/questions`, at]) expect((await stranger.get(path)).status).toBe(404)
      for (const path of [at, `${at}/passing`]) expect((await stranger.post(path, { text: '盗' })).status).toBe(404)
    }
    expect(await answersOf(id)).toEqual([])
    await owner.act(at, { text: '書類がそろわない' })
    await owner.post(`/worries/${id}/questions/since/passing`)
    const sheet = await owner.act(`/worries/${id}/sheet`)
    expect(sheet.text).toContain('いま、どんな様子ですか 書類がそろわない')
    expect(sheet.text).not.toContain('いつからですか')
    const phone = house.visitor()
    await phone.act('/resume', { code: /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(sheet.text)![0] })
    expect((await phone.get(at)).html).toContain('書類がそろわない')
    expect((await phone.post(at, { text: '書類がたりない' })).status).toBe(303)
    expect((await owner.get(`/worries/${id}`)).text).toContain('書類がたりない')
  })

  test('the company’s people answer, a viewer only reads, and the draft says what was answered', async () => {
    const owner = await house.as('nakamura')
    const id = await tell(owner, '職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん')
    const answers = {
      since: { choice: '何年も前から' },
      tried: { text: 'ノートに時間をつけてみたが三日でやめた' },
      goal: { text: '主な品の値段を自信をもって言える' },
      budget: { choice: '月に3万円、月に5時間' },
      decides: { text: 'わたしと息子' },
    }
    for (const [key, fields] of Object.entries(answers)) {
      later(1000)
      expect((await owner.post(`/worries/${id}/questions/${key}`, fields)).status).toBe(303)
    }
    const { location } = await owner.post(`/worries/${id}/company`, { company: companyId('craft') })
    const draft = await owner.get(location)
    expect(draft.text).toContain(
      '誰も分からん いつから：何年も前から 試したこと：ノートに時間をつけてみたが三日でやめた',
    )
    expect(draft.html).not.toContain('息子')
    expect((await owner.get(location.replace('background', 'goal'))).text).toContain('主な品の値段を自信をもって言える')
    expect((await owner.get(location.replace('background', 'hours'))).html).toMatch(/value="5" checked/)
    expect((await owner.get(location.replace('background', 'fee'))).html).toMatch(/value="30000" checked/)
    const clerk = await house.as('chiyo')
    const read = await clerk.get(`/worries/${id}`)
    expect(read.text).toContain('わたしと息子')
    expect(read.html).not.toContain('/questions')
    expect((await clerk.get(`/worries/${id}/questions/now`)).status).toBe(404)
    expect((await clerk.post(`/worries/${id}/questions/now`, { text: '盗' })).status).toBe(404)
    expect((await clerk.post(`/worries/${id}/questions/now/passing`)).status).toBe(404)
  })

  test('answering is a touch: what nobody touched for thirty days goes, and its answers with it', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    later(20 * DAY)
    await owner.post(`/worries/${id}/questions/since/passing`)
    later(20 * DAY)
    await deleteOldWorries(house.deps, {})
    expect(await answersOf(id)).toHaveLength(1)
    later(11 * DAY)
    await deleteOldWorries(house.deps, {})
    expect(await worryRow(id)).toBeUndefined()
    expect(await answersOf(id)).toEqual([])
    expect((await owner.get(`/worries/${id}/questions`)).status).toBe(404)
    expect((await owner.post(`/worries/${id}/questions/now`, { text: '書類' })).status).toBe(404)
  })

  test('history holds no word of it', async () => {
    const rows = await asOwner(house.db, (tx) => tx.select().from(history))
    expect(rows.some(({ act }) => act === 'worry.passed')).toBe(true)
    expect(JSON.stringify(rows)).not.toMatch(/[ぁ-んァ-ヶ一-龠]/)
  })
})
