import { today } from './time.ts'

/** When a job comes round: every day at a time in Japan, or every hour at a minute. */
export type Scheduled = { readonly job: string } & (
  | { readonly daily: `${number}:${number}` }
  | { readonly hourly: number }
)

const HOUR_MS = 3_600_000
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tokyo',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/**
 * What is due at `now`, each with a key that is the same all day (or hour): enqueued with it, a job runs once however
 * many servers ask, and one that was missed while nothing ran is made up for at the next start of the same day.
 */
export function dueNow(schedule: readonly Scheduled[], now: Date): { job: string; key: string }[] {
  const time = clock.format(now)
  const hour = Math.floor(now.getTime() / HOUR_MS)
  return schedule.flatMap((entry) => {
    if ('daily' in entry) return time >= entry.daily.padStart(5, '0') ? [{ job: entry.job, key: today(now) }] : []
    return Number(time.slice(3)) >= entry.hourly ? [{ job: entry.job, key: `hour-${hour}` }] : []
  })
}
