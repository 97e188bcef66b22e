import { createHash } from 'node:crypto'
import { asSystem, SYSTEM } from '../../accounts/actions/mailing.ts'
import { fullName } from '../../accounts/rules.ts'
import { readAs } from '../../lib/db.ts'
import type { JobHandler } from '../../lib/job.ts'
import { missingGlyphs } from '../../lib/pdf/glyphs.ts'
import { renderPdf } from '../../lib/pdf/render.ts'
import { sealPdf } from '../../lib/pdf/seal.ts'
import { openContract } from '../actions/drafting.ts'
import { endOnDay as end } from '../actions/ending.ts'
import { keepDocument } from '../actions/sealing.ts'
import { nameOf } from '../queries/news.ts'
import { contractForProgram } from '../queries/one.ts'
import { type AgreedContract, contractData } from '../rules/document.ts'
import { contractNumber } from '../rules/state.ts'
import { CONTRACT_TEMPLATE } from '../rules/template.ts'

/** An accepted application becomes a contract to be. */
export const open: JobHandler = async (deps, { subjectId }) => {
  await asSystem(deps, (act) => openContract(act, String(subjectId)))
}

export const endOnDay: JobHandler = async (deps, { id }) => {
  await asSystem(deps, (act) => end(act, String(id)))
}

/** Both have agreed: the document is set, sealed and kept. Twice gives one document. */
export const seal: JobHandler = async (deps, { subjectId }) => {
  const contractId = String(subjectId)
  const agreed = await readAs(deps.db, SYSTEM, null, (tx) => agreedContract(tx, contractId))
  if (!agreed) return
  const { versionId, document } = agreed
  const sealedAt = deps.clock()
  const pdf = await sealPdf(renderPdf(CONTRACT_TEMPLATE, contractData(document)), deps.seal, {
    at: sealedAt.getTime(),
    reason: `両者の合意（第${document.version}版）`,
  })
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  await asSystem(deps, (act) => keepDocument(act, contractId, { versionId, pdf, sha256, sealedAt }))
}

type Tx = Parameters<typeof contractForProgram>[0]

async function agreedContract(tx: Tx, contractId: string) {
  const found = await contractForProgram(tx, contractId)
  const version = found?.onTable
  if (!found || !version || found.contract.sealedAt || found.contract.endedEarlyAt) return null
  const { companyAgreedAt, talentAgreedAt, terms, sha256 } = version
  if (!companyAgreedAt || !talentAgreedAt || !sha256) return null
  const signer = await nameOf(tx, version.companyAgreedBy)
  const document: AgreedContract = {
    number: contractNumber(found.contract.number),
    version: version.n,
    terms,
    sha256,
    company: {
      name: terms.companyName,
      address: printable(found.address ?? ''),
      signer: (signer && printable(fullName(signer))) || terms.companyName,
      agreedAt: companyAgreedAt.getTime(),
    },
    talent: { name: terms.talentName, address: '', signer: terms.talentName, agreedAt: talentAgreedAt.getTime() },
  }
  return { versionId: version.id, document }
}

/** The terms were refused at input when they could not be printed; what stands beside them is left out instead. */
function printable(text: string): string {
  return missingGlyphs(text).length === 0 ? text : ''
}
