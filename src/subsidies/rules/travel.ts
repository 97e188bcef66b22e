import { type Subsidy, subsidies } from './subsidies.ts'

type Place = { readonly prefecture: number; readonly municipality: string | null }

/** Subsidies that pay for ways or nights of companies of this place; whether one of them fits is asked elsewhere. */
export function travelSubsidiesAt({ prefecture, municipality }: Place): Subsidy[] {
  return subsidies().filter(({ area, costs }) => {
    const here =
      'prefecture' in area
        ? area.prefecture === prefecture
        : municipality !== null && area.municipalities.includes(municipality)
    return here && costs.some(({ of }) => of.includes('travel') || of.includes('lodging'))
  })
}
