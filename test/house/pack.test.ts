import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { id } from 'ethers'
import { buildSources } from '../../scripts/build.ts'
import { packSdk } from '../../scripts/packSdk.ts'
import { runTool } from '../../scripts/runTool.ts'

const root = join(import.meta.dirname, '../..')

const consumer = `import { type Call, type Client, type DealId, LedgerError, offerDeal, parseAddress } from 'lingnan-sdk'
import { DealBook__factory, type DealBook } from 'lingnan-sdk/contracts'

export const offer = (client: Client, deal: DealId): Call => offerDeal(client.rooms, { deal })
export const verb: keyof DealBook = 'offer'

function codeOf(text: string): string {
  try {
    return parseAddress(text)
  } catch (error) {
    return error instanceof LedgerError ? error.code : 'unknown'
  }
}

const offered = DealBook__factory.createInterface().getFunction('offer')?.selector
console.log(JSON.stringify({ code: codeOf('nowhere'), offered }))
`

const selectorOf = (signature: string) => id(signature).slice(0, 10)

/** An empty project beside which the pack and its dependencies are installed, as npm would lay them out. */
function emptyProject(folder: string, dependencies: readonly string[]): void {
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n')
  writeFileSync(join(folder, 'consumer.ts'), consumer)
  for (const name of dependencies) {
    const place = join(folder, 'node_modules', name)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), place)
  }
}

describe('packSdk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-pack-'))
  const project = join(folder, 'project')
  let dependencies: Readonly<Record<string, string>> = {}

  before(async () => {
    mkdirSync(project)
    expect(await buildSources(join(folder, 'dist'))).to.equal(true)
    dependencies = packSdk(join(folder, 'dist'), join(folder, 'pack'))
    const packed = await runTool(
      'npm',
      ['pack', '--silent', '--pack-destination', folder, join(folder, 'pack')],
      { cwd: folder },
    )
    expect(packed.code, packed.output).to.equal(0)
    emptyProject(project, Object.keys(dependencies))
    const unpacked = await runTool(
      'tar',
      ['-xzf', join(folder, packed.output.trim()), '-C', join(project, 'node_modules')],
      { cwd: folder },
    )
    expect(unpacked.code, unpacked.output).to.equal(0)
    const laid = await runTool('mv', ['package', 'lingnan-sdk'], { cwd: join(project, 'node_modules') })
    expect(laid.code, laid.output).to.equal(0)
  })

  after(() => rmSync(folder, { recursive: true }))

  it('default: needs only its own dependencies', () => {
    const { dependencies: all } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(Object.keys(dependencies)).to.include('ethers')
    expect(['ethers', 'zod']).to.include.members(Object.keys(dependencies))
    for (const [name, version] of Object.entries(dependencies)) expect(version).to.equal(all[name])
  })

  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['preserve', 'bundler'],
  ] as const)
    it(`behavior: a consumer compiles with ${resolution} resolution`, async () => {
      const flags = ['--strict', '--target', 'es2023', '--module', module, '--moduleResolution', resolution]
      const args = [
        ...flags,
        '--types',
        'node',
        '--typeRoots',
        join(root, 'node_modules/@types'),
        'consumer.ts',
      ]
      const { code, output } = await runTool(join(root, 'node_modules/.bin/tsc'), args, { cwd: project })
      expect(output).to.equal('')
      expect(code).to.equal(0)
    })

  it('behavior: the compiled consumer runs', async () => {
    const { code, output } = await runTool(process.execPath, ['consumer.js'], { cwd: project })
    expect(code, output).to.equal(0)
    expect(JSON.parse(output)).to.deep.equal({
      code: 'chain/malformed-address',
      offered: selectorOf('offer(uint64)'),
    })
  })
})
