import { Table } from '../../ui/table.tsx'
import { AFTER_WORDS, GOAL_WORDS, goalsOf, isInFives, type Reached, type Reader } from '../rules/programmes.ts'
import type { Programme } from '../schema.ts'

const figures = new Intl.NumberFormat('ja-JP')

export type GoalsProps = {
  programme: Programme
  reached: Reached
  reader: Reader
  /** Once its last day has passed: what went on without it. */
  isOver: boolean
}

/** Goals and what became of them, with how each thing is counted: the same for every office. */
export function Goals({ programme, reached, reader, isOver }: GoalsProps) {
  const so = (name: keyof Reached) => ({ value: reached[name], rounded: isInFives(name, reader) })
  const goals = goalsOf(programme).map(({ name, goal }) => ({ ...GOAL_WORDS[name], goal, ...so(name) }))
  const after = isOver
    ? (['wentOn', 'later'] as const).map((name) => ({ ...AFTER_WORDS[name], goal: null, ...so(name) }))
    : []
  return (
    <Table
      caption="目標と、いままで"
      captionHidden
      columns={[
        { head: '数えるもの', cell: ({ label }) => label },
        {
          head: 'いままで',
          figure: true,
          cell: ({ value, unit, rounded }) =>
            value === null ? '少ないので出しません' : told(value, unit) + (rounded && value > 0 ? '以上' : ''),
        },
        { head: '目標', figure: true, cell: ({ goal, unit }) => (goal === null ? '―' : told(goal, unit)) },
        { head: '数え方', cell: ({ means }) => means },
      ]}
      rows={[...goals, ...after]}
      rowKey={({ label }) => label}
      stack
    />
  )
}

function told(value: number, unit: string): string {
  return `${figures.format(value)}${unit}`
}
