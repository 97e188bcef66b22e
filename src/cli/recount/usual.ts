import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { regionOf } from './again.ts'
import type { Raw } from './raw.ts'

const DAY = 86_400_000
/** How far Japan is ahead. */
const AHEAD = 9 * 3_600_000
const at = (text: string) => Date.parse(`${text}Z`)
/** The number of the day in Japan. */
const dayOf = (text: string) => Math.floor((at(text) + AHEAD) / DAY)

/** What is usual by the day of a release, of every group of ten projects and five companies or more; each group looked at by itself. */
export function usualAgain(raw: Raw, until: string): Map<string, number> {
  const end = Date.parse(`${until}T00:00:00Z`) - AHEAD
  const [year, month] = until.split('-')
  const first = Date.parse(`${Number(year) - 2}-${month}-01T00:00:00Z`) - AHEAD
  const groups = new Map<string, { company: string; value: number }[]>()
  for (const project of raw.projects) {
    const published = at(project.published)
    if (published < first || published >= end || (project.withdrawn !== null && at(project.withdrawn) < end)) continue
    for (const [kind, value] of valuesOf(raw, project, end)) {
      for (const group of groupsOf(raw, project)) {
        const key = `${kind} ${group}`
        groups.set(key, [...(groups.get(key) ?? []), { company: project.company, value }])
      }
    }
  }
  const again = new Map<string, number>()
  for (const [key, members] of groups) {
    if (members.length < 10 || new Set(members.map(({ company }) => company)).size < 5) continue
    const [kind, ...group] = key.split(' ')
    const sorted = members.map(({ value }) => value).sort((a, b) => a - b)
    const say = (part: string, value: number) => again.set(`${kind} ${part} ${group.join(' ')}`, value)
    say('n', 5 * Math.floor(sorted.length / 5))
    for (const [part, quarters] of [
      ['low', 1],
      ['half', 2],
      ['high', 3],
    ] as const) {
      const yen = Math.round(quarterOf(sorted, quarters))
      const fine = { fee: 1000, hourly: 100 }[kind!] ?? 1
      say(part, fine === 1 ? yen : fine * Math.round(yen / fine))
    }
  }
  return again
}

type Project = Raw['projects'][number]

function valuesOf(raw: Raw, project: Project, end: number): [string, number][] {
  const sent = raw.sent.get(project.id) ?? []
  const yes = sent.flatMap(({ accepted }) => accepted ?? []).sort()[0]
  const lastDay = at(project.published) + 60 * DAY
  return [
    ...(project.kind === 'direct' && project.fee ? [['fee', project.fee] as [string, number]] : []),
    ...(project.kind === 'direct' && project.fee && project.hours && project.apart
      ? [['hourly', Math.trunc(project.fee / project.hours)] as [string, number]]
      : []),
    ...(yes && at(yes) < end ? [['days', dayOf(yes) - dayOf(project.published)] as [string, number]] : []),
    ...(lastDay <= end
      ? [['applicants', sent.filter((one) => one.sent !== null && at(one.sent) < lastDay).length] as [string, number]]
      : []),
  ]
}

function groupsOf(raw: Raw, project: Project): string[] {
  const [code] = raw.codes.get(project.id) ?? []
  const [leaf] = code ? jobCodes().current(code) : []
  const above = jobCodes().majors.flatMap((major) =>
    major.middles
      .filter(({ leaves }) => leaves.some(({ id }) => id === leaf))
      .flatMap((middle) => [`leaf ${leaf}`, `middle ${middle.id}`, `major ${major.id}`]),
  )
  return [
    ...above,
    ...(project.prefecture === null ? [] : [`region ${regionOf(project.prefecture)}`]),
    ...(project.industry === null ? [] : [`industry ${project.industry}`]),
  ]
}

/** Between the two values beside it, as far as it lies between them. */
function quarterOf(sorted: readonly number[], quarters: number): number {
  const steps = (sorted.length - 1) * quarters
  const below = sorted[Math.trunc(steps / 4)]!
  const above = sorted[Math.trunc((steps + 3) / 4)]!
  return below + ((above - below) * (steps % 4)) / 4
}
