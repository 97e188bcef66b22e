import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { TestProject } from 'vitest/node'
import { type Db, migrate, openDatabase } from '../src/lib/db.ts'
import { openJobs } from '../src/lib/jobs.ts'
import { ensureBrowser } from './browser.ts'
import { ensureOffice } from './office.ts'
import { databaseAt, onServer, startPostgres } from './postgres.ts'
import { root } from './source.ts'

/**
 * What every test file starts from: a file with a migrated database, in a folder where sockets may lie too, opened in a thread
 * apart as a server does it, or in this one; or a migrated database to be cloned.
 */
export type Template =
  | { kind: 'embedded'; snapshot: string; folder: string; apart: boolean }
  | { kind: 'postgres'; url: string; name: string }

declare module 'vitest' {
  interface ProvidedContext {
    template: Template
    /** A folder with a file for each way in which pages are built that was looked at, in any process. */
    looked: string
  }
}

/** Once before all test files that need a database. TEST_DATABASE: embedded (when unset) or postgres. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (project.name === 'journeys') {
    ensureBrowser()
    ensureOffice()
  }
  const choice = process.env.TEST_DATABASE ?? 'embedded'
  if (choice !== 'embedded' && choice !== 'postgres') throw new Error('TEST_DATABASE は embedded か postgres です。')
  const { template, dispose } = choice === 'postgres' ? await clonable() : await snapshot(project.name === 'journeys')
  project.provide('template', template)
  const looked = mkdtempSync(join(tmpdir(), 'meguri-looked-'))
  project.provide('looked', looked)
  return async () => {
    rmSync(looked, { recursive: true, force: true })
    await dispose()
  }
}

type Prepared = { template: Template; dispose(): Promise<void> }

async function snapshot(apart: boolean): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), 'meguri-test-'))
  const file = join(folder, 'template.tar')
  await migrated({ memory: true, dataDir: folder }, async (db) => db.dump!(file))
  // Every test file loads it, and unpacking is a third of the loading.
  writeFileSync(file, gunzipSync(readFileSync(file)))
  const dispose = async () => rmSync(folder, { recursive: true, force: true })
  return { template: { kind: 'embedded', snapshot: file, folder, apart }, dispose }
}

async function clonable(): Promise<Prepared> {
  const server = await startPostgres()
  const name = `meguri_template_${randomUUID().slice(0, 8)}`
  const dispose = async () => {
    await onServer(server.url, `drop database if exists ${name} with (force)`).finally(server.stop)
  }
  try {
    await onServer(server.url, `create database ${name} template template0 encoding 'UTF8'`)
    await migrated({ databaseUrl: databaseAt(server.url, name), dataDir: '' })
    // For the tests beside the code that make their databases from nothing.
    process.env.TEST_DATABASE_URL = server.url
  } catch (error) {
    await dispose()
    throw error
  }
  return { template: { kind: 'postgres', url: server.url, name }, dispose }
}

async function migrated(
  options: Parameters<typeof openDatabase>[0],
  then: (db: Db) => Promise<void> = async () => {},
): Promise<void> {
  const db = await openDatabase(options)
  try {
    await migrate(db, join(root, 'drizzle'))
    // With a clock, as every house opens them: what they then change of the database stands in the template.
    const jobs = await openJobs(db, { clock: () => new Date() })
    await jobs.stop()
    await then(db)
  } finally {
    await db.close()
  }
}
