import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { contractDocuments, contractVersions } from '../../src/contracts/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { verifySeal } from '../../src/lib/pdf/verify.ts'
import {
  acceptedApplication,
  agreeAs,
  codeFormOf,
  fieldsOf,
  fillIn,
  propose,
  RIGHTS,
  sealedContract,
  staff,
} from '../fixtures/contracts.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const owner = await house.as('nakamura')
const person = await house.as('tanaka')
const mailsTo = (name: string) => house.mails.filter(({ to }) => to === `${name}@cast.example`)

describe('from an accepted application', () => {
  test('both sides reach a sealed contract', async () => {
    const contract = await acceptedApplication(house)
    expect(mailsTo('nakamura').at(-1)!.text).toContain(`${contract.company}/terms`)
    expect(mailsTo('tanaka').at(-1)!.subject).toBe('めぐりからのお知らせ')
    const draft = await owner.get(`${contract.company}/terms`)
    expect(draft.text).toContain('契約 8001-')
    expect(fieldsOf(draft.html, `${contract.company}/terms`)).toMatchObject({
      companyName: '有限会社なかむら提灯工房',
      talentName: '田中 正雄',
      payment: '毎月末日締め翌月25日払い',
      feeYen: '40000',
      hoursCap: '12',
      'periodFrom.month': '12',
    })
    expect((await person.get(contract.talent)).text).toContain('会社が条件を書いています')

    await propose(owner, contract)
    await house.drain()
    expect(mailsTo('tanaka').at(-1)!.text).toContain('条件が届きました')
    const read = await person.get(contract.talent)
    expect(read.text).toContain('約束ごとの、やさしい説明')
    expect(read.text).toContain('月額40,000円（消費税は別に支払う）')

    expect((await agreeAs(house, person, contract.talent)).location).toBe(contract.talent)
    await house.drain()
    expect(mailsTo('nakamura').at(-1)!.text).toContain('相手が条件に同意しました')
    expect((await agreeAs(house, owner, contract.company)).location).toBe(contract.company)
    expect((await owner.get(contract.company)).text).toContain('契約書を作っています')
    await house.drain()
    for (const name of ['nakamura', 'tanaka']) expect(mailsTo(name).at(-1)!.text).toContain('PDFを受け取って')
    const sealed = await owner.get(contract.company)
    expect(sealed.text).toContain('契約中')
    expect(sealed.text).toContain('フリーランス法 第4条')
  })

  test('the document is the same for both, sealed, and for nobody else', async () => {
    const contract = await sealedContract(house, owner, person)
    const [mine, theirs] = [
      await owner.get(`${contract.company}/document.pdf`),
      await person.get(`${contract.talent}/document.pdf`),
    ]
    expect(mine.bytes.equals(theirs.bytes)).toBe(true)
    expect(mine.headers.get('content-disposition')).toMatch(/^attachment; filename="keiyaku-80\d\d-\d\.pdf"/)
    expect(mine.headers.get('cache-control')).toBe('no-store')
    expect(verifySeal(mine.bytes)).toMatchObject({ valid: true, signer: 'めぐり（見本）', coversWholeFile: true })
    const changed = new Uint8Array(mine.bytes)
    changed[1000]! ^= 1
    expect(verifySeal(changed).valid).toBe(false)
    const hash = createHash('sha256').update(mine.bytes).digest('hex')
    const page = await person.get(contract.talent)
    expect(page.text).toContain(hash.match(/.{8}/g)!.join(' '))

    const strangers = [await house.as('sato'), await house.as('kobayashi'), await staff(house, 'mori')]
    for (const stranger of strangers) {
      for (const path of ['', '/document.pdf', '/agreement', '/terms', '/ending']) {
        if (path !== '/terms') expect((await stranger.get(contract.talent + path)).status).toBe(404)
        expect((await stranger.get(contract.company + path)).status).toBe(404)
        const own = contract.company.replace(companyId('craft'), companyId('fertiliser'))
        expect((await stranger.get(own + path)).status).toBe(404)
      }
    }
    expect((await house.visitor().get(contract.talent)).location).toContain('/sign-in')
    // A viewer reads the contract and changes nothing.
    const clerk = await house.as('chiyo')
    expect((await clerk.get(`${contract.company}/document.pdf`)).status).toBe(200)
    expect((await clerk.get(`${contract.company}/ending`)).status).toBe(404)
  })

  test('the seal holds before a foreign reader, and a changed byte is found', async () => {
    const contract = await sealedContract(house, owner, person)
    const { bytes } = await owner.get(`${contract.company}/document.pdf`)
    if (spawnSync('pdfsig', ['-v']).error) return
    const folder = mkdtempSync(join(tmpdir(), 'contract-'))
    const reportOf = (pdf: Uint8Array) => {
      writeFileSync(join(folder, 'c.pdf'), pdf)
      return spawnSync('pdfsig', ['-nocert', join(folder, 'c.pdf')], { encoding: 'utf8' }).stdout
    }
    expect(reportOf(bytes)).toContain('Signature is Valid.')
    const changed = new Uint8Array(bytes)
    changed[bytes.indexOf('stream') + 20]! ^= 1
    expect(reportOf(changed)).toContain('Digest Mismatch.')
    rmSync(folder, { recursive: true })
  })

  test('running the work twice makes one contract and one document', async () => {
    const contract = await sealedContract(house, owner, person)
    const { open, seal } = await import('../../src/contracts/jobs/sealing.ts')
    const before = house.mails.length
    await open(house.deps, { subjectId: contract.applicationId })
    await seal(house.deps, { subjectId: contract.contractId })
    await house.drain()
    const documents = await asOwner(house.db, (tx) =>
      tx.select().from(contractDocuments).where(eq(contractDocuments.contractId, contract.contractId)),
    )
    expect(documents).toHaveLength(1)
    expect(house.mails.length).toBe(before)
  })
})

