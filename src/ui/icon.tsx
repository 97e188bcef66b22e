const PATHS = {
  info: 'M12 11v6M12 7.5v.1M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0',
  success: 'M7.5 12.5l3 3l6-7M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0',
  warning: 'M12 9.5v4.5M12 17v.1M12 3.5L22 20.5H2Z',
  error: 'M8.5 8.5l7 7M15.5 8.5l-7 7M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0',
  back: 'M14 5l-7 7l7 7',
  next: 'M10 5l7 7l-7 7',
  done: 'M5 12.5l5 5l9-11',
} as const

export type IconName = keyof typeof PATHS

/** One line of even width, like the lettering; decoration only, the words stand beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
