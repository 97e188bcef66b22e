const weekdayFormat = new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: 'UTC' })

/** 'YYYY-MM-DD' → 2026年11月23日（月）; 'YYYY-MM' → 2026年11月. Other text is returned as it is. */
export function japaneseDate(day: string): string {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(day)
  if (!found) return day
  const [, year = '', month = '', date] = found
  const yearAndMonth = `${Number(year)}年${Number(month)}月`
  if (!date) return yearAndMonth
  const weekday = weekdayFormat.format(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  return `${yearAndMonth}${Number(date)}日（${weekday}）`
}

export function JapaneseDate({ day }: { day: string }) {
  return (
    <time class="figure" datetime={day}>
      {japaneseDate(day)}
    </time>
  )
}
