import { answerUntilOf } from '../../src/ladder/rules/commending.ts'
import { untilOf, WHEN_COMMENDED } from '../../src/ladder/rules/sharing.ts'
import { firstOfMonth } from '../../src/law/dates.ts'
import { fiscalYearOf } from '../../src/law/fiscal-year.ts'
import { today } from '../../src/lib/time.ts'
import { accountId, partnerId, talentId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import { shareWithTownAs } from './ladder.ts'
import type { Stage } from './rows.ts'
import type { DemoTalent } from './shapes.ts'

const DAY = 86_400_000

/** The town's office asks whether it may make its alumni known to the bank up north: one said yes, two have not answered yet. */
export function commendToBank(stage: Stage, [first, second]: readonly DemoTalent[]): void {
  shareWithTownAs(stage, { accountId: accountId('suzuki'), talentId: talentId('suzuki'), key: 'suzuki' }, 'lived', 60)
  if (first)
    commend(
      stage,
      nameBasedId(`${first.key}:account`),
      24,
      '祭りの提灯づくりを、二年つづけて手伝ってくださいました。',
      21,
    )
  if (second)
    commend(
      stage,
      nameBasedId(`${second.key}:account`),
      9,
      '売り場づくりのお話が、ほかの町でもきっと役に立つと思いました。',
    )
  commend(stage, accountId('suzuki'), 3, '省エネのお話を、雪国の会社にもぜひ聞かせてほしいと思いました。')
}

function commend(stage: Stage, account: string, daysAgo: number, words: string, answeredDaysAgo?: number): void {
  const [from, to] = [partnerId('town'), partnerId('bank')]
  const ago = (days: number) => new Date(stage.now.getTime() - days * DAY)
  const [askedAt, answeredAt] = [ago(daysAgo), answeredDaysAgo === undefined ? null : ago(answeredDaysAgo)]
  const id = nameBasedId(`commendation:${account}`)
  const subject = { kind: 'commendation', id }
  stage.done(askedAt, 'commendation.asked', subject, { actor: accountId('koga'), organisation: from })
  const day = today(askedAt)
  stage.rows.commendations.push({
    ...{ id, accountId: account, fromPartnerId: from, toPartnerId: to, words },
    ...{ month: firstOfMonth(day), year: fiscalYearOf(day), askedBy: accountId('koga'), askedAt },
    ...{ answerUntil: answerUntilOf(askedAt), answeredAt, version: answeredAt ? 2 : 1 },
  })
  if (!answeredAt) return
  stage.done(answeredAt, 'commendation.named', subject, { actor: account, organisation: null })
  stage.rows.consents.push({
    ...{ id: nameBasedId(`${id}:consent`), accountId: account, recipientId: to, purpose: 'region', subjectId: id },
    ...{ fields: [...WHEN_COMMENDED.named], givenAt: answeredAt, until: untilOf(answeredAt, '3'), revokedAt: null },
  })
}
