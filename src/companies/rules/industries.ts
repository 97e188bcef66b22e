import { z } from 'zod'
import { readReference } from '../../lib/reference.ts'

export type Industry = { readonly id: string; readonly name: string; readonly neighbours: readonly string[] }

const shape = z
  .array(
    z.object({
      id: z.string().regex(/^[a-z]+$/),
      name: z.string().trim().min(1),
      neighbours: z.array(z.string()),
    }),
  )
  .min(1)

/** `reference/industries.yaml`, in its order. */
export const INDUSTRIES: readonly Industry[] = shape.parse(readReference('industries'))

const byId: ReadonlyMap<string, Industry> = new Map(INDUSTRIES.map((industry) => [industry.id, industry]))

/** 化学・肥料 for chemicals; the id itself when the data no longer knows it. */
export function industryName(id: string): string {
  return byId.get(id)?.name ?? id
}

/** The industries that the data calls near to this one, whichever of the two names the other. */
export function nearIndustries(id: string): string[] {
  const own = byId.get(id)?.neighbours ?? []
  return INDUSTRIES.filter((other) => own.includes(other.id) || other.neighbours.includes(id)).map((other) => other.id)
}

/** Neighbours that do not exist, and ids used twice; [] when all is well. */
export function findingsOfIndustries(): string[] {
  const unknown = INDUSTRIES.flatMap(({ id, neighbours }) =>
    neighbours.filter((other) => !byId.has(other)).map((other) => `${id} の近い業種 ${other} はありません`),
  )
  return byId.size === INDUSTRIES.length ? unknown : ['同じ id が2度あります', ...unknown]
}
