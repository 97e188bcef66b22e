import { addDays, startOfDay, today } from '../../src/lib/time.ts'
import { accountId, companyId, partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import { LEFT_ON_THE_SHELF, SOLD_FAR } from './asked-lines.ts'
import type { By, Stage } from './rows.ts'
import type { TypedLine } from './typed-worry.ts'

const HOUR = 3_600_000

type Asked = {
  readonly key: string
  readonly text: string
  readonly lines: readonly TypedLine[]
  readonly owner: { readonly actor: string; readonly organisation: string }
  readonly from: string
  readonly daysAgo: number
}

/** The owners want somebody to look at a worry together: sato the bank, nakamura the town's office, where koga added a line. */
export function askPartners(stage: Stage): void {
  ask(stage, {
    ...{ key: 'asked:bank', from: partnerId('bank'), daysAgo: 2, lines: SOLD_FAR },
    owner: { actor: accountId('sato'), organisation: companyId('fertiliser') },
    text: `${SOLD_FAR[3]!.text}。${SOLD_FAR[0]!.text}。`,
  })
  const shelf = ask(stage, {
    ...{ key: 'asked:town', from: partnerId('town'), daysAgo: 3, lines: LEFT_ON_THE_SHELF },
    owner: { actor: accountId('nakamura'), organisation: companyId('craft') },
    text: `${LEFT_ON_THE_SHELF[0]!.text}。${LEFT_ON_THE_SHELF[3]!.text}。`,
  })
  const koga: By = { actor: accountId('koga'), organisation: partnerId('town') }
  const line = { kind: 'challenge-node', id: nameBasedId('asked:town:koga') }
  const [text, at] = ['秋の物産展に出すまでに、箱と値札を一組だけ作ってみる', new Date(shelf.at.getTime() + 22 * HOUR)]
  stage.rows.challengeNodes.push({
    ...{ id: line.id, worryId: shelf.id, parentId: nameBasedId('asked:town:work'), kind: 'scope', text, phrase: text },
    ...{ source: 'person', position: LEFT_ON_THE_SHELF.length, createdAt: at, confirmedAt: at },
    ...{ writtenBy: koga.actor, writtenAs: 'partner' },
  })
  stage.done(at, 'node.added', line, koga, { worry: shelf.id })
}

function ask({ now, rows, done }: Stage, { key, text, lines, owner, from, daysAgo }: Asked): { id: string; at: Date } {
  const told = new Date(startOfDay(addDays(today(now), -daysAgo)).getTime() + 10 * HOUR)
  const [brought, at] = [0.1, 0.2].map((hours) => new Date(told.getTime() + hours * HOUR)) as [Date, Date]
  const worry = { kind: 'worry', id: nameBasedId(key) }
  rows.worries.push({
    ...{ id: worry.id, text, browserHash: key, accountId: owner.actor, companyId: owner.organisation },
    ...{ createdAt: told, updatedAt: told, structuredAt: told, claimedAt: told, helpAskedAt: at, helpFrom: from },
  })
  for (const [position, { key: name, under, isSaidRight: _, ...line }] of lines.entries()) {
    rows.challengeNodes.push({
      ...{ id: nameBasedId(`${key}:${name}`), worryId: worry.id, ...line, position, createdAt: told },
      parentId: under ? nameBasedId(`${key}:${under}`) : null,
    })
  }
  const alone: By = { actor: owner.actor, organisation: null }
  done(told, 'worry.told', worry, alone, { nodes: lines.length })
  done(brought, 'worry.brought', worry, owner, { company: owner.organisation })
  done(at, 'worry.help-asked', worry, alone, { from })
  return { id: worry.id, at }
}
