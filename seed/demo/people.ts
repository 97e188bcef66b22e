import type { Random } from '../random.ts'
import { FAMILIES, GIVEN_NAMES } from '../texts/names.ts'

export type Named = { familyName: string; givenName: string; familyKana: string; givenKana: string; phone: string }

/** Somebody's name and a telephone number that nobody has. */
export function namedPerson(random: Random): Named {
  const [familyName, familyKana] = random.pick(FAMILIES)
  const [givenName, givenKana] = random.pick(GIVEN_NAMES)
  return { familyName, givenName, familyKana, givenKana, phone: '090-0000-0000' }
}