describe('the terms', () => {
  test('a payment day after the inspection is refused, with the reason, and every value comes back', async () => {
    const contract = await acceptedApplication(house)
    const answer = await fillIn(owner, `${contract.company}/terms`, `${contract.company}/terms`, {
      ...RIGHTS,
      payment: 'other',
      paymentOther: '検収後',
      place: '工房と在宅',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('「検収後」では日が決まりません')
    expect(fieldsOf(answer.html, `${contract.company}/terms`)).toMatchObject({
      paymentOther: '検収後',
      place: '工房と在宅',
    })
    const later = await fillIn(owner, `${contract.company}/terms`, `${contract.company}/terms`, {
      payment: 'other',
      paymentOther: '毎月末日締め翌々月10日払い',
    })
    expect(later.text).toContain('支払う日がおそすぎます')
    const sent = await owner.get(`${contract.company}/preview`)
    expect(sent.text).toContain('送る前に、直すところがあります')
    const forced = await owner.post(`${contract.company}/terms/version`, {
      version: fieldsOf(later.html, `${contract.company}/terms`).version!,
    })
    expect(forced.status).toBe(422)
  })

  test('an amount with a word that says more, a fee of nothing, and a day that cannot be, are refused', async () => {
    const contract = await acceptedApplication(house)
    const terms = `${contract.company}/terms`
    const worded = await fillIn(owner, terms, terms, { ...RIGHTS, feeYen: '日当5000' })
    expect([worded.status, fieldsOf(worded.html, terms).feeYen]).toEqual([422, '日当5000'])
    expect(worded.text).toContain('「時給」などの言葉をつけずに')
    const hourly = { ...RIGHTS, feeKind: 'hourly', feeYen: '月3万円', hoursCap: '10' }
    const monthly = await fillIn(owner, terms, terms, hourly)
    expect([monthly.status, fieldsOf(monthly.html, terms).feeYen]).toEqual([422, '月3万円'])
    expect(monthly.text).toContain('「月3万円」は、ひと月の額です。')
    expect(monthly.text).toContain('月10時間なら、3,000円です。')
    const nothing = await fillIn(owner, terms, terms, { ...RIGHTS, feeYen: '0' })
    expect([nothing.status, nothing.text.includes('1円より上にしてください')]).toEqual([422, true])
    expect((await owner.get(`${contract.company}/preview`)).html).not.toContain(`action="${terms}/version"`)
    const decided = { 'commissionedOn.year': '2026', 'commissionedOn.month': '12', 'commissionedOn.day': '20' }
    const late = await fillIn(owner, terms, terms, { ...RIGHTS, feeYen: '４万円（税別）', ...decided })
    expect([late.status, late.text.includes('はじめる日より後です')]).toEqual([422, true])
    const far = await fillIn(owner, terms, terms, { ...RIGHTS, ...decided, 'commissionedOn.year': '2028' })
    expect(far.text).toContain('先すぎます')
    const good = await fillIn(owner, terms, terms, { 'commissionedOn.month': '11', 'commissionedOn.year': '2026' })
    expect(good.location).toBe(`${contract.company}/preview`)
  })

  test('what is typed is kept while the rest cannot be read yet', async () => {
    const contract = await acceptedApplication(house)
    const address = `${contract.company}/terms/draft`
    const { html } = await owner.get(`${contract.company}/terms`)
    const { _once, ...fields } = fieldsOf(html, `${contract.company}/terms`)
    const saved = await owner.post(address, { ...fields, place: '八女の工房', feeYen: 'たくさん' })
    const { version } = JSON.parse(saved.html) as { version: number }
    expect(version).toBe(Number(fields.version) + 1)
    const after = fieldsOf((await owner.get(`${contract.company}/terms`)).html, `${contract.company}/terms`)
    expect(after).toMatchObject({ place: '八女の工房', feeYen: '40000' })
    const stale = await owner.post(address, { ...fields, place: '別の場所' })
    expect(stale.status).toBe(409)
    const twice = await owner.post(address, { ...fields, place: '八女の工房' })
    expect(twice.status).toBe(200)
  })

  test('a character that cannot be printed is refused', async () => {
    const contract = await acceptedApplication(house)
    const answer = await fillIn(owner, `${contract.company}/terms`, `${contract.company}/terms`, {
      ...RIGHTS,
      talentName: '田中 𪚥雄',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('「𪚥」は契約書に印刷できません')
  })

  test('a wish for a change leads to the next version, and the old one can no longer be agreed to', async () => {
    const contract = await acceptedApplication(house)
    await propose(owner, contract)
    const old = await codeFormOf(house, owner, contract.company)
    const words = '月の時間を8時間にしてください。'
    await fillIn(person, `${contract.talent}/change`, `${contract.talent}/change`, { words })
    await house.drain()
    expect(mailsTo('nakamura').at(-1)!.text).not.toContain('8時間')
    expect((await owner.get(`${contract.company}/terms`)).text).toContain(words)
    await propose(owner, contract, { hoursCap: '8' })
    expect((await owner.post(`${contract.company}/agreement`, old)).status).toBe(409)
    const page = await person.get(contract.talent)
    expect(page.text).toContain('（第2版）')
    expect(page.text).toContain('月8時間を目安とする')
    // The code was not spent on the page that was too old.
    const fresh = await owner.get(`${contract.company}/agreement/code`)
    const again = {
      ...fieldsOf(fresh.html, `${contract.company}/agreement`),
      heard: old.heard!,
      code: old.code!,
      read: 'yes',
    }
    expect((await owner.post(`${contract.company}/agreement`, again)).status).toBe(303)
    expect((await agreeAs(house, person, contract.talent)).status).toBe(303)
    await house.drain()
    const versions = await asOwner(house.db, (tx) =>
      tx.select().from(contractVersions).where(eq(contractVersions.contractId, contract.contractId)),
    )
    expect(versions.map(({ n, supersededAt }) => [n, supersededAt === null]).sort()).toEqual([
      [1, false],
      [2, true],
    ])
    expect((await owner.get(contract.company)).text).toContain('契約中')
  })

  test('a draft is the company’s own', async () => {
    const contract = await acceptedApplication(house)
    await propose(owner, contract)
    await fillIn(owner, `${contract.company}/terms`, `${contract.company}/terms`, { place: 'まだ秘密の場所' })
    expect((await person.get(contract.talent)).text).not.toContain('まだ秘密の場所')
  })
})
