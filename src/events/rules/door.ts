import type { Event } from '../schema.ts'

/** Where the host's people work on an event. */
export function homeOf({ id, partnerId }: Pick<Event, 'id' | 'partnerId'>): string {
  return `${listOf(partnerId)}/${id}`
}

export function listOf(partnerId: string | null): string {
  return partnerId === null ? '/desk/events' : `/partners/${partnerId}/events`
}

/** What the QR code of a registration opens: the list at the door, for whoever of the host is signed in. */
export function doorOf(event: Pick<Event, 'id' | 'partnerId'>, number: number | null): string {
  return `${homeOf(event)}/door?number=${number}`
}
