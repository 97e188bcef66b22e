import type { ComponentChildren } from 'preact'
import { Qr } from './qr.tsx'

export interface PrintSheetProps {
  title: string
  /** Full address to go on elsewhere. */
  url: string
  /** Short code to type when a camera does not help. */
  code: string
  /** What to do with the picture and the code. */
  way?: string
  /** Until when the code works. */
  until?: ComponentChildren
  children: ComponentChildren
}

const WAY = 'スマートフォンのカメラをかざすか、つぎの番号を入れると、続きから書けます。'

/** One A4 sheet with what was written so far and the way back to it. */
export function PrintSheet({ title, url, code, way = WAY, until, children }: PrintSheetProps) {
  return (
    <section class="sheet" aria-label={title}>
      <div class="sheet-head">
        <h2>{title}</h2>
        <print-button class="sheet-print" data-label="この紙を印刷する" />
      </div>
      <div class="sheet-body">{children}</div>
      <div class="sheet-way">
        <Qr text={url} label="この画面を開くQRコード" />
        <div>
          <p>{way}</p>
          <p class="sheet-code">{code}</p>
          {until && <p>{until}</p>}
        </div>
      </div>
    </section>
  )
}
