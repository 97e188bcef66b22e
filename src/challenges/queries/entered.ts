import type { Tx } from '../../lib/db.ts'
import { BEGUN } from '../../mandates/rules.ts'
import type { Entry } from '../../mandates/schema.ts'
import { truncate } from '../../text/truncate.ts'
import { nodesOf, worryOfCompany } from '../queries.ts'
import { readWorry } from '../rules/entered.ts'
import { worryInWords } from '../rules/photos.ts'
import { answersOf } from './answers.ts'

const SHOWN = 24

/** What was entered into each worry, as it stands now, in plain words. */
export async function enteredWorries(tx: Tx, companyId: string, entries: readonly Entry[]) {
  const found = []
  const own = entries.filter(({ subjectKind }) => subjectKind === 'worry')
  for (const [id, rows] of Map.groupBy(own, ({ subjectId }) => subjectId)) {
    const there = await worryOfCompany(tx, companyId, id)
    if (!there) continue
    const { worry } = there
    const fields = rows.map(({ field }) => field)
    const answers = await answersOf(tx, id)
    found.push({
      id,
      href: `/worries/${id}`,
      title: `困りごと「${truncate(worryInWords(worry).replace(/\s+/g, ' '), SHOWN)}」`,
      begun: fields.includes(BEGUN),
      sent: false,
      lines: readWorry({ worry, answers, nodes: await nodesOf(tx, id) }, fields),
    })
  }
  return found
}
