import { posix } from 'node:path'
import { cycleFaults, type Fault, roomOf, targetOf } from './faults.ts'
import type { ContractLayers } from './layers.ts'
import type { TextFile } from './projectFiles.ts'

interface Plan {
  readonly layers: ContractLayers
  /** Contract → room in which it stands. */
  readonly homes: ReadonlyMap<string, string>
}

/** Faults of the contracts: unknown rooms, rooms that meet without an interface, arrows that point up, cycles. */
export function contractFaults(files: readonly TextFile[], layers: ContractLayers): Fault[] {
  const rooms = new Set(layers.storeys.flat())
  const placed = files.map(({ path }) => path).filter(path => rooms.has(roomOf(path)))
  const homes = new Map(placed.map(path => [posix.basename(path, '.sol'), roomOf(path)]))
  const imports = new Map(files.map(({ path, text }) => [path, importsOf(text)]))
  const faults = files.flatMap(({ path }) => {
    const texts = fileFaults(path, imports.get(path) ?? [], { layers, homes })
    return texts.map(text => ({ path, text }))
  })
  return [...faults, ...cycleFaults(imports)]
}

function fileFaults(path: string, imports: readonly { readonly from: string }[], plan: Plan): string[] {
  const { storeys, shared } = plan.layers
  const room = roomOf(path)
  if (!storeys.flat().includes(room) && shared[room] === undefined)
    return [`room '${room}' is unknown: give it a storey in scripts/layers.ts`]
  if (room === 'interfaces' && homeOf(path, plan) === undefined)
    return ['belongs to no room: name its contract in scripts/layers.ts']
  return imports.flatMap(({ from }) => importFault(path, from, plan) ?? [])
}

function importFault(path: string, from: string, plan: Plan): string | undefined {
  if (!from.startsWith('.')) return packageFault(from, plan)
  const target = targetOf(path, from)
  if (!target.startsWith('contracts/')) return `imports ${target}, which is outside contracts/`
  const shared = plan.layers.shared[roomOf(path)]
  const fault = shared === undefined ? roomFault(path, target, plan) : sharedFault(path, target, shared)
  return fault ?? storeyFault(path, target, plan)
}

function packageFault(from: string, { layers }: Plan): string | undefined {
  const isAllowed = layers.packages.some(name => from.startsWith(`${name}/`))
  return isAllowed ? undefined : `imports ${from}: contracts use only ${layers.packages.join(', ')}`
}

function sharedFault(path: string, target: string, allowed: readonly string[]): string | undefined {
  const [room, wanted] = [roomOf(path), roomOf(target)]
  if (wanted === room || allowed.includes(wanted)) return undefined
  return `${room}/ may not import from ${wanted}/`
}

function roomFault(path: string, target: string, { layers }: Plan): string | undefined {
  const wanted = roomOf(target)
  if (wanted === roomOf(path) || layers.shared[wanted] !== undefined) return undefined
  return `imports ${target}: rooms meet only through interfaces/`
}

/** An interface stands for its room: who imports it looks at that room, which must be below. */
function storeyFault(path: string, target: string, plan: Plan): string | undefined {
  const isPlaced = plan.layers.shared[roomOf(path)] === undefined
  if (roomOf(target) !== 'interfaces' || !(isPlaced || roomOf(path) === 'interfaces')) return undefined
  const own = isPlaced ? roomOf(path) : homeOf(path, plan)
  const other = homeOf(target, plan)
  if (own === undefined || other === undefined || own === other || other === standard) return undefined
  if (own === standard) return `a standard may not import ${target}`
  const storeyOf = (room: string) => plan.layers.storeys.findIndex(rooms => rooms.includes(room))
  if (storeyOf(other) < storeyOf(own)) return undefined
  return `imports ${target}: ${own} may not look at ${other}, which is not below it`
}

/** In place of a room, for the interface of a public standard. */
const standard = 'standard'

/** The room of an interface. */
function homeOf(path: string, { layers, homes }: Plan): string | undefined {
  const name = posix.basename(path, '.sol')
  if (layers.standards.includes(name)) return standard
  const contract = name.replace(/^I/, '')
  return homes.get(contract) ?? layers.homes[contract]
}

function importsOf(text: string): { from: string }[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
  return [...code.matchAll(/\bimport\b[^;"']*["']([^"']+)["']/g)].map(([, from = '']) => ({ from }))
}
