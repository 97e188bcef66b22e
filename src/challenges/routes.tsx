import type { Route } from '../lib/web/route.ts'
import { answersAt, reading } from './routes/answers.tsx'
import { company } from './routes/company.tsx'
import { dialogueRoutes } from './routes/dialogues.tsx'
import { elsewhere } from './routes/elsewhere.tsx'
import { linesAt } from './routes/lines.tsx'
import { listening } from './routes/listening.tsx'
import { photos, photosAt } from './routes/photos.tsx'
import { together } from './routes/together.tsx'
import { DESK_DOOR, type Door, kindly, OWN, PARTNER_DOOR } from './routes/viewing.ts'
import { writing } from './routes/writing.tsx'

/** From one sentence to a tree that a project is drafted from. */
export const routes: Route[] = [
  ...writing,
  ...listening,
  ...[OWN, DESK_DOOR].flatMap(treeAt),
  ...treeAt(PARTNER_DOOR).map(kindly),
  ...photos,
  ...reading,
  ...together,
  ...elsewhere,
  ...company,
  ...dialogueRoutes,
]

function treeAt(door: Door): Route[] {
  return [...answersAt(door), ...linesAt(door), ...photosAt(door)]
}
