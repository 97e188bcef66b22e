const hoursFormat = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 1 })

/** 月10時間, or 月10〜20時間. */
export function Hours({ hours, to, per = '月' }: { hours: number; to?: number; per?: string }) {
  return (
    <span class="figure">
      {per}
      {hoursFormat.format(hours)}
      {to !== undefined && to !== hours && `〜${hoursFormat.format(to)}`}時間
    </span>
  )
}
