// Runs an npm script of this project on a machine where nothing is set up: it finds or installs a recent Node.js,
// installs the locked packages, and then starts the script. It needs no package itself, so that it can be the first thing to run.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_VERSION = '24.21.0'
const NODE_LEAST = [22, 13]
const NEEDED_MEGABYTES = 1500
/** A program that a signal ended answers with more than this: that is no fault of what it did. */
const SIGNALLED = 128

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const cache = join(root, '.cache')
const modules = join(root, 'node_modules')
const lockStamp = join(modules, '.lingnan-lock')
const typesStamp = join(root, 'cache/contracts.stamp')
const windows = process.platform === 'win32'

/** What each script of package.json runs once the tools are there. `types`: needs the generated contract types. */
const SCRIPTS = {
  build: { run: ['scripts/build.ts'] },
  check: { run: ['scripts/check.ts'], types: true },
  test: { run: ['scripts/test.ts'], types: true },
  'test:contracts': { run: ['scripts/test.ts', 'contracts'], types: true },
  'test:src': { run: ['scripts/test.ts', 'src'], types: true },
  'test:invariants': { run: ['scripts/test.ts', 'invariants'], types: true },
  coverage: { run: ['scripts/coverage.ts'], types: true },
  mutate: { run: ['scripts/mutate.ts'], types: true },
  'bench:gas': { run: ['scripts/benchGas.ts'], types: true },
  'bench:engine': { run: ['scripts/benchEngine.ts'], types: true },
  'bench:oracle': { run: ['scripts/benchOracle.ts'] },
  histories: { run: ['scripts/makeHistories.ts'] },
  demo: { run: ['src/cli/main.ts', 'demo'], types: true },
  lingnan: { run: ['src/cli/main.ts'], types: true },
  readmes: { run: ['scripts/fillReadmes.ts'], types: true },
  setup: { run: undefined },
}

main().catch(error =>
  stop('Set-up failed unexpectedly.', error instanceof Error ? error.message : String(error)),
)

async function main() {
  const [name, ...args] = process.argv.slice(2)
  const script = SCRIPTS[name]
  if (script === undefined)
    stop(`There is no script '${name ?? ''}'.`, `Choose one of: ${Object.keys(SCRIPTS).join(', ')}.`)
  const node = findNode() ?? (await installNode())
  if (!isInstalled()) await installPackages(node)
  if (script.types === true) await buildTypes(node)
  if (script.run === undefined) return
  const [file, ...fixed] = script.run
  const code = await start(node, ['--import', 'tsx', join(root, file), ...fixed, ...args], {
    stdio: 'inherit',
  })
  process.exit(code)
}

/** The Node.js that runs us if it is new enough, else the one installed before. */
function findNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > NODE_LEAST[0] || (major === NODE_LEAST[0] && minor >= NODE_LEAST[1])) return process.execPath
  return existsSync(ownNode()) ? ownNode() : undefined
}

function nodePackage() {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'win' }[process.platform]
  const chip = { x64: 'x64', arm64: 'arm64' }[process.arch]
  if (system === undefined || chip === undefined)
    stop(
      `No ready-made Node.js for ${process.platform} ${process.arch}.`,
      `Install Node.js ${NODE_LEAST.join('.')} or later yourself and run the command again with it.`,
    )
  return `node-${system}-${chip}`
}

function ownNode() {
  const folder = join(cache, `node-${NODE_VERSION}`, 'node_modules', nodePackage(), 'bin')
  return join(folder, windows ? 'node.exe' : 'node')
}

async function installNode() {
  const wanted = `${nodePackage()}@${NODE_VERSION}`
  say(`Node.js ${process.versions.node} is too old here; fetching ${wanted} into .cache`)
  const prefix = join(cache, `node-${NODE_VERSION}`)
  mkdirSync(prefix, { recursive: true })
  const args = [
    'install',
    '--prefix',
    prefix,
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    wanted,
  ]
  await npm(process.execPath, args, prefix)
  if (existsSync(ownNode())) return ownNode()
  rmSync(prefix, { recursive: true, force: true })
  return stop(
    `${wanted} was fetched but holds no ${ownNode()}.`,
    'Run the command again; if it stays so, install Node.js by hand.',
  )
}

function lockHash() {
  return hashOf(['package-lock.json'])
}

function isInstalled() {
  return existsSync(lockStamp) && readFileSync(lockStamp, 'utf8') === lockHash()
}

