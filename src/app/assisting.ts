import type { Tx } from '../lib/db.ts'
import type { Call, Signed } from '../lib/web/call.ts'
import { goingOn, type Session, workingFor } from '../mandates/queries.ts'
import { assistantName, minutesLeft, SCOPE_WORDS } from '../mandates/rules.ts'
import type { Assisting } from '../ui/frame.tsx'

type Work = { readonly mine: Session | undefined; readonly working: readonly Session[] }

/** The session of this sign-in, and all that go on for the company of the page. With the program's own eyes. */
export async function workSeen(tx: Tx, call: Call, account: Signed): Promise<Work> {
  const mine = await goingOn(tx, account, call.now)
  const company = mine?.companyId ?? call.who.organisation
  return { mine, working: company ? await workingFor(tx, company, call.now) : [] }
}

/**
 * What stands above every page while somebody works for a company: to whoever works, wherever they look, and to the company's
 * own people on its pages.
 */
export function assistingOf(call: Call, { mine, working }: Work): Assisting | undefined {
  const { assisted } = call.who
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
