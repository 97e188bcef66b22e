import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, companyId, partnerId } from '../../seed/cast.ts'
import { memberships } from '../../src/accounts/schema.ts'
import { lapseSheets } from '../../src/challenges/jobs.ts'
import { challengeNodes, dialogueLines, dialogues, worries } from '../../src/challenges/schema.ts'
import { partnerCompanies } from '../../src/companies/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { archive } from '../fixtures/archives.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const [BANK, TOWN, CRAFT] = [partnerId('bank'), partnerId('town'), companyId('craft')]
const list = `/partners/${BANK}/dialogues`
await asOwner(house.db, async (tx) => {
  await tx.insert(memberships).values({
    ...{ id: house.deps.newId(), accountId: accountId('tanaka'), organisationId: BANK, since: house.now() },
    ...{ role: 'member', side: 'lending' },
  })
  const given = { partnerId: BANK, companyId: CRAFT, consentedAt: house.now(), revokedAt: null, until: null }
  await tx
    .insert(partnerCompanies)
    .values(given)
    .onConflictDoUpdate({
      target: [partnerCompanies.partnerId, partnerCompanies.companyId],
      set: { revokedAt: null, until: null },
    })
})
const [abe, tanaka, koga, nakamura, mori, sato] = await Promise.all(
  (['abe', 'tanaka', 'koga', 'nakamura', 'mori', 'sato'] as const).map((name) => house.as(name)),
)
const SHEET = [
  '現状認識\t将来目標',
  '提灯の注文は増えたが、見積りに三日かかる\t海外のお客さまにも売りたい',
  '課題\t対応策',
  '製品ごとの原価が分からない\t原価の表を作る',
  '強み：手仕事の技',
  '取引金融機関\tひなた銀行だけ',
].join('\n')
let own = ''

test('what a bank wrote down goes to a company that shows itself, without money and banks', async () => {
  for (const browser of [tanaka!, koga!, nakamura!]) expect((await browser.get(list)).status).toBe(404)
  const form = { company: CRAFT, sheet: SHEET }
  expect((await tanaka!.post(list, form)).status).toBe(404)
  expect((await abe!.post(list, { ...form, company: companyId('employer') })).status).toBe(422)
  expect((await abe!.post(list, { ...form, sheet: '' })).text).toContain('シートのファイルを選ぶか')
  expect((await abe!.post(list, { ...form, sheet: 'とくにありません' })).text).toContain('見出し')
  const page = await abe!.act(list, form)
  expect(page.text).toContain('読み取った行（5つ）')
  expect(page.text).toContain('製品ごとの原価が分からない')
  expect(page.text).not.toContain('ひなた銀行だけ')
  expect((await abe!.post(list, form)).status).toBe(409)
  await house.drain()
  const letter = house.mails.findLast(({ to }) => to === 'nakamura@cast.example')!
  expect(letter.text).toContain('対話シートが届いています')
  expect(letter.text).not.toContain('原価')
  own = /\/companies\/[^/]+\/dialogues\/[^\s)]+/.exec(letter.text)![0]
  for (const browser of [abe!, sato!, mori!]) expect((await browser.get(own)).status).toBe(404)
  expect((await nakamura!.get(`/companies/${CRAFT}`)).text).toContain('対話シートが届いています')
})

