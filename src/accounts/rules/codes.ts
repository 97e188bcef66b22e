/** Codes that one browser, or one neighbourhood of the net, gets sent to an address in an hour. */
export const CODES_AN_HOUR = 6
/** All that browsers from which its owner never came in send to a mailbox in an hour, wherever they are. */
export const CODES_OF_STRANGERS = 12

/** Days that a browser is known by a code that was entered there: as long as it keeps the name by which it asked. */
export const KNOWN_DAYS = 90
/** Hours that anything is kept of a code that nobody entered: an address that somebody typed is not kept for nothing. */
export const UNUSED_HOURS = 24

/** Codes that went to an address within the last hour. */
export type CodesSent = {
  /** Whether a code of this address was entered in this browser before. */
  readonly known: boolean
  readonly byBrowser: number
  readonly byNeighbourhood: number
  readonly byStrangers: number
}

/**
 * Whoever asks for codes of somebody else uses up what strangers may, and never what the browser may from which the owner
 * once came in.
 */
export function maySendCode({ known, byBrowser, byNeighbourhood, byStrangers }: CodesSent): boolean {
  if (byBrowser >= CODES_AN_HOUR) return false
  return known || (byNeighbourhood < CODES_AN_HOUR && byStrangers < CODES_OF_STRANGERS)
}
