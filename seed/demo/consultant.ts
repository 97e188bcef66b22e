import { addDays, answerDeadline, startOfDay, today } from '../../src/lib/time.ts'
import { accountId, talentId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import type { OpenProject } from './events.ts'
import { consent } from './loop/applications.ts'
import { DISCLOSED_FIELDS } from './pool.ts'
import type { Stage } from './rows.ts'

const HOUR = 3_600_000
const ACCOUNT = accountId('suzuki')
const own = (name: string) => nameBasedId(`consultant:${name}`)
/** Work as 鈴木 knows it. */
const KNOWN = /脱炭素|排出量|GX|省エネ/

/** 鈴木 has looked around: applied once, marked two projects, keeps a search, and two letters have come. */
export function lookAround(stage: Stage, open: readonly OpenProject[]): void {
  const { rows, done } = stage
  const by = { actor: ACCOUNT, organisation: null }
  const before = (days: number, hour: number) =>
    new Date(startOfDay(addDays(today(stage.now), -days)).getTime() + hour * HOUR)
  const seen = open.filter(({ publishedAt }) => publishedAt < before(2, 0))
  const wanted = [...seen].sort((a, b) => Number(KNOWN.test(b.title)) - Number(KNOWN.test(a.title)))
  for (const [nth, { id: projectId, companyId }] of wanted.slice(0, 2).entries()) {
    const [id, markedAt] = [own(`interest:${nth}`), before(1, 20.4 + nth / 10)]
    rows.interests.push({ id, accountId: ACCOUNT, projectId, companyId, markedAt })
    done(markedAt, 'interest.marked', { kind: 'interest', id }, by)
  }
  apply(
    stage,
    wanted.find((one, nth) => nth > 1 && one.publishedAt < before(6, 0)),
    before(4, 21.2),
    before(2, 9.7),
  )
  const watch = own('watch')
  rows.watches.push({
    ...{ id: watch, accountId: ACCOUNT, address: '/projects?words=脱炭素', cadence: 'weekly' as const },
    ...{ createdAt: before(6, 21.5), lookedOn: today(stage.now) },
  })
  done(before(6, 21.5), 'watch.saved', { kind: 'watch', id: watch }, by)
  const letters = [
    {
      ...{ name: 'visible', at: before(8, 20.1), href: '/me', label: '自分のページを開く', readAt: before(8, 21) },
      lines: [
        'あなたのプロフィールが、会社から見えるようになりました。',
        '名前も勤め先も見えません。あなたが見せないと決めた会社には、何も見えません。',
      ],
    },
    {
      ...{ name: 'fitting', at: before(1, 8), href: '/me/proposals', label: '合いそうな案件を見る', readAt: null },
      lines: ['あなたに合いそうな案件が見つかりました。', '見ても、会社には伝わりません。'],
    },
  ]
  for (const { name, at, ...letter } of letters) {
    rows.notices.push({
      ...{ id: own(`notice:${name}`), key: `consultant:${name}`, accountId: ACCOUNT, kind: 'other' as const },
      ...{ subject: 'めぐりからのお知らせ', createdAt: at, mailedAt: at, ...letter },
    })
  }
}

/** One that the company has read and not answered yet. */
function apply(stage: Stage, project: OpenProject | undefined, sentAt: Date, readAt: Date): void {
  if (!project) return
  const { id: projectId, companyId, createdBy, answerDays } = project
  const [id, talent] = [own('application'), talentId('suzuki')]
  const row = {
    ...{ id, projectId, companyId, talentId: talent, accountId: ACCOUNT, sentAt, readAt },
    answer1:
      '脱炭素の計画づくりを、製造業を中心に二十社ほどお手伝いしました。排出量の計算から、取引先に出す説明の文書までです。',
    answer2: 'はじめの月は現場を見せていただき、手もとの記録で足りるものと足りないものを分けます。',
    ...{ createdAt: new Date(sentAt.getTime() - HOUR), answerBy: answerDeadline(sentAt, answerDays), version: 3 },
  }
  stage.rows.applications.push(row)
  const subject = { kind: 'application', id }
  stage.done(sentAt, 'application.sent', subject, { actor: ACCOUNT, organisation: null })
  stage.done(readAt, 'application.read', subject, { actor: createdBy, organisation: companyId })
  consent(stage, row, 'application', DISCLOSED_FIELDS, sentAt, null)
}
