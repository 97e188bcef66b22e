import type { SeenCompany, SeenProject, Stage } from './consent.ts'

/** How far a project is, in words, and how they are coloured. */
export const STAGES: Record<Stage, readonly [words: string, tone: 'line' | 'main' | 'accent' | 'plain']> = {
  draft: ['準備しています', 'line'],
  submitted: ['事務局が確認しています', 'line'],
  returned: ['会社が書き直しています', 'line'],
  published: ['募集しています', 'main'],
  closed: ['応募した人から選んでいます', 'main'],
  filled: ['人が決まり、契約の準備中です', 'accent'],
  working: ['働いてもらっています', 'accent'],
  ended: ['終わりました', 'plain'],
  unfilled: ['今回は決まりませんでした', 'plain'],
  withdrawn: ['取り下げました', 'plain'],
}

/** A project of a company, or a company that has none yet. */
export type Line = { readonly company: SeenCompany; readonly project: SeenProject | null }

export const PARTS = [
  { id: 'all', label: 'すべて', stages: null },
  { id: 'before', label: '準備', stages: ['draft', 'submitted', 'returned'] },
  { id: 'open', label: '募集・選考', stages: ['published', 'closed'] },
  { id: 'working', label: '働いてもらっている', stages: ['filled', 'working'] },
  { id: 'over', label: '終わった', stages: ['ended', 'unfilled', 'withdrawn'] },
  { id: 'none', label: '案件のない企業', stages: [] },
] as const satisfies readonly { id: string; label: string; stages: readonly Stage[] | null }[]
export type PartId = (typeof PARTS)[number]['id']

/** Those first in which something is going on, among them the latest change; companies without a project last. */
export function linesOf(companies: readonly SeenCompany[]): Line[] {
  const lines = companies.flatMap((company): Line[] =>
    company.projects.length === 0
      ? [{ company, project: null }]
      : company.projects.map((project) => ({ company, project })),
  )
  const since = ({ project }: Line) => project?.since.getTime() ?? 0
  return lines.sort((a, b) => turn(a) - turn(b) || since(b) - since(a))
}

export function inPart(lines: readonly Line[], part: PartId): readonly Line[] {
  return part === 'all' ? lines : lines.filter((line) => partOf(line) === part)
}

function partOf({ project }: Line): PartId {
  if (project === null) return 'none'
  const { stage } = project
  return PARTS.find(({ stages }) => (stages as readonly Stage[] | null)?.includes(stage))?.id ?? 'all'
}

function turn(line: Line): number {
  const order: readonly PartId[] = ['open', 'working', 'before', 'over', 'none']
  return order.indexOf(partOf(line))
}
