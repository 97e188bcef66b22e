import { partnerId } from '../../seed/cast.ts'
import { craft } from '../drafting.ts'
import type { Town } from '../fixtures/full.ts'
import type { Looks } from './contract-addresses.ts'

/** Only while an assisted session goes on: walked in a browser in `partners.test.ts`, and tested by the door. */
const SESSION = 'only in an assisted session; walked in a journey of its own'
export const NO_ASSISTED_PAGES: Readonly<Record<string, string>> = {
  '/companies/:companyId/worries/new': SESSION,
  '/companies/:companyId/worries/:worryId': SESSION,
  '/companies/:companyId/worries/:worryId/words': SESSION,
  '/companies/:companyId/worries/:worryId/questions': 'only sends on, to the first question',
  '/companies/:companyId/worries/:worryId/questions/:question': SESSION,
  '/companies/:companyId/worries/:worryId/nodes/:nodeId': SESSION,
  '/companies/:companyId/worries/:worryId/lines/new': SESSION,
  '/companies/:companyId/worries/:worryId/photos/:photoId': 'a picture',
  '/companies/:companyId/projects/:projectId/photos/:photoId': 'a picture',
  '/desk/papers/:projectId/photos/:photoId': 'a picture',
  '/worries/:worryId/photos/:photoId': 'a picture',
  '/desk/worries/:worryId/photos/:photoId': 'a picture',
  '/partners/:partnerId/worries/:worryId/photos/:photoId': 'a picture',
}

/** Where somebody types for an owner. What an assistant sees while they work is a journey of its own. */
export function assistancePages({
  assisted: { readBack: assisted, paper },
}: Pick<Town, 'assisted'>): Record<string, Looks> {
  return {
    '/companies/:companyId/assistance': { nakamura: [`${craft}/assistance`], chiyo: [`${craft}/assistance`] },
    '/companies/:companyId/assistance/:sessionId': { nakamura: [assisted], chiyo: [assisted] },
    '/partners/:partnerId/assistance': { koga: [`/partners/${partnerId('town')}/assistance`] },
    '/companies/:companyId/projects/:projectId/sheet': { nakamura: [paper.sheet] },
    '/worries/:worryId/questions': { nakamura: [paper.questions, paper.questions.replace('paper', 'all')] },
    '/asked/:token': { visitor: [paper.asked, `${paper.asked}?done=help`] },
    '/answers/:token': { visitor: [paper.answers, `${paper.answers}?done=1`] },
    '/choices/:token': { visitor: [paper.choices, `${paper.choices}?done=1`], nakamura: [paper.people] },
    '/p': { visitor: ['/p'] },
    '/desk/papers/:projectId/typing': { mori: [paper.typing] },
    '/desk/assistance': { mori: ['/desk/assistance'] },
  }
}
