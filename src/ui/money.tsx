const yenFormat = new Intl.NumberFormat('ja-JP')

/** 30,000円, or 30,000円〜50,000円 when there is an upper end; `per` stands before it: 月30,000円. */
export function Money({ yen, to, per }: { yen: number; to?: number; per?: string }) {
  return (
    <span class="figure">
      {per}
      {yenFormat.format(yen)}円{to !== undefined && to !== yen && `〜${yenFormat.format(to)}円`}
    </span>
  )
}
