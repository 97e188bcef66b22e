import { afterAll } from 'vitest'
import { closeDatabases } from './database.ts'

// Here and not in test/database.ts: that is read once for all files of a process, and its hook would be the first file's.
afterAll(closeDatabases)
