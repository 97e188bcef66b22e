import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CastName, companyId, type FirmName } from '../../seed/cast.ts'
import { verifySeal } from '../../src/lib/pdf/verify.ts'
import type { Stage, Walker } from './stage.ts'

/** One turn of the circle: whose worry it is, in whose words, and who is the right person for it. */
export type Turn = {
  readonly owner: CastName
  readonly firm: FirmName
  readonly talent: CastName
  readonly worry: string
  /** The job code that the tree must name first. */
  readonly work: string
  readonly headline: string
  /** The talent signs with a passkey instead of a number read out on the telephone. */
  readonly passkey?: true
}

export type People = { readonly owner: Walker; readonly talent: Walker; readonly desk: Walker }

/** 悩み → 案件 → 公開 → 提案 → 応募 → 選考 → 契約 → 稼働 → ふりかえり → 事例, each step by its own person on a phone. */
export async function walkTheLoop(stage: Stage, turn: Turn, people: People): Promise<void> {
  const { owner, talent, desk } = people
  const project = await fromWorryToProject(stage, turn, owner)
  await desk.become('mori')
  await desk.open(`/desk/projects/${project}`)
  await desk.press('公開する')
  await desk.sees('公開しています')

  const company = `/companies/${companyId(turn.firm)}`
  await owner.open(`${company}/projects/${project}/proposals`)
  await owner.waitFor(turn.headline)
  await firstCardIs(owner, turn.headline)

  await apply(talent, turn.talent, project)
  await choose(owner, talent, `${company}/projects/${project}/applications`)
  const contract = await agree(stage, turn, people)
  await work(stage, contract, turn, people)
  await review(contract, turn, people)
}

/** Starts as nobody, from one sentence; the tree is left as it is. Returns the project's id. */
async function fromWorryToProject(stage: Stage, turn: Turn, owner: Walker): Promise<string> {
  await owner.open('/worries/new')
  await owner.fill('お困りのこと', turn.worry)
  await owner.press('課題を整理する')
  await owner.sees('こう受けとめました', turn.work)
  await owner.press('このまま案件を作る')
  await owner.signInByMail(stage.mailOf(turn.owner))
  await owner.press('案件を作る')
  await owner.press('つぎへ') // 困っていること
  await owner.press('つぎへ') // 頼みたいこと
  await owner.press('つぎへ') // 三か月後
  await owner.choose('月10時間')
  await owner.press('つぎへ')
  await owner.choose('月50,000円')
  await owner.press('つぎへ')
  await owner.choose('どちらでも')
  await owner.choose('お礼とは別に払う')
  await owner.press('つぎへ')
  await owner.press('つぎへ') // 期間
  await owner.press('つぎへ') // 連絡先
  await owner.press('事務局に送る')
  const id = /projects\/([0-9a-f-]{36})/.exec(owner.path)?.[1]
  if (!id) throw new Error(`No project at ${owner.path}`)
  await owner.sees('事務局')
  return id
}

async function firstCardIs(owner: Walker, headline: string): Promise<void> {
  const first = await owner.page.locator('main article h2, main article h3').first().innerText()
  if (!first.replace(/\s/g, '').includes(headline.replace(/\s/g, ''))) {
    throw new Error(`The first proposal is ${first}, not ${headline}`)
  }
}

async function apply(talent: Walker, name: CastName, project: string): Promise<void> {
  await talent.become(name)
  await talent.open(`/projects/${project}`)
  await talent.press('応募する')
  const boxes = talent.page.locator('main textarea')
  await boxes
    .nth(0)
    .fill('同じ仕事を長く受け持ってきました。まず現場を見せていただき、いまの記録を一緒に確かめたいです。')
  await boxes.nth(1).fill('月に十時間ほど使えます。はじめの一か月は、週に一度お話しできればと思います。')
  await talent.press('送る前に確かめる')
  await talent.press('この内容で応募する')
  await talent.sees('応募')
}

/** Shortlist, two times, the choice of one, the offer, the yes. */
async function choose(owner: Walker, talent: Walker, list: string): Promise<void> {
  await owner.open(list)
  await owner.page.locator('main article a').first().click()
  await owner.press('候補に残す')
  await owner.press('面談する')
  await owner.page.locator('select[name=time1]').selectOption({ index: 1 })
  await owner.page.locator('select[name=time2]').selectOption({ index: 2 })
  await owner.fill('場所', '工房で会います')
  await owner.press('この2つを伝える')
  await talent.open('/me/applications')
  await talent.page.locator('main article a').first().click()
  await talent.page.locator('main input[type=radio]').first().check()
  await talent.press('この日時にする')
  await owner.open(list)
  await owner.page.locator('main article a').first().click()
  await owner.press('お願いする')
  await owner.press('お願いする')
  await talent.open('/me/applications')
  await talent.page.locator('main article a').first().click()
  await talent.press('引き受ける')
  await talent.press('引き受ける')
}

