/** One company on the way of somebody's knowledge, as everybody may read it. */
export type Stop = {
  id: string
  talentName: string
  companyName: string
  prefecture: number
  industry: string
  title: string
  learned: string
}
