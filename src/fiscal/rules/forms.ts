import { z } from 'zod'
import { text } from '../../lib/input.ts'

/** Why a year that was closed is told anew: printed in the report. */
export const correctionForm = z.object({ reason: text({ label: '直すわけ', max: 120 }) })
