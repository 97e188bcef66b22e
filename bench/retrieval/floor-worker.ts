import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { readerOf } from './floor.ts'

/** A thread that reads a range of a memory once whenever it is told to. */
const { module, memory } = workerData as { module: WebAssembly.Module; memory: WebAssembly.Memory }
const read = readerOf(module, memory)
const port = parentPort as MessagePort
port.on('message', ([from, to]: [number, number]) => port.postMessage(read(from, to)))