async function installPackages(node) {
  if (isLink(modules))
    return say('node_modules is a link to an installation of another lock file; using it as it is')
  say('Installing the locked packages (about 430 MB, under a minute on a usual line)')
  await npm(node, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], root)
  writeFileSync(lockStamp, lockHash())
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

function contractsHash() {
  const tests = contractFiles('test/contracts').filter(path => !path.endsWith('.t.sol'))
  return hashOf(['hardhat.config.ts', 'package-lock.json', ...contractFiles('contracts'), ...tests])
}

function contractFiles(folder) {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { recursive: true })
  return entries
    .filter(path => path.endsWith('.sol'))
    .map(path => join(folder, path))
    .sort()
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(`${path}\n`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

/** Compiles when a contract changed since the last time, so that scripts find its artifact and its types. */
async function buildTypes(node) {
  const wanted = contractsHash()
  const isBuilt = existsSync(join(root, 'src/chain/contracts')) && existsSync(join(root, 'artifacts'))
  if (isBuilt && existsSync(typesStamp) && readFileSync(typesStamp, 'utf8') === wanted) return
  say('Compiling the contracts that changed')
  const code = await start(node, [join(modules, 'hardhat/dist/src/cli.js'), 'build', '--quiet'], {
    stdio: ['ignore', 2, 2],
  })
  if (code > SIGNALLED) process.exit(code)
  if (code !== 0)
    stop('The contracts do not compile.', 'Mend what the compiler says above and run the command again.')
  mkdirSync(dirname(typesStamp), { recursive: true })
  writeFileSync(typesStamp, wanted)
}

async function npm(node, args, place) {
  const { status, output } = await capture(node, [npmFile(), ...args])
  if (status === 0) return
  stop(`npm ${args[0]} failed:\n${output.trim()}`, remedyFor(output, place))
}

/** npm's own program: named by npm when it runs us, else beside the node that runs us, else on PATH. */
function npmFile() {
  const named = process.env.npm_execpath
  if (named !== undefined && /npm-cli\.[cm]?js$/.test(named) && existsSync(named)) return named
  const home = dirname(process.execPath)
  const guesses = [
    join(home, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(home, 'node_modules/npm/bin/npm-cli.js'),
  ]
  const onPath = (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, 'npm'))
  for (const guess of [...guesses, ...onPath]) {
    if (!existsSync(guess)) continue
    const file = realpathSync(guess)
    if (/\.[cm]?js$/.test(file)) return file
  }
  return stop('npm was not found.', 'Start this through npm, for instance: npm run demo')
}

function remedyFor(output, place) {
  if (/ENOSPC/.test(output))
    return `The disk of ${place} is full: free about ${NEEDED_MEGABYTES} MB and run the command again.`
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output))
    return 'The package registry cannot be reached. Connect to the network once, or set npm to a mirror you can reach; afterwards everything works offline.'
  if (/EACCES|EPERM|EROFS/.test(output))
    return `This user may not write to ${place}: change its owner, or clone the project to a folder of your own.`
  if (/E404|ETARGET/.test(output))
    return 'The registry in use lacks a package: set npm to a complete mirror and run the command again.'
  if (/lock ?file|EUSAGE/i.test(output))
    return 'package.json and package-lock.json disagree: take both from the same commit.'
  return 'Read the message above. Deleting node_modules and .cache and running the command again starts afresh.'
}

function capture(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment(command),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const tick = ticker()
    child.stdout.on('data', data => (output += data))
    child.stderr.on('data', data => (output += data))
    child.on('error', reject)
    child.on('close', status => {
      tick.end()
      resolve({ status, output })
    })
  })
}

/** Starts a program, hands our signals on to it and answers with its exit code (128 + n if signal n ended it). */
function start(node, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: root, env: environment(node), ...options })
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const forward = signal => child.kill(signal)
    for (const signal of signals) process.on(signal, forward)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, forward)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

function environment(node) {
  const path = [dirname(node), join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter)
  return { ...process.env, PATH: path, HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true' }
}

function ticker() {
  if (!process.stderr.isTTY) return { end() {} }
  const began = Date.now()
  const timer = setInterval(
    () => process.stderr.write(`\r  ${Math.round((Date.now() - began) / 1000)} s `),
    500,
  )
  return {
    end() {
      clearInterval(timer)
      process.stderr.write('\r\u001b[K')
    },
  }
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function stop(fact, remedy) {
  process.stderr.write(`${fact}\n${remedy}\n`)
  process.exit(70)
}
