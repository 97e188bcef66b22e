/** One trade: how a firm of it would speak of itself. */
export type Trade = {
  /** A key of reference/industries.yaml. */
  industry: string
  /** 「味噌蔵」 */
  trade: string
  /** What it does, to be followed by 「…年になる」: 「味噌を造って」. */
  doing: string
  products: readonly string[]
  /** Who works there. */
  staff: string
  buyers: string
  /** Ends of a firm's name: 「醸造」. */
  names: readonly string[]
}

/** Where somebody works who offers side work: an industry seen from the city. */
export type Workplace = {
  industry: string
  /** 「食品メーカー」 */
  kind: string
  names: readonly string[]
}

/** Somebody who looks right for one of the two cases and is not. */
export type NearMiss = {
  /** What is missing, for whoever reads the data. */
  lacks: string
  headline: string
  about: string
  /** Job code, level, years, evidence. */
  codes: readonly (readonly [string, number, number, string])[]
  industries: readonly string[]
  hours: number
  fee: number
  /** Kind, prefecture, years ago. */
  ties?: readonly (readonly [string, number, number | null])[]
}
