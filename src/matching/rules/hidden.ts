type Pair = { readonly talentId: string; readonly companyId: string }

/** Who must not be shown to whom, looked up from both sides. */
export type Hidden = {
  readonly byCompany: Map<string, Set<string>>
  readonly byTalent: Map<string, Set<string>>
}

export function noneHidden(): Hidden {
  return { byCompany: new Map(), byTalent: new Map() }
}

export function hide(hidden: Hidden, { talentId, companyId }: Pair): void {
  add(hidden.byCompany, companyId, talentId)
  add(hidden.byTalent, talentId, companyId)
}

/** Forgets all pairs of some people or companies, before they are read anew. */
export function showAgain(hidden: Hidden, of: { talents?: readonly string[]; companies?: readonly string[] }): void {
  for (const talent of of.talents ?? []) {
    for (const company of hidden.byTalent.get(talent) ?? []) hidden.byCompany.get(company)?.delete(talent)
    hidden.byTalent.delete(talent)
  }
  for (const company of of.companies ?? []) {
    for (const talent of hidden.byCompany.get(company) ?? []) hidden.byTalent.get(talent)?.delete(company)
    hidden.byCompany.delete(company)
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}
