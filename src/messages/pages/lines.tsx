import type { Side } from '../../applications/rules/state.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Photo } from '../../ui/photo.tsx'
import { type FileNote, fileInWords, isShown } from '../rules/attachments.ts'
import { COVERED } from '../rules/mask.ts'
import { type ThreadLine, tallyOf } from '../rules/thread.ts'

type Props = {
  side: Side
  lines: readonly ThreadLine[]
  home: string
  mayAct: boolean
  /** More may come. */
  live: boolean
}

const OTHERS = { talent: '企業から', company: '応募した方から' } as const

/** What the two sides wrote to each other. While the thread goes on, what comes appears by itself. */
export function Lines({ side, lines, home, mayAct, live }: Props) {
  const unread = lines.filter((line) => !line.own && !line.readAt).length
  return (
    <live-thread
      class="stack"
      data-events={live ? `${home}/messages/events?seen=${tallyOf(lines)}` : undefined}
      data-page={`${home}/messages`}
      data-theirs={String(lines.filter(({ own }) => !own).length)}
    >
      <div data-lines="">
        {lines.length > 0 && (
          <CardList>
            {lines.map((line) => (
              <Line key={line.id} {...{ line, side, home }} />
            ))}
          </CardList>
        )}
      </div>
      <div class="stack" data-after="">
        {lines.some(({ covered }) => covered) && (
          <Notice kind="info">
            {`電話番号やメールアドレスなどは「${COVERED}」になっています。企業が「お願いしたい」と決めると見えます。`}
          </Notice>
        )}
        {unread > 0 && mayAct && <PostButton action={`${home}/messages/reading`}>読んだことを知らせる</PostButton>}
      </div>
      <p role="status" data-hidden="" data-thread-status="" />
    </live-thread>
  )
}

function Line({ line, side, home }: { line: ThreadLine; side: Side; home: string }) {
  return (
    <Card
      level={3}
      tone={line.own ? 'plain' : 'main'}
      title={line.own ? 'こちらから' : OTHERS[side]}
      eyebrow={japaneseDateTime(line.sentAt)}
      foot={readMark(line)}
    >
      {line.text !== '' && line.text.split('\n').map((words, at) => <p key={at}>{words}</p>)}
      {line.files.length > 0 && <Files files={line.files} home={home} />}
      {line.cautions.map(({ id, warning, advice }) => (
        <Notice key={id} kind="warning" title={warning}>
          {advice}
        </Notice>
      ))}
    </Card>
  )
}

/** Pictures as they are, everything else by its name; each to keep. */
function Files({ files, home }: { files: readonly FileNote[]; home: string }) {
  return (
    <ul class="photo-list">
      {files.map((file) => (
        <li key={file.id}>
          {isShown(file) && <Photo src={`${home}/messages/files/${file.id}`} alt={file.name} />}
          <a href={`${home}/messages/files/${file.id}`} download={file.name}>
            {file.name}
          </a>
          {`（${fileInWords(file)}）`}
        </li>
      ))}
    </ul>
  )
}

function readMark(line: ThreadLine): string {
  if (line.own) return line.readAt ? '相手が読みました' : '相手はまだ読んでいません'
  return line.readAt ? '読みました' : '新しいメッセージ'
}
