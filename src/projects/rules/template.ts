import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Project } from '../schema.ts'
import { type Draft, draftFrom, type Poster } from './draft.ts'
import { STEPS, type StepName } from './steps.ts'

/** A work of today that a draft can be begun from; its number. */
export function templateCode(code: string): string | null {
  return jobCodes().indexOf(code) >= 0 ? code : null
}

/** A first draft from a job code alone: what it says of itself, and nothing of the firm but who posts. */
export function draftFromCode(poster: Poster, code: string): Draft {
  return draftFrom(poster, { worry: '', codes: [code], outcomes: [] })
}

const WRITTEN = ['title', 'work', 'goal', 'excluded'] as const
const NOBODY: Poster = {
  ...{ name: '', prefecture: 13, municipality: null, industry: '' },
  ...{ contactName: null, address: null, phone: null, email: null },
}

/**
 * The screens of a draft begun from a job code on which its words still stand as they came: nobody has made them the
 * firm's own. Seen from the words themselves, so that a single letter ends it and no column has to remember.
 */
export function untouchedSteps(
  project: Pick<Project, 'worryId' | (typeof WRITTEN)[number]>,
  codes: readonly { readonly code: string }[],
): StepName[] {
  const [main] = codes
  if (project.worryId !== null || !main) return []
  const template = draftFromCode(NOBODY, main.code)
  const same: readonly string[] = WRITTEN.filter(
    (field) => project[field] !== null && project[field] === template[field],
  )
  return STEPS.filter(({ fields }) => fields.some((field) => same.includes(field))).map(({ step }) => step)
}
