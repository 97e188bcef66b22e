export interface Stage {
  label: string
  /** How many are in it. */
  count?: number
  href?: string
}

/** A row of stages, the current one marked; those before it are done unless they only count. */
export function Stages({ stages, current, label }: { stages: readonly Stage[]; current: number; label: string }) {
  return (
    <ol class="stages" aria-label={label}>
      {stages.map((stage, index) => (
        <li
          key={stage.label}
          data-when={index < current ? 'past' : index === current ? 'now' : 'next'}
          aria-current={index === current ? 'step' : undefined}
        >
          {stage.href ? <a href={stage.href}>{stage.label}</a> : <span>{stage.label}</span>}
          {stage.count !== undefined && <span class="stage-count">{stage.count}</span>}
        </li>
      ))}
    </ol>
  )
}
