import { savePerson } from '../../accounts/actions/people.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { PersonAnswers } from '../rules/person.ts'

/** Writes down who the person behind a profile is. What was left empty is not known. */
export async function changePerson(act: Act, accountId: string, answers: PersonAnswers): Promise<void> {
  await savePerson(act, accountId, {
    ...answers,
    familyKana: answers.familyKana || null,
    givenKana: answers.givenKana || null,
    phone: answers.phone || null,
    address: answers.address || null,
  })
  await record(act, 'person.changed', { kind: 'account', id: accountId })
}
