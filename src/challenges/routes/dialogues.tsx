import { PROBLEM_WORDS } from '../../lib/document/words.ts'
import { wordsOf } from '../../lib/document.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { mayDo, member, reader, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { companiesShownTo } from '../../mandates/queries.ts'
import { declineDialogue, handDialogue, recallDialogue, takeDialogue, withdrawDialogue } from '../actions/dialogues.ts'
import { DialoguePage } from '../pages/dialogue.tsx'
import { Dialogues } from '../pages/dialogues.tsx'
import { dialogueOfCompany, dialoguesOfPartner } from '../queries/dialogues.ts'
import { readSheet } from '../rules/dialogue.ts'
import { handForm, takeForm } from '../rules/dialogue-forms.ts'
import { stateOfDialogue } from '../rules/dialogue-state.ts'

const HANDED = '/partners/:partnerId/dialogues'
const OWN = '/companies/:companyId/dialogues/:dialogueId'
const MEGABYTES = 10
const NOTHING =
  'シートの見出し（課題、対応策、現状認識、強み、弱みなど）が見つかりません。「課題：…」のように書くと読めます。'

/** 対話シート: from a partner's talk with a company to the company's own challenge. */
export const dialogueRoutes: Route[] = [
  get(HANDED, reader('partnerId'), async (call) => call.page(<Dialogues {...(await handedHere(call))} />)),

  post(
    HANDED,
    member('partnerId'),
    async (call) => {
      const here = await handedHere(call)
      const form = call.form(handForm)
      const again = (errors: Record<string, string>) => {
        const values = { company: call.body.company ?? '', sheet: call.body.sheet ?? '' }
        return call.page(<Dialogues {...here} values={values} errors={errors} />, { status: 422 })
      }
      if (!form.ok) return again(form.errors)
      const company = here.companies?.find(({ id }) => id === form.data.company)
      if (!company) return again({ company: '会社を選んでください。' })
      const [file] = call.files.file ?? []
      if (!file && form.data.sheet === '') return again({ file: 'シートのファイルを選ぶか、中身を貼ってください。' })
      const read = file && (await wordsOf(file))
      if (read && 'problem' in read) return again({ file: PROBLEM_WORDS[read.problem] })
      const lines = readSheet([form.data.sheet, read?.words].filter(Boolean).join('\n\f'))
      if (lines.length === 0) return again({ [file ? 'file' : 'sheet']: NOTHING })
      return call.act(async (act) => {
        await handDialogue(act, here.partnerId, company.id, lines)
        return `/partners/${here.partnerId}/dialogues`
      })
    },
    {
      bodyLimit: MEGABYTES * 1_048_576 + 400_000,
      tooLarge: `ファイルが大きすぎます。${MEGABYTES}MBまでのものを選ぶか、中身を貼ってください。`,
      rate: { count: 30, seconds: 600 },
    },
  ),

  post(`${HANDED}/:dialogueId/recall`, member('partnerId'), (call) => {
    const partnerId = call.id('partnerId')
    return call.act(async (act) => {
      await recallDialogue(act, partnerId, call.id('dialogueId'))
      return `/partners/${partnerId}/dialogues`
    })
  }),

  get(OWN, reader('companyId'), async (call) => {
    const seen = await dialogueHere(call)
    return call.page(<DialoguePage {...seen} mayAnswer={mayDo(call.who, 'post')} />)
  }),

  post(`${OWN}/consent`, tasked('post'), async (call) => {
    const seen = await dialogueHere(call)
    if (stateOfDialogue(seen.dialogue) !== 'waiting') return call.go(addressOf(call))
    const form = call.form(takeForm(seen.lines))
    if (!form.ok) {
      const page = <DialoguePage {...seen} mayAnswer values={form.values} errors={form.errors} />
      return call.page(page, { status: 422 })
    }
    const browser = call.browser()
    return call.act(async (act) => {
      const worry = await takeDialogue(
        act,
        { companyId: call.id('companyId'), id: call.id('dialogueId'), browser },
        form.data,
      )
      return `/worries/${worry}`
    })
  }),

  post(`${OWN}/refusal`, tasked('post'), (call) =>
    call.act(async (act) => {
      await declineDialogue(act, call.id('companyId'), call.id('dialogueId'))
      return addressOf(call)
    }),
  ),

  post(`${OWN}/withdrawal`, tasked('post'), (call) =>
    call.act(async (act) => {
      await withdrawDialogue(act, call.id('companyId'), call.id('dialogueId'))
      return addressOf(call)
    }),
  ),
]

function addressOf(call: Call): string {
  return `/companies/${call.id('companyId')}/dialogues/${call.id('dialogueId')}`
}

async function handedHere(call: Call) {
  const partnerId = call.id('partnerId')
  const mayHand = call.who.role !== 'viewer'
  return call.read(async (tx) => ({
    partnerId,
    dialogues: await dialoguesOfPartner(tx, partnerId, call.now),
    companies: mayHand ? await companiesShownTo(tx, partnerId, call.now) : null,
  }))
}

async function dialogueHere(call: Call) {
  return found(await call.read((tx) => dialogueOfCompany(tx, call.id('companyId'), call.id('dialogueId'))))
}
