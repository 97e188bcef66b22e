import { PREFECTURES, REGIONS } from '../../lib/regions.ts'

/** 47 prefectures under the names of their regions. */
export const PREFECTURE_OPTIONS = REGIONS.map(({ id, name }) => ({
  group: name,
  options: PREFECTURES.filter(({ region }) => region === id).map((one) => ({ value: String(one.id), label: one.name })),
}))
