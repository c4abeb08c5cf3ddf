import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { jurisdiction } from '../../../../src/domain/places.ts'
import { memberships, placeRoles, restrictions, roomRoles } from '../../../../src/sdk/access/wiring.ts'

const contracts = join(import.meta.dirname, '../../../../contracts')
const rolesLib = readFileSync(join(contracts, 'access/RolesLib.sol'), 'utf8')

describe('wiring', () => {
  it('default: every restricted function of every contract has exactly one row', () => {
    const wired = restrictions.flatMap(({ room, verbs }) => verbs.map(verb => `${room}.${verb}`))
    expect(wired.toSorted()).to.deep.equal(restrictedFunctions().toSorted())
  })

  it('behavior: roles of rooms are those of RolesLib, and every room role has a member', () => {
    for (const [name, number] of Object.entries(roomRoles)) {
      const [, kind] = new RegExp(`constant ${name} = (\\d+) << 16;`).exec(rolesLib) ?? []
      expect(kind, name).to.equal((number >> 16n).toString())
    }
    expect(Object.values(memberships).every(rooms => rooms.length > 0)).to.equal(true)
  })

  it('behavior: roles of places are those of RolesLib', () => {
    const kinds = [...rolesLib.matchAll(/constant KIND_(\w+) = (\d+);/g)].map(([, name, kind]) => [
      name,
      kind,
    ])
    expect(kinds).to.deep.equal([
      ['ATTESTER', (placeRoles.attester(jurisdiction(344n)) >> 16n).toString()],
      ['REGULATOR', (placeRoles.regulator(jurisdiction(344n)) >> 16n).toString()],
      ['EVALUATOR', (placeRoles.evaluator(jurisdiction(344n)) >> 16n).toString()],
      ['FIXING_PUBLISHER', (placeRoles.fixingPublisher(jurisdiction(344n)) >> 16n).toString()],
    ])
    expect(placeRoles.attester(jurisdiction(344n)) & 0xffffn).to.equal(344n)
  })
})

function restrictedFunctions(): string[] {
  const files = readdirSync(contracts, { recursive: true, encoding: 'utf8' }).filter(path =>
    path.endsWith('.sol'),
  )
  return files.flatMap(path => {
    const text = readFileSync(join(contracts, path), 'utf8')
    const [, contract = ''] = /^(?:abstract )?contract (\w+)/m.exec(text) ?? []
    const functions = text.matchAll(/function (\w+)\([^)]*\)[^{;]*\brestricted\b[^{;]*\{/g)
    return [...functions].map(([, verb]) => `${contract}.${verb}`)
  })
}
