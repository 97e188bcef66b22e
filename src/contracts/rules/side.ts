/** The two sides of a contract. */
export type Side = 'company' | 'talent'

/** Who looks or acts: a company, or a person for himself. What is asked for is asked for in this name. */
export type Party =
  | { readonly side: 'company'; readonly companyId: string }
  | { readonly side: 'talent'; readonly accountId: string }

export function otherSide(side: Side): Side {
  return side === 'company' ? 'talent' : 'company'
}

/** Where this side's pages about a contract are. */
export function contractPath(party: Party, contractId: string): string {
  return party.side === 'company'
    ? `/companies/${party.companyId}/contracts/${contractId}`
    : `/me/contracts/${contractId}`
}
