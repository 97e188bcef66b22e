import type { Town } from '../fixtures/full.ts'
import type { Looks } from './contract-addresses.ts'

/** Events: as everybody reads them, as a letter opens a registration, and as a town and the desk hold them. */
export function eventPages({ events }: Pick<Town, 'events'>): Record<string, Looks> {
  const { page, host, base, own, waiting, desk, chosen, past, asked, deskPast } = events
  return {
    '/events': { visitor: ['/events', '/events?prefecture=40&month=2027-01'] },
    '/events/:eventId': { visitor: [page] },
    '/registrations': { visitor: ['/registrations'] },
    '/registrations/:token': { visitor: [own, waiting] },
    '/registrations/:token/answers': { visitor: [`${asked}/answers`] },
    '/partners/:partnerId/events': { koga: [base] },
    '/partners/:partnerId/events/new': { koga: [`${base}/new`] },
    '/partners/:partnerId/events/:eventId': { koga: [host, chosen, past] },
    '/partners/:partnerId/events/:eventId/words': { koga: [`${host}/words`] },
    '/partners/:partnerId/events/:eventId/door': { koga: [`${host}/door`] },
    '/partners/:partnerId/events/:eventId/travel': { koga: [`${past}/travel`] },
    '/desk/events/:eventId/travel': { mori: [`${deskPast}/travel`] },
    '/desk/events': { mori: ['/desk/events'] },
    '/desk/events/new': { mori: ['/desk/events/new'] },
    '/desk/events/:eventId': { mori: [desk] },
    '/desk/events/:eventId/words': { mori: [`${desk}/words`] },
    '/desk/events/:eventId/door': { mori: [`${desk}/door`] },
  }
}

/** What of events is no page. */
export const NO_EVENT_PAGES: Readonly<Record<string, string>> = {
  '/events.atom': 'for readers of feeds',
  '/events.feed.json': 'for readers of feeds',
  '/events.ics': 'for calendars',
  '/events/:eventId/calendar.ics': 'a file',
  '/events/:eventId/picture.png': 'a picture',
  '/registrations/:token/confirmation': 'only sends on, to the registration',
}