/** The company writes the terms, both show who they are and agree to one version, the PDF is sealed. */
async function agree(stage: Stage, turn: Turn, { owner, talent, desk }: People): Promise<string> {
  await talent.waitFor('条件のページへ')
  await talent.press('条件のページへ')
  const id = /contracts\/([0-9a-f-]{36})/.exec(talent.path)![1]!
  const ofCompany = `/companies/${companyId(turn.firm)}/contracts/${id}`
  await owner.open(`${ofCompany}/terms`)
  await owner.choose('作った人に残す')
  await owner.press('確かめる')
  await owner.press('この条件を相手に送る')
  await sign(stage, talent, `/me/contracts/${id}`, turn.talent, turn.passkey ? 'passkey' : desk)
  await sign(stage, owner, ofCompany, turn.owner, desk)
  await owner.waitFor('契約書（PDF）を受け取る')
  const [ofOwner, ofTalent] = await Promise.all([
    owner.download(`${ofCompany}/document.pdf`),
    talent.download(`/me/contracts/${id}/document.pdf`),
  ])
  if (!ofOwner.equals(ofTalent)) throw new Error('The two sides got different documents')
  checkSeal(ofOwner)
  return id
}

/** The seal holds by our own eyes and by those of a stranger (pdfsig), and a changed byte is found by both. */
function checkSeal(pdf: Buffer): void {
  const changed = Buffer.from(pdf)
  changed[Math.floor(changed.length / 3)]! ^= 1
  const stranger = (bytes: Buffer) => /Signature is Valid\./.test(pdfsig(bytes))
  if (!verifySeal(pdf).valid || !stranger(pdf)) throw new Error(`The seal does not hold:\n${pdfsig(pdf)}`)
  if (verifySeal(changed).valid || stranger(changed)) throw new Error('A changed byte was not found')
}

function pdfsig(bytes: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'meguri-seal-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes)
    // An end code other than 0 says that something is wrong with the seal: that is an answer too.
    return spawnSync('pdfsig', ['-nocert', join(folder, 'a.pdf')], { encoding: 'utf8' }).stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** By a passkey on the own device, or by the number that the desk reads out and a code from a mail. */
async function sign(stage: Stage, walker: Walker, contract: string, name: CastName, desk: Walker | 'passkey') {
  await walker.open(contract)
  await walker.press('同意に進む')
  if (desk === 'passkey') {
    await walker.withPasskeys()
    await walker.press('電話を待たずに、パスキーで確かめる')
    await walker.press('この端末で作る')
  } else {
    await walker.press('事務局に電話をたのむ')
    const heard = await readOut(desk)
    const before = stage.house.mails.length
    await walker.press('番号を聞いたので、先へ進む')
    await walker.fill('電話で聞いた番号', heard)
    await walker.fill('メールの番号', await walker.waitForCode(stage.mailOf(name), before))
  }
  await walker.choose('内容を確かめました')
  await walker.press('この条件に同意する')
}

/** The desk rings the registered number and reads four digits out. */
async function readOut(desk: Walker): Promise<string> {
  await desk.open('/desk')
  await desk.page.locator('main article a[href^="/desk/signing-calls/"]').first().click()
  await desk.press('つながったので、番号を出す')
  return desk.page.locator('.sheet-code').innerText()
}

/** A month of work, reported in a minute and confirmed; then the end, when the time is over. */
async function work(stage: Stage, id: string, turn: Turn, { owner, talent }: People): Promise<void> {
  const ofCompany = `/companies/${companyId(turn.firm)}/contracts/${id}`
  stage.house.setTime(new Date('2026-12-28T01:00:00Z'))
  await talent.open(`/me/contracts/${id}/months/new`)
  await talent.page.locator('main input[name=month]').first().check()
  await talent.fill('かかった時間', '９')
  await talent.fill('したこと', '現場を見て、手の時間を測る表を作りました。')
  await talent.press('会社に送る')
  await owner.open(`${ofCompany}/months`)
  await owner.press('確かめました')
  stage.house.setTime(new Date('2027-06-20T01:00:00Z'))
  await owner.become(turn.owner)
  await owner.open(`${ofCompany}/finish`)
  await owner.press('終わりにする')
}

/** What came of it, from both sides; with the consent of both it becomes a case. */
async function review(id: string, turn: Turn, { owner, talent, desk }: People): Promise<void> {
  const ofCompany = `/companies/${companyId(turn.firm)}/contracts/${id}`
  await talent.become(turn.talent)
  for (const [walker, contract] of [
    [owner, ofCompany],
    [talent, `/me/contracts/${id}`],
  ] as const) {
    await walker.open(`${contract}/review`)
    await walker.choose('目標に届いた')
    await walker.fill('何が変わりましたか', '品ごとの値段の決め方が分かり、二つの品の値段を直しました。')
    await walker.page.locator('textarea[name=gained]').fill('測り方の表が手もとに残り、若い職人も使っています。')
    await walker.fill('相手へのひとこと', 'ていねいに聞いてもらえました。ありがとうございました。')
    await walker.press('ふりかえりを送る')
  }
  await owner.open(`${ofCompany}/case`)
  await owner.waitFor('この見せ方にする')
  await owner.choose('名前を出して見せる')
  await owner.press('この見せ方にする')
  await talent.open(`/me/contracts/${id}/case`)
  await talent.choose('名前を出して見せる')
  await talent.press('この見せ方にする')
  await desk.become('mori')
  await desk.open('/desk/cases')
  await desk.page.locator('main article a').first().click()
  await desk.press('公開する')
  await desk.open('/cases')
  await desk.page.locator('main article a').first().click()
  await desk.sees('困りごと', '結果', turn.work)
}
