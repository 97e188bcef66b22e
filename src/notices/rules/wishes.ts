import { z } from 'zod'
import { checkbox, choice } from '../../lib/input.ts'
import type { Kind } from './kinds.ts'
import { CHOSEN, type Way, type Wishes, wayOf, waysOf } from './ways.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour))
/** Nobody wants the mail of the day in the middle of the night. */
export const DIGEST_HOURS: readonly string[] = HOURS.slice(6, 22)
export const QUIET_HOURS: readonly string[] = HOURS

const wayFields = Object.fromEntries(CHOSEN.map((kind) => [kind, choice({ label: 'メール', options: waysOf(kind) })]))

export const wishesForm = z.object({
  ...wayFields,
  digestHour: choice({ label: 'まとめて届く時刻', options: DIGEST_HOURS }),
  quietFrom: choice({ label: '静かな時間の始まり', options: QUIET_HOURS }),
  quietUntil: choice({ label: '静かな時間の終わり', options: QUIET_HOURS }),
  holidays: checkbox({ label: '年末年始とお盆は休む' }),
  discreet: checkbox({ label: '中身を書かない' }),
})

type Answers = z.output<typeof wishesForm>

export function wishesFrom(answers: Answers): Wishes {
  const ways = Object.fromEntries(CHOSEN.map((kind) => [kind, (answers as Record<string, unknown>)[kind] as Way]))
  const { digestHour, quietFrom, quietUntil, holidays, discreet } = answers
  const hours = { digestHour: Number(digestHour), quietFrom: Number(quietFrom), quietUntil: Number(quietUntil) }
  return { ways, ...hours, holidays, discreet }
}

/** What the form shows at first. */
export function valuesOf(wishes: Wishes): Record<string, string> {
  const { digestHour, quietFrom, quietUntil, holidays, discreet } = wishes
  return {
    ...Object.fromEntries(CHOSEN.map((kind: Kind) => [kind, wayOf(kind, wishes)])),
    ...{ digestHour: String(digestHour), quietFrom: String(quietFrom), quietUntil: String(quietUntil) },
    ...{ holidays: holidays ? 'yes' : '', discreet: discreet ? 'yes' : '' },
  }
}
