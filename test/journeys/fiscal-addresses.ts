import { partnerId } from '../../seed/cast.ts'
import type { Looks } from './contract-addresses.ts'

/** The reports of a partner. */
export const FISCAL_PAGES: Record<string, Looks> = {
  '/partners/:partnerId/fiscal-years/:year': { koga: [`/partners/${partnerId('town')}/fiscal-years/2025`] },
  '/partners/:partnerId/fiscal-layouts': { koga: [`/partners/${partnerId('town')}/fiscal-layouts`] },
}
