import { PREFECTURES, REGIONS } from '../../lib/regions.ts'
import type { SelectGroup, SelectOption } from '../../ui/fields/select-field.tsx'
import { INDUSTRIES } from '../rules/industries.ts'

/** The prefectures under their regions. */
export const PREFECTURE_CHOICES: readonly SelectGroup[] = REGIONS.map(({ id, name }) => ({
  group: name,
  options: PREFECTURES.filter(({ region }) => region === id).map((one) => ({ value: String(one.id), label: one.name })),
}))

export const INDUSTRY_CHOICES: readonly SelectOption[] = INDUSTRIES.map(({ id, name }) => ({ value: id, label: name }))
