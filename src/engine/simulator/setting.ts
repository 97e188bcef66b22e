import { type Examination, examination } from '../market/examination.ts'

/** How a simulated market is. None of these numbers was measured on a platform; they are there to be changed. */
export type Setting = {
  readonly people: number
  readonly projects: number
  /** How long it is watched. People and projects arrive over the first two thirds of it. */
  readonly days: number
  /** P(somebody comes back on a day). */
  readonly visiting: number
  /** Places of a list, and how their places are looked at; also how a company looks at its applications. */
  readonly shown: number
  readonly look: Examination
  /**
   * P(the company of an open project goes down its list of people on a day, to approach whom it would like); 0: companies wait for
   * applications. And how many people it approaches, and how often somebody is approached, in a week at most.
   */
  readonly looking: number
  readonly approaches: number
  readonly approached: number
  /** A company looks at its applications every so many days. */
  readonly answerEvery: number
  /** A project closes after so many days, filled or not. */
  readonly openFor: number
  /** A contract ends after so many days and gives its hours back. */
  readonly contractFor: number
  /** Deviation, in logits, of what the platform believes of a liking from what it is. */
  readonly doubt: number
  /** How much of the liking, in logits, all share: who is popular with everybody. */
  readonly popularity: number
  /**
   * Deviation, in logits, of what speaks for or against somebody and stands nowhere: of a newcomer it is known only by what comes of
   * them. And which part of both sides are newcomers.
   */
  readonly unknown: number
  readonly newcomers: number
}

export const SETTING: Setting = {
  people: 300,
  projects: 120,
  days: 60,
  visiting: 0.1,
  shown: 10,
  look: 'inv',
  looking: 0,
  approaches: 10,
  approached: 3,
  answerEvery: 3,
  openFor: 30,
  contractFor: 60,
  doubt: 0.5,
  popularity: 1,
  unknown: 0,
  newcomers: 0.5,
}

/** P(looks) by place of a list. */
export function attention({ look, shown }: Setting, length = shown): Float64Array {
  return examination(look, length, shown)
}

/** Throws RangeError with the name of the first number that no market can have. */
export function checkSetting(setting: Setting): void {
  for (const name of [
    'people',
    'projects',
    'days',
    'shown',
    'answerEvery',
    'openFor',
    'contractFor',
    'approaches',
    'approached',
  ] as const) {
    const least = name === 'people' || name === 'projects' ? 0 : 1
    const value = setting[name]
    if (!Number.isInteger(value) || value < least)
      throw new RangeError(`${name}: ${value} is not a whole number from ${least} on`)
  }
  for (const name of ['visiting', 'looking', 'newcomers'] as const)
    if (!(setting[name] >= 0 && setting[name] <= 1))
      throw new RangeError(`${name}: ${setting[name]} is not from 0 to 1`)
  for (const name of ['doubt', 'popularity', 'unknown'] as const)
    if (!(setting[name] >= 0 && setting[name] < 100))
      throw new RangeError(`${name}: ${setting[name]} is not from 0 to 100`)
}
