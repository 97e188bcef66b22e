import { japaneseDate, type LegalDate } from '../../lib/time.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'

/** For whoever was handed a proof. Nothing of what is on it stands here, so that a code alone tells nothing of anybody. */
export function ProofCheck({ madeOn, revokedOn }: { madeOn: LegalDate; revokedOn: LegalDate | null }) {
  return (
    <Layout title="活動の証明を確かめる" lead={`${japaneseDate(madeOn)}に作られた、地域での活動の証明です。`}>
      {revokedOn === null ? (
        <Notice kind="success" title="有効です">
          紙の「作りました」の日と、上の日が同じことを確かめてください。
        </Notice>
      ) : (
        <Notice kind="warning" title="取り消し済みです">
          {`${japaneseDate(revokedOn)}に、ご本人が取り消しました。わけは、ここでは分かりません。`}
        </Notice>
      )}
      <p>
        お名前や活動の中身は、ここには出ません。書いてあることが変わっていないかは、PDFを読むソフトの「署名」で分かります。
      </p>
    </Layout>
  )
}
