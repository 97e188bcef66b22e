const countFormat = new Intl.NumberFormat('ja-JP')

export interface Count {
  label: string
  value: number
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
            <strong>{countFormat.format(item.value)}</strong>
            {item.unit}
          </dd>
        </div>
      ))}
    </dl>
  )
}
