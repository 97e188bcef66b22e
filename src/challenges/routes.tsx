import type { Route } from '../lib/web/route.ts'
import { answersAt, reading } from './routes/answers.tsx'
import { answersAtOnce, askedRoutes } from './routes/asked.tsx'
import { assisted } from './routes/assisted.tsx'
import { company } from './routes/company.tsx'
import { dialogueRoutes } from './routes/dialogues.tsx'
import { elsewhere } from './routes/elsewhere.tsx'
import { linesAt } from './routes/lines.tsx'
import { listeningAt } from './routes/listening.tsx'
import { onePhotoAt, photos, photosAt } from './routes/photos.tsx'
import { together } from './routes/together.tsx'
import { ASSISTED_DOOR, DESK_DOOR, type Door, kindly, OWN, PARTNER_DOOR } from './routes/viewing.ts'
import { wordsAt, writing } from './routes/writing.tsx'

/** From one sentence to a tree that a project is drafted from. */
export const routes: Route[] = [
  ...writing,
  ...assisted,
  ...[OWN, ASSISTED_DOOR].flatMap((door) => [
    ...listeningAt(door),
    answersAtOnce(door),
    ...wordsAt(door),
    onePhotoAt(door),
  ]),
  ...[OWN, DESK_DOOR, ASSISTED_DOOR].flatMap(treeAt),
  ...treeAt(PARTNER_DOOR).map(kindly),
  ...photos,
  ...reading,
  ...together,
  ...elsewhere,
  ...askedRoutes,
  ...company,
  ...dialogueRoutes,
]

function treeAt(door: Door): Route[] {
  return [...answersAt(door), ...linesAt(door), ...photosAt(door)]
}
