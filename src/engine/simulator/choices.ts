import type { Outcome, Stage } from '../learning/outcomes.ts'
import { createMersenne, type Mersenne } from '../market/mersenne.ts'
import type { PairBins } from '../points.ts'

/** One list that is shown: whose, and which projects with their bins, best place first. */
export type ShownList = {
  readonly person: number
  readonly shown: readonly { readonly project: number; readonly bins: PairBins }[]
}

/** How far tastes that stand in no profile go: those of a person for all, and of all for a project. */
const EAGER = 0.6
const APPEAL = 0.5
const MOOD = 0.5

/**
 * What comes of lists by a way to choose that is not the pair model's, to see what learning makes of a world that it cannot quite
 * tell: what fits worst decides (a minimum, not a sum); a tie counts only where somebody has to go; persons differ in how eager
 * they are and projects in how they appeal, which stands nowhere; and chances have thick tails (arctangent, not logistic). Companies
 * shortlist by a bar of their own, offer by another look, and people take the offer by their hours and fee. Nothing in it was
 * measured. `attention` is by place; what is not looked at is not applied to.
 */
export function choose(lists: readonly ShownList[], attention: ArrayLike<number>, seed: number): Outcome[] {
  const chance = createMersenne(seed)
  const eager = drawnOnce(chance, EAGER)
  const appeal = drawnOnce(chance, APPEAL)
  const bar = drawnOnce(chance, MOOD)
  return lists.flatMap(({ person, shown }) =>
    shown.map(({ project, bins }, place) => {
      const looked = chance.random() < attention[place]!
      const draw = { wants: wish(bins) + eager(person) + appeal(project), likes: liking(bins) - bar(project) }
      return { bins, person, attention: attention[place]!, reached: looked ? goesTo(draw, bins, chance) : 'shown' }
    }),
  )
}

function goesTo({ wants, likes }: { wants: number; likes: number }, bins: PairBins, chance: Mersenne): Stage {
  if (chance.random() >= thick(wants)) return 'shown'
  if (chance.random() >= thick(likes + 0.8)) return 'applied'
  if (chance.random() >= thick(likes + MOOD * chance.normal())) return 'shortlisted'
  if (chance.random() >= thick(1 + 2 * (enough(bins.apply.hours) - 0.5) + wants / 4)) return 'offered'
  return chance.random() < thick(likes) ? 'continued' : 'contracted'
}

/** What somebody would do who looked: from about −4 to 2. */
function wish({ apply }: PairBins): number {
  const work = apply.code / 15
  const worst = Math.min(enough(apply.hours), enough(apply.fee), apply.work / 15)
  const ground = apply.tieOnSite % 4
  const near = ground >= 2 ? apply.tie / 15 : 0
  return -3.4 + 2.6 * worst + 1.5 * work * (0.5 + apply.text / 15) + 1.3 * near + 0.25 * Math.max(0, apply.motive - 1)
}

/** What a company thinks of somebody who applied: from about −3 to 2. */
function liking({ offer }: PairBins): number {
  const can = Math.min(offer.code / 15, offer.level / 15)
  return (
    -2.2 +
    3.4 * can ** 0.7 +
    0.8 * (offer.record / 15) +
    0.5 * (offer.answer / 15) +
    0.4 * (offer.industry === 3 ? 1 : 0)
  )
}

/** Of tenths of what is wanted, not said being as good as enough: nothing is won by more. */
function enough(bin: number): number {
  return bin === 0 ? 1 : Math.min(1, bin / 10)
}

function thick(x: number): number {
  return 0.5 + Math.atan(2 * x) / Math.PI
}

/** The same for a number whenever it is asked. */
function drawnOnce({ normal }: Mersenne, deviation: number): (of: number) => number {
  const drawn = new Map<number, number>()
  return (of) => {
    const own = drawn.get(of) ?? deviation * normal()
    drawn.set(of, own)
    return own
  }
}
