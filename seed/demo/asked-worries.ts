import { addDays, startOfDay, today } from '../../src/lib/time.ts'
import { accountId, type CastName, companyId, type FirmName, partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import type { By, Stage } from './rows.ts'

type Asked = {
  readonly owner: CastName
  readonly firm: FirmName
  readonly partner: 'town' | 'bank'
  readonly daysAgo: number
  readonly lines: readonly string[]
}

const ASKED: readonly Asked[] = [
  {
    ...{ owner: 'nakamura', firm: 'craft', partner: 'town', daysAgo: 3 },
    lines: [
      '祭りの注文が終わる秋から先は、仕事が半分に減ります',
      '張り替えの相談は来るのに、値段を聞かれて答えられません',
    ],
  },
  {
    ...{ owner: 'sato', firm: 'fertiliser', partner: 'bank', daysAgo: 2 },
    lines: [
      '肥料の材料がまた上がって、どの品で赤字になっているのか分かりません',
      '値上げをお願いする紙が書けていません',
    ],
  },
]

/** Owners who asked the town's office and the bank to look at a worry together with them. */
export function askPartners({ now, rows, done }: Stage): void {
  for (const { owner, firm, partner, daysAgo, lines } of ASKED) {
    const at = (hour: number) => new Date(startOfDay(addDays(today(now), -daysAgo)).getTime() + hour * 3_600_000)
    const [told, helpAskedAt] = [at(19.2), at(19.4)]
    const worry = { kind: 'worry', id: nameBasedId(`asked-worry:${owner}`) }
    const by: By = { actor: accountId(owner), organisation: companyId(firm) }
    const moments = { createdAt: told, updatedAt: told, structuredAt: told, claimedAt: told, helpAskedAt }
    rows.worries.push({
      ...{ id: worry.id, text: `${lines.join('。')}。`, companyId: companyId(firm), accountId: accountId(owner) },
      ...{ browserHash: `asked ${worry.id}`, helpFrom: partnerId(partner), ...moments },
    })
    for (const [position, text] of lines.entries()) {
      rows.challengeNodes.push({
        ...{ id: nameBasedId(`asked-worry:${owner}:${position}`), worryId: worry.id, parentId: null, position },
        ...{ kind: 'symptom', text, source: 'owner', phrase: text, createdAt: told },
      })
    }
    done(told, 'worry.told', worry, by, { nodes: lines.length })
    done(helpAskedAt, 'worry.help-asked', worry, by, { from: partnerId(partner) })
  }
}
