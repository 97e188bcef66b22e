import type { Letter } from '../lib/mail/letter.ts'
import type { Company } from './schema.ts'

type Seen = Pick<Company, 'id' | 'name' | 'verifiedAt'>

/** To the owners, when the desk made sure that their company is there, or has to look again. */
export function verificationLetter({ id, name, verifiedAt }: Seen, publicUrl: string): Letter {
  return {
    subject: verifiedAt ? 'めぐり：会社の確認が終わりました' : 'めぐり：会社をもう一度確かめています',
    lines: verifiedAt
      ? [
          `事務局が、${name}のことを確かめました。`,
          'これで、案件を公開できます。公開するときは、あらためてお知らせします。',
        ]
      : [
          `事務局が、${name}のことをもう一度確かめています。`,
          'お電話することがあります。終わりましたら、お知らせします。',
        ],
    link: { href: `${publicUrl}/companies/${id}`, label: '会社のページを見る' },
  }
}
