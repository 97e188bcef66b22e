import { answer } from '../confined/inside.ts'
import { fittedLogo } from './fitted.ts'

await answer((bytes) => {
  const logo = fittedLogo(bytes)
  if (!logo) return { value: null }
  return { value: { width: logo.width, height: logo.height }, bytes: logo.content }
})
