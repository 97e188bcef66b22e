import type { Case } from '../../../src/cases/schema.ts'
import { municipalityName, prefectureName } from '../../../src/lib/regions.ts'
import { accountId } from '../../cast.ts'
import { randomFrom } from '../../random.ts'
import { STORIES } from '../../texts/stories.ts'
import { type By, later, type Stage } from '../rows.ts'
import type { DemoCompany } from '../shapes.ts'

const DESK: By = { actor: accountId('mori'), organisation: null }
type Row = Stage['rows']['cases'][number]
type Sides = { readonly company: By; readonly person: By }

/** The desk tells some cases with names as stories, and both sides are glad with the text. */
export function tellStory(stage: Stage, row: Row, firm: DemoCompany, { company, person }: Sides): void {
  const story = STORIES.find(({ code, of }) => row.codes[0] === code && row.title.includes(of))
  if (!story || row.outcome !== 'reached' || !row.publishedAt) return
  if (row.companyOpenness !== 'named' || row.talentOpenness !== 'named') return
  const random = randomFrom(`story/${row.id}`)
  const subject = { kind: 'case', id: row.id! }
  const data = { contractId: row.contractId ?? null }
  const written = later(row.publishedAt, random.between(1, 2), random)
  if (!stage.done(written, 'story.written', subject, DESK, data)) return
  const fillIn = (text: string) => filled(text, row, firm)
  const made: Stage['rows']['stories'][number] = {
    ...{ caseId: row.id!, title: story.title, lead: fillIn(story.lead), body: fillIn(story.body), spot: story.spot },
    ...{ writtenAt: written, writtenBy: accountId('mori') },
  }
  stage.rows.stories.push(made)
  const agreed = [later(written, 1, random), later(written, random.between(1, 2), random)] as const
  if (!stage.done(agreed[0], 'story.agreed', subject, company, { ...data, side: 'company' })) return
  made.companyAgreedAt = agreed[0]
  if (!stage.done(agreed[1], 'story.agreed', subject, person, { ...data, side: 'talent' })) return
  made.talentAgreedAt = agreed[1]
  const published = later(agreed[0] > agreed[1] ? agreed[0] : agreed[1], 1, random)
  if (!stage.done(published, 'story.published', subject, DESK, data)) return
  made.publishedAt = published
}

function filled(
  text: string,
  row: Pick<Case, 'hours' | 'months'> & Pick<Row, 'talentName' | 'prefecture'>,
  firm: DemoCompany,
) {
  const town = (firm.municipality && municipalityName(firm.municipality)) || prefectureName(row.prefecture)
  return text
    .replaceAll('{company}', firm.name)
    .replaceAll('{name}', (row.talentName ?? '').split(' ')[0]!)
    .replaceAll('{town}', town)
    .replaceAll('{hours}', String(row.hours))
    .replaceAll('{months}', String(row.months))
}
