import { municipalityName, prefectureName } from '../../lib/regions.ts'

/** What the place of a company is called: its town and its prefecture. */
export function placesOf({ prefecture, municipality }: { prefecture: number; municipality: string | null }): string[] {
  const town = municipality === null ? null : municipalityName(municipality)
  return [...(town === null ? [] : [town]), prefectureName(prefecture)]
}
