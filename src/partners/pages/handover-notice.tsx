import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Handover packs that wait: for the reader, and for whoever runs the house those of others. */
export type HandoversWaiting = { readonly own: number; readonly others: number }

/** The same for a partner and for the desk, whose packs are listed elsewhere. */
export function HandoverNotice({ list, waiting: { own, others } }: { list: string; waiting: HandoversWaiting }) {
  if (own + others === 0) return null
  return (
    <Notice
      kind={own > 0 ? 'warning' : 'info'}
      title={own > 0 ? '引継ぎ書が届いています' : `受け取られていない引継ぎ書が${others}つあります`}
      action={
        <ButtonLink kind="quiet" href={list}>
          引継ぎ書を見る
        </ButtonLink>
      }
    />
  )
}
