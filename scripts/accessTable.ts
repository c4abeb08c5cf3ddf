import { type Actor, contracts, officers, partyKeys } from '../test/access/actors.ts'
import { deployables, functionsOf, isWrite, verbOf } from '../test/access/artifacts.ts'
import { type Moves, matrix, type Row } from '../test/access/matrix.ts'

const places: Readonly<Record<string, string>> = { Cn: 'the mainland', Hk: 'Hong Kong', Mo: 'Macao' }

/** Who may call what, for the README of the room of access: one table of what writes, one of what only reads. */
export function accessTable(): string {
  const rows = Object.entries(matrix).flatMap(([contract, own]) =>
    Object.entries(own).map(([key, row]) => `| ${[contract, ...cellsOf(key, row)].join(' | ')} |`),
  )
  const reads = [...deployables()].flatMap(([contract, abi]) => {
    const names = functionsOf(abi)
      .filter(fragment => !isWrite(fragment))
      .map(fragment => `\`${verbOf(abi, fragment)}\``)
    return names.length === 0 ? [] : [`| ${contract} | ${[...new Set(names)].sort().join(', ')} |`]
  })
  return [
    '| contract | function | in what situation | who may call | others are refused with | moves |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    'Functions that only read, open to anyone:',
    '',
    '| contract | functions |',
    '| --- | --- |',
    ...reads.sort(),
  ].join('\n')
}

function cellsOf(key: string, row: Row): readonly string[] {
  const [verb = '', situation = ''] = key.split(' / ')
  const refused = [...row.refused, ...(row.signed?.refused ?? [])]
  return [
    `\`${verb}\``,
    situation,
    whoOf(row),
    [...new Set(refused)].map(error => (error === 'none' ? 'no reason' : `\`${error}\``)).join(', '),
    movesOf(row.moves),
  ]
}

function whoOf({ may, signed }: Row): string {
  if (signed !== undefined) {
    const callers = may === 'anyone' ? may : may.map(nameOf).join(', ')
    return signed.by.length === 0
      ? `${callers}, with the signatures of the committee`
      : `${callers}, with the signature of ${signed.by.map(nameOf).join(' or ')}`
  }
  if (may === 'anyone') return 'anyone'
  if (may.length === 0) return 'nobody'
  if (may.length === partyKeys.length) return 'any eligible party'
  if (may.length === partyKeys.length - 1) return 'any eligible party but the owner'
  if (may.length === officers.length) return 'any officer of the deal'
  return may.map(nameOf).join(', ')
}

function movesOf(moves: Moves | undefined): string {
  if (moves === undefined) return ''
  if (moves === 'own') return 'its own'
  if (moves === 'frees') return 'frees the rights of the deal'
  return `after ${moves.map(row => `\`${row.split(' / ')[0]}\``).join(', ')} of another`
}

/** `custodianHk` → custodian of Hong Kong; a contract in code. */
function nameOf(actor: Actor): string {
  if (contracts.some(contract => contract === actor)) return `\`${actor}\``
  const [, place] = /(Cn|Hk|Mo)$/.exec(actor) ?? []
  const office = actor.replace(/(Cn|Hk|Mo)$/, '').replaceAll(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return place === undefined ? office : `${office} of ${places[place]}`
}
