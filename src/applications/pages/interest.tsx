import { PostButton } from '../../ui/form.tsx'

/** 気になる: one tap, and one more takes it back. */
export function InterestButton({ projectId, marked }: { projectId: string; marked: boolean }) {
  const path = `/projects/${projectId}/interest`
  return (
    <>
      {marked ? (
        <PostButton action={`${path}/cancellation`}>「気になる」を外す</PostButton>
      ) : (
        <PostButton action={path}>気になる</PostButton>
      )}
      <small>
        {marked ? '「気になる」に入れました。自分のページに並びます。' : 'だれが押したか、会社には分かりません。'}
      </small>
    </>
  )
}
