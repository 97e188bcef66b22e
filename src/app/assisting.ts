import { readAs } from '../lib/db.ts'
import type { Call } from '../lib/web/call.ts'
import { goingOn, type Session, workingFor } from '../mandates/queries.ts'
import { assistantName, minutesLeft, SCOPE_WORDS } from '../mandates/rules.ts'
import type { Assisting } from '../ui/frame.tsx'

/**
 * What stands above every page while somebody works for a company: to whoever works, wherever they look, and to the company's
 * own people on its pages.
 */
export async function assistingFor(call: Call): Promise<Assisting | undefined> {
  const { account, organisation, assisted } = call.who
  if (!account) return undefined
  const system = { id: account.id, power: 'system' } as const
  const { mine, working } = await readAs(call.deps.db, system, null, async (tx) => {
    const mine = await goingOn(tx, account, call.now)
    const company = mine?.companyId ?? organisation
    return { mine, working: company ? await workingFor(tx, company, call.now) : [] }
  })
  const first = mine ?? (assisted ? undefined : working[0])
  const others = working.filter(({ id }) => id !== first?.id)
  return first && (mine ? asAssistant : asCompany)(first, others, call.now)
}

function asAssistant(session: Session, others: readonly Session[], now: Date): Assisting {
  const home = `/companies/${session.companyId}/assistance`
  return {
    title: `${session.company}の代行入力をしています`,
    lines: [
      `${nameOf(session)}。${SCOPE_WORDS[session.scope]}。あと${minutesLeft(session, now)}分。`,
      ...others.map((other) => `${nameOf(other)}も、いま入力しています。`),
    ],
    home: { href: home, label: 'この会社の作業' },
    end: { href: `${home}/${session.id}/ending`, label: '終わる' },
  }
}

function asCompany(session: Session, others: readonly Session[], now: Date): Assisting {
  const home = `/companies/${session.companyId}/assistance`
  return {
    title: `${nameOf(session)}が、いま代わりに入力しています`,
    lines: [
      `${SCOPE_WORDS[session.scope]}。あと${minutesLeft(session, now)}分。`,
      ...others.map((other) => `${nameOf(other)}も、いま入力しています。`),
    ],
    home: { href: home, label: '手伝ってもらう人を見る' },
  }
}

function nameOf({ familyName, accountName, partner }: Session): string {
  return assistantName({ familyName, accountName, partner })
}
