const countFormat = new Intl.NumberFormat('ja-JP')

export interface Count {
  label: string
  value: number
  /** A small word before it: 「約」. */
  before?: string
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
            {item.before}
            <strong>{countFormat.format(item.value)}</strong>
            {item.unit}
          </dd>
        </div>
      ))}
    </dl>
  )
}
