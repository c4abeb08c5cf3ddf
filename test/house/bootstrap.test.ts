import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { runTool } from '../../scripts/runTool.ts'

const root = join(import.meta.dirname, '../..')
const modules = join(root, 'node_modules')

/** Stands in for npm, which is beyond the edge: notes how it was called and lays down what it would install. */
const npm = `
const { appendFileSync, mkdirSync, rmSync, symlinkSync } = require('node:fs')
const { join } = require('node:path')
appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n')
if (process.env.NPM_SAYS) { console.error(process.env.NPM_SAYS); process.exit(1) }
if (process.argv[2] === 'ci') {
  rmSync('node_modules', { recursive: true, force: true })
  mkdirSync('node_modules')
  symlinkSync(${JSON.stringify(join(modules, 'tsx'))}, 'node_modules/tsx')
} else {
  const bin = join(process.argv[4], 'node_modules', process.argv.at(-1).split('@')[0], 'bin')
  mkdirSync(bin, { recursive: true })
  symlinkSync(process.execPath, join(bin, 'node'))
}
`

/** Makes Node.js believe, and say, that it is an old one. */
const oldNode = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})`

describe('bootstrap', () => {
  let project = ''

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'lingnan-bootstrap-'))
    mkdirSync(join(project, 'scripts'))
    copyFileSync(join(root, 'scripts/bootstrap.mjs'), join(project, 'scripts/bootstrap.mjs'))
    writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }')
    writeFileSync(join(project, 'package-lock.json'), '{}')
    writeFileSync(join(project, 'npm-cli.cjs'), npm)
  })

  afterEach(() => rmSync(project, { recursive: true }))

  const run = (name: string, env: Readonly<Record<string, string>> = {}, flags: readonly string[] = []) =>
    runTool(process.execPath, [...flags, 'scripts/bootstrap.mjs', name], {
      cwd: project,
      env: { npm_execpath: join(project, 'npm-cli.cjs'), ...env },
    })
  const calls = () => {
    const log = join(project, 'npm.log')
    return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
  }
  const writeBuild = (text: string) => writeFileSync(join(project, 'scripts/build.ts'), text)

  it('default: installs the lock, runs the script and hands its code on', async () => {
    writeBuild('const code: number = 3\nprocess.exit(code)\n')
    expect((await run('build')).code).to.equal(3)
    expect(calls()).to.deep.equal(['ci --ignore-scripts --no-audit --no-fund'])
  })

  it('behavior: installs once, and again when the lock changes', async () => {
    await run('setup')
    await run('setup')
    expect(calls()).to.have.length(1)
    writeFileSync(join(project, 'package-lock.json'), '{ "lockfileVersion": 3 }')
    await run('setup')
    expect(calls()).to.have.length(2)
  })

  it('behavior: an old Node.js fetches a newer one and starts the script with it', async () => {
    writeBuild(
      `import { writeFileSync } from 'node:fs'\nwriteFileSync('path.txt', String(process.env['PATH']))\n`,
    )
    const { code, output } = await run('build', {}, ['--import', oldNode])
    expect(code, output).to.equal(0)
    expect(calls()[0]).to.match(
      /^install --prefix .*node-24\.\d+\.\d+ --no-save --ignore-scripts .* node-\w+-\w+@24/,
    )
    expect(readFileSync(join(project, 'path.txt'), 'utf8')).to.match(/^[^:]*\.cache\/node-24[^:]*\/bin:/)
  })

  it('behavior: hands signals on', async () => {
    await run('setup')
    writeBuild(
      `process.on('SIGTERM', () => process.exit(7))\nconsole.log('ready')\nsetInterval(() => {}, 1000)\n`,
    )
    const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'build'], { cwd: project })
    const ended = new Promise(resolve => child.on('close', resolve))
    child.stdout.once('data', () => child.kill('SIGTERM'))
    expect(await ended).to.equal(7)
  })

  const writeCompiler = (text: string) => {
    const folder = join(project, 'node_modules/hardhat/dist/src')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'cli.js'), text)
    writeFileSync(join(project, 'hardhat.config.ts'), '')
    mkdirSync(join(project, 'contracts'))
  }

  it('behavior: 130 when the person stops it while it compiles', async () => {
    await run('setup')
    writeCompiler(`console.error('compiling')\nsetInterval(() => {}, 1000)\n`)
    const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'check'], { cwd: project })
    const ended = new Promise(resolve => child.on('close', resolve))
    child.stderr.on('data', data => {
      if (String(data).startsWith('compiling')) child.kill('SIGINT')
    })
    expect(await ended).to.equal(130)
  })

  it('error: contracts that do not compile', async () => {
    await run('setup')
    writeCompiler(`process.exit(1)\n`)
    const { code, output } = await run('check')
    expect(code).to.equal(70)
    expect(output).to.include('The contracts do not compile.')
  })

  it('error: an unknown script names the known ones', async () => {
    const { code, output } = await run('dance')
    expect(code).to.equal(70)
    expect(output).to.match(/no script 'dance'[\s\S]*demo/)
  })

  const failures: Readonly<Record<string, readonly [string, RegExp]>> = {
    offline: ['npm error code ENOTFOUND', /Connect to the network once/],
    'a full disk': ['npm error code ENOSPC', /free about \d+ MB/],
    'a folder of somebody else': ['npm error code EACCES', /may not write to/],
    'a lock that does not fit': ['npm error code EUSAGE', /from the same commit/],
  }
  for (const [name, [says, remedy]] of Object.entries(failures))
    it(`error: ${name} ends with a remedy`, async () => {
      const { code, output } = await run('build', { NPM_SAYS: says })
      expect(code).to.equal(70)
      expect(output).to.include(says)
      expect(output).to.match(remedy)
    })

  it('error: an old Node.js on a machine without a ready-made one', async () => {
    const strange = `data:text/javascript,Object.defineProperty(process,'arch',{value:'s390x'})`
    const { code, output } = await run('build', {}, ['--import', oldNode, '--import', strange])
    expect(code).to.equal(70)
    expect(output).to.match(/No ready-made Node.js for \w+ s390x/)
    expect(calls()).to.deep.equal([])
  })
})
