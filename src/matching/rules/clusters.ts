import { z } from 'zod'
import { readReference } from '../../lib/reference.ts'
import { prefectureName } from '../../lib/regions.ts'

/** Neighbouring prefectures whose projects are shown by the same setting while two are compared. */
export type Cluster = { readonly name: string; readonly prefectures: readonly number[] }

const shape = z
  .array(z.object({ name: z.string().trim().min(1), prefectures: z.array(z.int().min(1).max(47)).min(1) }))
  .min(4)
  .max(16)

/** `reference/clusters.yaml`, in its order. */
export const CLUSTERS: readonly Cluster[] = shape.parse(readReference('clusters'))

/** The place of a prefecture's cluster among these; −1 for no prefecture. */
export function clusterOf(clusters: readonly Cluster[], prefecture: number | null): number {
  return prefecture === null ? -1 : clusters.findIndex(({ prefectures }) => prefectures.includes(prefecture))
}

/** 「青森県・岩手県・秋田県」 */
export function prefecturesInWords({ prefectures }: Cluster): string {
  return prefectures.map(prefectureName).join('・')
}
