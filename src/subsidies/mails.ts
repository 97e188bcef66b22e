import { dateInWords } from '../law/dates.ts'
import type { Letter } from '../lib/mail/letter.ts'
import type { LegalDate } from '../lib/time.ts'
import { grantReference } from './rules/grant.ts'
import type { Grant } from './schema.ts'

/** To the company: what the office decided stands on the page. */
export function decidedLetter(grant: Grant, name: string, root: string): Letter {
  const yes = grant.grantedYen !== null
  return {
    subject: 'めぐり：補助の返事が届きました',
    lines: [
      yes ? `「${name}」の交付が決まりました。` : `「${name}」は、今回は認められませんでした。わけは、画面で読めます。`,
      ...(yes ? ['あとで出すものが、少しずつそろいます。ときどき見てください。'] : []),
      `お電話のときは「${grantReference(grant.number)}」とお伝えください。`,
    ],
    link: { href: `${root}/companies/${grant.companyId}/grants/${grant.id}`, label: '返事を見る' },
  }
}

/** To the company, some days before it is too late. */
export function remindingLetter(grant: Grant, name: string, by: LegalDate, root: string): Letter {
  return {
    subject: 'めぐり：補助の申し込みの期限が近づいています',
    lines: [
      `「${name}」は、${dateInWords(by)}までに申し込む予定です。`,
      '申し込んだら、その日を書いてください。取りやめるときは、そのように押してください。',
    ],
    link: { href: `${root}/companies/${grant.companyId}/grants/${grant.id}`, label: '補助のページを開く' },
  }
}

/** To the office: which company it is stands on the page only. */
export function officeLetter(
  act: 'grant.applied' | 'grant.withdrawn',
  name: string,
  partnerId: string,
  root: string,
): Letter {
  const line =
    act === 'grant.applied'
      ? `「${name}」に、申し込みが一件ありました。`
      : `「${name}」の申し込みが、一件取りやめになりました。`
  return {
    subject: '補助の申し込みが動きました',
    lines: [line, '一覧で確かめてください。'],
    link: { href: `${root}/partners/${partnerId}/subsidies`, label: '補助のページ' },
  }
}
