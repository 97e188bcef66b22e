const countFormat = new Intl.NumberFormat('ja-JP')

export interface Count {
  label: string
  /** A number, or words for one: 「約2,000」. */
  value: number | string
  unit: string
}

/** A few large figures. */
export function Counts({ items }: { items: readonly Count[] }) {
  return (
    <dl class="counts">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>
            <strong>{typeof item.value === 'number' ? countFormat.format(item.value) : item.value}</strong>
            {item.unit}
          </dd>
        </div>
      ))}
    </dl>
  )
}
