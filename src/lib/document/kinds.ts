/** Why no words came out of a file. */
export const PROBLEMS = ['kind', 'old', 'locked', 'broken', 'programs', 'large', 'empty'] as const
export type Problem = (typeof PROBLEMS)[number]

/** Thrown by whatever reads a part of a file, and answered once. */
export class NotRead extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem)
    this.problem = problem
  }
}

/** How a confined script that reads a file may fail, as a problem of the file. */
export const FAILED = { time: 'large', memory: 'large', broken: 'broken', busy: 'busy' } as const

/** Letters that are handed on of one file. */
export const MOST_LETTERS = 100_000
