import { chartExamples } from './examples/charts.tsx'
import type { Example } from './examples/example.ts'
import { fieldExamples } from './examples/fields.tsx'
import { listExamples } from './examples/lists.tsx'
import { partExamples } from './examples/parts.tsx'
import { pictureExamples } from './examples/pictures.tsx'

/** Every part in every state: feeds the styleguide, the accessibility test and the pictures. */
export const examples: readonly Example[] = [
  ...partExamples,
  ...fieldExamples,
  ...listExamples,
  ...chartExamples,
  ...pictureExamples,
]
