import { configOrExit } from './lib/config.ts'
import { startOpening } from './server/database.ts'
import { run } from './server/program.ts'

run(async () => {
  const settings = configOrExit(process.env)
  const opening = startOpening(settings)
  // Loaded while the database opens on its own thread: each takes about half of a start.
  const { serve } = await import('./server/serve.ts')
  await serve(settings, opening, () => new Date())
})
