import { type Letter, NEUTRAL } from '../lib/mail/letter.ts'
import { japaneseDate, today } from '../lib/time.ts'
import type { Scope } from '../lib/web/guard.ts'
import type { Given } from './queries.ts'
import { CODE_MINUTES, DESK_NAME, SCOPE_WORDS, SESSION_MINUTES, SIGNED_DAYS } from './rules.ts'

/** To the owners, when somebody was let work for their company: on the screen, or on a sheet that somebody else wrote down. */
export function givenLetter(mandate: Given, root: string): Letter {
  const { partner, scope, way, startsAt, endsAt, companyId } = mandate
  const name = partner ?? DESK_NAME
  const last = japaneseDate(today(endsAt))
  return {
    subject: '入力を手伝う人が決まりました',
    lines: [
      way === 'sheet'
        ? `${name}が、会社の方の署名した紙を書きとめました。`
        : `${name}に、入力を手伝ってもらうことになりました。`,
      `できること：${SCOPE_WORDS[scope]}。${last}まで。`,
      ...(way === 'sheet'
        ? [`${SIGNED_DAYS}日のあいだは何もできません。${japaneseDate(today(startsAt))}から使えます。`]
        : []),
      '覚えがないときは、「やめる」を押すか、お電話ください。',
    ],
    link: { href: `${root}/companies/${companyId}/assistance`, label: '内容を見る・やめる' },
  }
}

/** To the owners, while the desk speaks with one of them. It leaves no trace among the notices: whoever reads it lets somebody in. */
export function callLetter(code: string, scope: Scope): Letter {
  return {
    subject: NEUTRAL,
    lines: [
      `いま電話で話している${DESK_NAME}の人に、次の番号を読んで伝えてください。${CODE_MINUTES}分、一度だけ使えます。`,
      `${SESSION_MINUTES}分のあいだ、代わりに入力してもらえます。できること：${SCOPE_WORDS[scope]}。`,
      '電話で話していないときは、だれにも伝えないでください。',
    ],
    code,
  }
}

/** To a partner, when what it may do changed. Which company it is stands on the page only. */
export function changedLetter(partnerId: string, root: string): Letter {
  return {
    subject: 'まかされている会社が変わりました',
    lines: ['代わりに入力することをまかされている会社が変わりました。いまの一覧を見てください。'],
    link: { href: `${root}/partners/${partnerId}/assistance`, label: '代わりに入力する' },
  }
}
