import { AbiCoder, keccak256, ZeroAddress, ZeroHash } from 'ethers'
import { add, big, type Kept, keep, of, type Story, table } from './table.ts'

const REGISTER = ['uint64', 'tuple(address from, address to, uint256 units)[]', 'bytes32']

/** Notes as tokens: units now and at every book, supply, freezes, pauses and stages; each note has an address of its own. */
export function tokens(story: Story): readonly Kept[] {
  const zero = () => ({ value: 0n })
  const [balances, frozen, records, supplies, supplyAt] = [
    table(zero),
    table(zero),
    table(),
    table(zero),
    table(),
  ]
  const [books, stages, pauses] = [table(() => ({ book: 0n, closed: false })), table(), table()]
  const proposals = table()
  for (const { name, args, at: note } of of('SeriesNote', story)) {
    if (name === 'Transfer') {
      const { from, to, value } = args.toObject()
      if (from === ZeroAddress) add(supplies.rowAt(note), 'value', value)
      else add(balances.rowAt(note, from), 'value', -big(value))
      if (to === ZeroAddress) add(supplies.rowAt(note), 'value', -big(value))
      else add(balances.rowAt(note, to), 'value', value)
    } else if (name === 'Frozen') frozen.rowAt(note, args['account'])['value'] = args['amount']
    else if (name === 'BookClosed') books.rowAt(note)['closed'] = true
    else if (name === 'BookOpened') books.rowAt(note)['closed'] = false
    else if (name === 'BookTaken') {
      books.rowAt(note)['book'] = args['book']
      supplyAt.rowAt(note, args['book'])['value'] = args['supply']
      for (const { args: holder, at, fields } of balances.rows.values())
        if (at === note) records.rowAt(note, ...holder, args['book'])['value'] = fields['value']
    } else if (name === 'NoteMoved') stages.rowAt(note)['value'] = args['to']
    else if (name === 'NotePaused') pauses.rowAt(note, args['scope'])['value'] = true
    else if (name === 'NoteResumed') pauses.rowAt(note, args['scope'])['value'] = false
    else if (name === 'RegisterProposed') {
      const { number, fileHash, registrar } = args.toObject()
      const lines = args['lines'].toArray(true)
      const digest = keccak256(AbiCoder.defaultAbiCoder().encode(REGISTER, [number, lines, fileHash]))
      Object.assign(proposals.rowAt(note), { number, digest, registrar })
    } else if (name === 'RegisterImported') proposals.rowAt(note)['digest'] = ZeroHash
  }
  return [
    ...keep('SeriesNote', 'balanceOf', balances),
    ...keep('SeriesNote', 'getFrozenTokens', frozen),
    ...keep('SeriesNote', 'unitsAt', records),
    ...keep('SeriesNote', 'totalSupply', supplies),
    ...keep('SeriesNote', 'supplyAt', supplyAt),
    ...keep('SeriesNote', 'bookOf', books),
    ...keep('SeriesNote', 'stage', stages),
    ...keep('SeriesNote', 'isPaused', pauses),
    ...keep('SeriesNote', 'proposalOf', proposals),
  ]
}
