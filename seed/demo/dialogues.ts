import { addDays, startOfDay, today } from '../../src/lib/time.ts'
import { accountId, companyId, partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import type { By, Stage } from './rows.ts'
import type { DemoCompany } from './shapes.ts'

const BANK = partnerId('bank')
const ABE: By = { actor: accountId('abe'), organisation: BANK }
const HOUR = 3_600_000

/** What abe wrote down when the fertiliser firm was asked with the sheet of the local benchmark. */
const FERTILISER = {
  challenge:
    '県の助成金と、GX（脱炭素）の認証を取りたいが、書類の書き方が分からない。\n社長ひとりで調べていて、夜しか時間が取れない。',
  measures: '認証と助成金の申請書を、経験のある人に手伝ってもらう。\n申請のあとは、社内で更新できるように手順を残す。',
  now: '肥料の品質には自信があるが、値段でしか比べてもらえない。大口の農業法人から、環境の証明を求められはじめた。',
  goal: '三年後に、環境にやさしい肥料として、県の外の農業法人にも売る。',
  strength: '地元の有機資源を使った配合。三十年の試験のデータがある。',
  people: '現場は十二人。事務は二人で、パソコンは表計算まで。',
  successor: '長女が営業を手伝っている。引き継ぎの時期は決めていない。',
} as const

/** The bank hands over what it heard: one sheet waits for the fertiliser firm, another was not wanted. */
export function handDialogues({ now, rows, done }: Stage, companies: readonly DemoCompany[]): void {
  const at = (days: number, hour: number) => new Date(startOfDay(addDays(today(now), -days)).getTime() + hour * HOUR)
  const hand = (id: string, company: string, handedAt: Date, lines: number) =>
    done(handedAt, 'dialogue.handed', { kind: 'dialogue', id }, ABE, { company, lines })
  const waiting = { id: nameBasedId('dialogue:fertiliser'), companyId: companyId('fertiliser'), handedAt: at(2, 15.4) }
  rows.dialogues.push({ ...waiting, partnerId: BANK, handedBy: accountId('abe') })
  for (const [item, text] of Object.entries(FERTILISER)) rows.dialogueLines.push({ dialogueId: waiting.id, item, text })
  hand(waiting.id, waiting.companyId, waiting.handedAt, Object.keys(FERTILISER).length)

  const [firm] = companies.filter(({ prefecture }) => prefecture === 6)
  if (!firm) return
  const declined = { id: nameBasedId('dialogue:declined'), companyId: nameBasedId(firm.key), handedAt: at(40, 11.2) }
  const declinedAt = at(38, 8.5)
  rows.dialogues.push({ ...declined, partnerId: BANK, handedBy: accountId('abe'), declinedAt })
  hand(declined.id, declined.companyId, declined.handedAt, 6)
  done(
    declinedAt,
    'dialogue.declined',
    { kind: 'dialogue', id: declined.id },
    { actor: nameBasedId(`${firm.key}:owner`), organisation: declined.companyId },
  )
}
