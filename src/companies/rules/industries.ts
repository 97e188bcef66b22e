import { z } from 'zod'
import { readReference } from '../../lib/reference.ts'

export type Industry = {
  readonly id: string
  readonly name: string
  readonly group: string
  readonly neighbours: readonly string[]
}
export type IndustryGroup = { readonly id: string; readonly name: string; readonly short: string }

const shape = z
  .array(
    z.object({
      id: z.string().regex(/^[a-z]+$/),
      name: z.string().trim().min(1),
      group: z.string(),
      neighbours: z.array(z.string()),
    }),
  )
  .min(1)

/** `reference/industries.yaml`, in its order. */
export const INDUSTRIES: readonly Industry[] = shape.parse(readReference('industries'))

/** Of neighbouring industries: what is said where naming the industry would name the firm. */
export const INDUSTRY_GROUPS: readonly IndustryGroup[] = z
  .array(
    z.object({
      id: z.string().regex(/^[a-z]+$/),
      name: z.string().trim().min(1),
      short: z.string().trim().min(1).max(7),
    }),
  )
  .min(1)
  .parse(readReference('industry-groups'))

const byId: ReadonlyMap<string, Industry> = new Map(INDUSTRIES.map((industry) => [industry.id, industry]))

/** 化学・肥料 for chemicals, of a group its name; the id itself when the data no longer knows it. */
export function industryName(id: string): string {
  return byId.get(id)?.name ?? INDUSTRY_GROUPS.find((group) => group.id === id)?.name ?? id
}

/** The group of an industry, of a group the group itself; null when the data no longer knows it. */
export function groupOfIndustry(id: string): string | null {
  return byId.get(id)?.group ?? INDUSTRY_GROUPS.find((group) => group.id === id)?.id ?? null
}

/** The industries that the data calls near to this one, whichever of the two names the other. */
export function nearIndustries(id: string): string[] {
  const own = byId.get(id)?.neighbours ?? []
  return INDUSTRIES.filter((other) => own.includes(other.id) || other.neighbours.includes(id)).map((other) => other.id)
}

/** Neighbours and groups that do not exist, and ids used twice; [] when all is well. */
export function findingsOfIndustries(): string[] {
  const unknown = INDUSTRIES.flatMap(({ id, neighbours }) =>
    neighbours.filter((other) => !byId.has(other)).map((other) => `${id} の近い業種 ${other} はありません`),
  )
  const ids = [...INDUSTRIES, ...INDUSTRY_GROUPS].map(({ id }) => id)
  const homeless = INDUSTRIES.filter(({ group }) => !INDUSTRY_GROUPS.some(({ id }) => id === group))
  return [
    ...(new Set(ids).size === ids.length ? [] : ['同じ id が2度あります']),
    ...homeless.map(({ id, group }) => `${id} のまとまり ${group} はありません`),
    ...unknown,
  ]
}