test('the owner takes the lines that suit, in the owner’s words: nothing else of the sheet stays', async () => {
  const page = await nakamura!.get(own)
  expect(page.html.match(/name="use"[^>]*checked/g)).toHaveLength(4)
  expect((await nakamura!.post(`${own}/consent`, { 'text-challenge': 'あ' })).text).toContain('ひとつは選んで')
  const told = await nakamura!.act(`${own}/consent`, {
    ...{ use: ['challenge', 'now'], 'text-challenge': '製品ごとの原価が分からない' },
    ...{ 'text-now': '見積りに一週間かかる', 'text-goal': '海外', 'text-measures': '表', 'text-strength': '技' },
  })
  expect(told.location).toMatch(/^\/worries\//)
  expect(told.text).toContain('対話シートの「課題」から')
  expect(told.text).toContain('見積りに一週間かかる')
  expect(told.text).not.toMatch(/海外|三日かかる|手仕事/)
  const worryId = told.location.split('/').at(-1)!
  const kept = await asOwner(house.db, (tx) => tx.select().from(dialogueLines))
  expect(kept.map(({ item, text, worryId: made }) => [item, text, made === worryId]).sort()).toEqual([
    ['challenge', '製品ごとの原価が分からない', true],
    ['now', '見積りに一週間かかる', true],
  ])
  // Words changed later cite the line that they still stand in.
  const [, version] = /name="version" value="(\d+)"/.exec((await nakamura!.get(`${told.location}/words`)).html)!
  const text = '製品ごとの原価が分からない\n納期も守れない'
  const again = await nakamura!.act(`${told.location}/words`, { text, version: version! })
  expect(again.text).toContain('対話シートの「課題」から')
  expect((await nakamura!.post(`${own}/refusal`)).status).toBe(409)
})

test('the bank hears a date and nothing of what came out; who lends hears nothing', async () => {
  await house.drain()
  const letter = house.mails.findLast(({ to }) => to === 'abe@cast.example')!
  expect(letter.text).toContain('会社の方が受け取りました')
  expect((await abe!.get(list)).text).toContain('会社の方が受け取りました')
  expect((await abe!.get(list)).text).not.toMatch(/製品ごと|納期|見積り/)
  const seen = (name: 'abe' | 'tanaka', organisation: string) =>
    readAs(house.db, { id: accountId(name), power: 'person' }, organisation, async (tx) => [
      (await tx.select().from(dialogues)).length,
      (await tx.select().from(dialogueLines)).length,
      (await tx.select().from(challengeNodes)).length,
    ])
  expect(await seen('abe', BANK)).toEqual([1, 0, 0])
  expect(await seen('tanaka', BANK)).toEqual([0, 0, 0])
  expect(await seen('tanaka', TOWN)).toEqual([0, 0, 0])
  // Whom the owner asked to look at it together reads which line it came from, as well as the owner does.
  const [{ worryId } = { worryId: '' }] = await asOwner(house.db, (tx) => tx.select().from(dialogueLines))
  await nakamura!.act(`/worries/${worryId}/help`, { from: 'desk' })
  expect((await mori!.get(`/desk/worries/${worryId}`)).text).toContain('対話シートの「課題」から')
})

test('a consent taken back takes the lines and the challenge with it, unless a project came out of it', async () => {
  const [{ worryId } = { worryId: null }] = await asOwner(house.db, (tx) => tx.select().from(dialogueLines))
  expect((await sato!.post(`${own}/withdrawal`)).status).toBe(404)
  expect((await nakamura!.act(`${own}/withdrawal`)).text).toContain('受け取りを取り消しました')
  expect((await nakamura!.post(`${own}/withdrawal`)).status).toBe(409)
  expect(await asOwner(house.db, (tx) => tx.select().from(dialogueLines))).toEqual([])
  expect(await asOwner(house.db, (tx) => tx.select().from(worries).where(eq(worries.id, worryId!)))).toEqual([])
  await abe!.act(list, { company: CRAFT, sheet: '課題：ホームページを作りなおしたい' })
  await house.drain()
  const [, second] = /(\/companies\/[^/]+\/dialogues\/[^\s)]+)/.exec(house.mails.at(-1)!.text)!
  const told = await nakamura!.act(`${second}/consent`, {
    ...{ use: 'challenge', 'text-challenge': 'ホームページを作りなおしたい' },
  })
  await nakamura!.act(`/companies/${CRAFT}/projects`, { worry: told.location.split('/').at(-1)! })
  await nakamura!.act(`${second}/withdrawal`)
  const kept = await nakamura!.get(told.location)
  expect([kept.status, kept.text.includes('対話シートの')]).toEqual([200, false])
  await house.drain()
  expect(house.mails.findLast(({ to }) => to === 'abe@cast.example')!.text).toContain('受け取りを取り消しました')
})

test('a workbook is read; what nobody answers is taken back, or gone after a month', async () => {
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
  const book = archive({
    'xl/workbook.xml': '<workbook><sheets><sheet name="非財務" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<row>${cell('B2', '課題')}${cell('D2', '後継ぎがいない')}</row><row>${cell('B3', '売上高')}${cell('D3', '1200')}</row>`,
  })
  expect((await abe!.upload(list, { company: CRAFT, sheet: '' }, { file: book })).status).toBe(303)
  const handed = await abe!.get(list)
  expect(handed.text).toContain('後継ぎがいない')
  expect(handed.text).not.toContain('1200')
  const address = /action="([^"]+\/recall)"/.exec(handed.html)![1]!
  expect((await abe!.act(address)).text).toContain('取り下げました')
  expect((await abe!.post(address)).status).toBe(409)
  await abe!.act(list, { company: CRAFT, sheet: '課題：人手が足りない' })
  house.setTime(new Date(house.now().getTime() + 31 * 86_400_000))
  await lapseSheets(house.deps, {})
  expect((await abe!.get(list)).text).toContain('ひと月のあいだに返事がなく、消えました')
  expect(await asOwner(house.db, (tx) => tx.select().from(dialogueLines))).toEqual([])
  const acts = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectKind, 'dialogue')))
  expect(acts.map(({ act }) => act.split('.')[1])).toEqual([
    ...['handed', 'taken', 'withdrawn', 'handed', 'taken', 'withdrawn', 'handed', 'recalled', 'handed', 'lapsed'],
  ])
  expect(JSON.stringify(acts)).not.toMatch(/原価|人手|見積り/)
})
