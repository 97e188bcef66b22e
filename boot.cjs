// Starts everything, on whatever Node a machine has: plain CommonJS in the syntax of Node 6, so that a too old Node
// prints a sentence and not a SyntaxError. It installs what is missing and goes on with the project's own Node.
// biome-ignore-all lint/style/useNodejsImportProtocol: Node 8 does not know "node:" and could not say that it is too old
'use strict'

const childProcess = require('child_process')
const crypto = require('crypto')
const fs = require('fs')
const path = require('path')

const root = __dirname
const ownNode = path.join(root, 'node_modules', '.bin', 'node')
const stampFile = path.join(root, 'node_modules', '.meguri-install')

function say(text) {
  process.stderr.write(`${text}\n`)
}

function stop(japanese, english) {
  say(japanese)
  say(english)
  process.exit(1)
}

function isAtLeast(version, major, minor) {
  const parts = version.replace(/^v/, '').split('.')
  return Number(parts[0]) > major || (Number(parts[0]) === major && Number(parts[1]) >= minor)
}

/** Linux on x64 and arm64 gets its Node from npm; everywhere else the system's Node runs the TypeScript itself. */
function bringsItsNode(platform, arch) {
  return platform === 'linux' && (arch === 'x64' || arch === 'arm64')
}

function checkNode(version, platform, arch) {
  const wanted = bringsItsNode(platform, arch) ? [20, 19] : [22, 18]
  if (isAtLeast(version, wanted[0], wanted[1])) return
  stop(
    `めぐりを動かすには Node.js ${wanted.join('.')} 以上が必要です。いまの Node.js は ${version} です。`,
    `Meguri needs Node.js ${wanted.join('.')} or newer; this is Node.js ${version}.`,
  )
}

function checkPlatform(platform) {
  if (platform !== 'win32') return
  stop('Windows では WSL（Linux）の中で動かしてください。', 'On Windows, run Meguri inside WSL (Linux).')
}

function readOr(file, otherwise) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (_missing) {
    return otherwise
  }
}

/**
 * True when every package the lock asks for is there in its version. Packages that are optional may be missing (they
 * belong to other platforms), those of development too where somebody left them out on purpose.
 */
function isInstalled(lock, installed, withDevelopment) {
  return Object.keys(lock.packages).every((name) => {
    if (name === '') return true
    const wanted = lock.packages[name]
    const present = installed.packages[name]
    if (present) return present.version === wanted.version
    return wanted.optional || wanted.devOptional || (wanted.dev && !withDevelopment)
  })
}

function needsInstall(withDevelopment) {
  const lockText = readOr(path.join(root, 'package-lock.json'), '')
  const installedText = readOr(path.join(root, 'node_modules', '.package-lock.json'), '')
  if (installedText === '' || lacksNode()) return true
  if (readOr(stampFile, '') === hashOf(lockText)) return false
  if (!isInstalled(JSON.parse(lockText), JSON.parse(installedText), withDevelopment)) return true
  if (withDevelopment) remember(lockText)
  return false
}

/** node_modules that came from another machine hold another machine's Node. */
function lacksNode() {
  return bringsItsNode(process.platform, process.arch) && !fs.existsSync(ownNode)
}

function hashOf(text) {
  return crypto.createHash('sha256').update(text).digest('hex')
}

function remember(lockText) {
  try {
    fs.writeFileSync(stampFile, hashOf(lockText))
  } catch (_readOnly) {
    // Only saves a comparison next time.
  }
}

