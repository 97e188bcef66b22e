import type { Route } from '../lib/web/route.ts'
import { approvalRoutes } from './routes/approval.tsx'
import { codeRoutes } from './routes/codes.tsx'
import { draftRoutes } from './routes/draft.tsx'
import { elsewhereRoutes } from './routes/elsewhere.ts'
import { groupRoutes } from './routes/group.tsx'
import { ownRoutes } from './routes/own.tsx'
import { paperRoutes } from './routes/paper.tsx'
import { paperPhotoRoutes } from './routes/paper-photos.tsx'
import { publicRoutes } from './routes/public.tsx'
import { questionRoutes } from './routes/questions.tsx'
import { readBackRoutes } from './routes/read-back.tsx'
import { templateRoutes } from './routes/template.tsx'

export const routes: Route[] = [
  ...elsewhereRoutes,
  ...publicRoutes,
  ...questionRoutes,
  ...ownRoutes,
  ...draftRoutes,
  ...groupRoutes,
  ...templateRoutes,
  ...readBackRoutes,
  ...paperRoutes,
  ...approvalRoutes,
  ...paperPhotoRoutes,
  ...codeRoutes,
]
