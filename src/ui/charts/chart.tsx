import type { ComponentChildren } from 'preact'
import { Phrase } from '../phrase.tsx'

export interface ChartProps {
  id: string
  title: string
  /** What the picture shows, in a sentence, for somebody who does not see it. */
  description: string
  /** The same figures as a table. */
  table: ComponentChildren
  /** Source or licence line under the picture. */
  credit?: ComponentChildren
  children: ComponentChildren
}

/** A picture of figures, and always the figures themselves. */
export function Chart({ title, table, credit, children }: ChartProps) {
  return (
    <figure class="chart">
      <figcaption class="chart-title">
        <Phrase>{title}</Phrase>
      </figcaption>
      {children}
      {credit && <p class="chart-credit">{credit}</p>}
      <details class="chart-table">
        <summary>数字を表で見る</summary>
        {table}
      </details>
    </figure>
  )
}

/** The svg inside; title and desc are what a screen reader says. */
export function ChartPicture(props: {
  chart: Pick<ChartProps, 'id' | 'title' | 'description'>
  kind: string
  viewBox?: string
  height?: string
  children: ComponentChildren
}) {
  const { id, title, description } = props.chart
  return (
    <svg
      class="chart-picture"
      data-kind={props.kind}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      viewBox={props.viewBox}
      width="100%"
      height={props.height}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {props.children}
    </svg>
  )
}

const numberFormat = new Intl.NumberFormat('ja-JP')

/** A figure with its unit; a withheld one says so. */
export function said(value: number | null, unit: string): string {
  return value === null ? WITHHELD : `${numberFormat.format(value)}${unit}`
}

export const WITHHELD = '少数のため出しません'