/** Everything npm prints goes to stderr: the output of `meguri` commands is read by other programs. */
function install(done) {
  say('はじめに必要な部品を入れています。数分かかることがあります。')
  const started = Date.now()
  const npmScript = process.env.npm_execpath
  const viaNode = npmScript !== undefined && /npm-cli\.c?js$/.test(npmScript)
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-fund', '--no-audit']
  const child = viaNode
    ? childProcess.spawn(process.execPath, [npmScript].concat(args), { cwd: root, stdio: ['ignore', 2, 2] })
    : childProcess.spawn('npm', args, { cwd: root, stdio: ['ignore', 2, 2] })
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const ticking = setInterval(() => say(`  入れています … ${seconds()}秒`), 5000)
  const failed = (detail) => {
    clearInterval(ticking)
    stop(
      `部品を入れられませんでした（${detail}）。インターネットの接続と、このフォルダーに書きこめるかを確かめてください。`,
      `Installing failed (${detail}). Check the network and whether this folder is writable.`,
    )
  }
  child.on('error', (error) => failed(error.message))
  child.on('exit', (code) => {
    if (code !== 0) return failed(`npm ci: ${code}`)
    clearInterval(ticking)
    say(`部品が入りました（${seconds()}秒）。`)
    remember(readOr(path.join(root, 'package-lock.json'), ''))
    done()
  })
}

function projectNode() {
  if (fs.existsSync(ownNode)) return ownNode
  if (isAtLeast(process.version, 22, 18)) return process.execPath
  return stop(
    `めぐりの Node.js が入っていません。node_modules を消して、もう一度始めてください（または Node.js 22.18 以上を使ってください）。`,
    `The project's Node.js is missing. Remove node_modules and start again (or use Node.js 22.18 or newer).`,
  )
}

/** Runs one program in the project's Node, hands signals on to it, and ends as it ended. */
function run(args, done) {
  const bin = path.join(root, 'node_modules', '.bin')
  // Compiling what was compiled before is a good part of a start.
  const cache = { NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.compiled') }
  const env = Object.assign(cache, process.env, { PATH: bin + path.delimiter + process.env.PATH })
  const child = childProcess.spawn(projectNode(), args, { stdio: 'inherit', env: env })
  const signals = ['SIGTERM', 'SIGHUP', 'SIGINT']
  const handOn = (signal) => {
    // A terminal sends Ctrl+C to the whole group: the child has it already, and a second one would mean "at once".
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of signals) process.on(signal, handOn)
  child.on('error', (error) => {
    stop(
      `めぐりの Node.js を動かせませんでした（${error.message}）。`,
      `The project's Node.js does not run on this system (${error.message}).`,
    )
  })
  child.on('exit', (code, signal) => {
    for (const name of signals) process.removeListener(name, handOn)
    if (signal) return process.kill(process.pid, signal)
    if (code !== 0) process.exit(code)
    done()
  })
}

function end() {
  process.exit(0)
}

/** What a start need not wait for is made afterwards, by the server. */
function built(then) {
  run([path.join(root, 'build.ts'), '--quick'], then)
}

const dist = (name) => path.join(root, 'dist', name)

const commands = {
  start: (rest) => built(() => run(['--enable-source-maps', dist('server.js')].concat(rest), end)),
  cli: (rest) => built(() => run(['--enable-source-maps', dist('cli.js')].concat(rest), end)),
  demo: (rest) => commands.cli(['demo'].concat(rest)),
  build: (rest) => run([path.join(root, 'build.ts'), '--verbose'].concat(rest), end),
  test: (rest) => run([path.join(root, 'test', 'run.ts')].concat(rest), end),
  // One file of ours, .ts or .tsx: what `npm run bench:…` and its like are made of.
  run: (rest) => run(['--import', 'tsx'].concat(rest), end),
}

function main(args) {
  checkPlatform(process.platform)
  checkNode(process.version, process.platform, process.arch)
  const command = commands[args[0]]
  if (command === undefined) {
    stop(
      `「${args[0] || ''}」という指示はありません。使えるもの: ${Object.keys(commands).join(', ')}`,
      `Unknown command. Use one of: ${Object.keys(commands).join(', ')}`,
    )
  }
  const go = () => command(args.slice(1))
  if (needsInstall(args[0] === 'test')) install(go)
  else go()
}

module.exports = { main: main, isInstalled: isInstalled, isAtLeast: isAtLeast }

if (require.main === module) main(process.argv.slice(2))
