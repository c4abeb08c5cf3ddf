import { expect } from 'chai'
import { Interface } from 'ethers'
import { parseAddress } from '../../../src/chain/address.ts'
import type { Call } from '../../../src/chain/call.ts'
import { interfaces, type Rooms, roomNames } from '../../../src/chain/rooms.ts'
import { parseDay } from '../../../src/domain/dates.ts'
import { dealId, hash32, period, seriesId } from '../../../src/domain/ids.ts'
import { approveSpender } from '../../../src/sdk/notes/approveSpender.ts'
import { cancelSubscription } from '../../../src/sdk/settlement/cancelSubscription.ts'
import { instructPayees } from '../../../src/sdk/settlement/instructPayees.ts'
import { rejectPayment } from '../../../src/sdk/settlement/rejectPayment.ts'
import { releaseWithheld } from '../../../src/sdk/settlement/releaseWithheld.ts'
import { returnPayment } from '../../../src/sdk/settlement/returnPayment.ts'
import { returnPayout } from '../../../src/sdk/settlement/returnPayout.ts'
import { returnRefund } from '../../../src/sdk/settlement/returnRefund.ts'
import { sweepDust } from '../../../src/sdk/settlement/sweepDust.ts'
import type { Distribution } from '../../../src/sdk/waterfall/distribution.ts'

const address = (byte: number) => parseAddress(`0x${byte.toString(16).padStart(2, '0').repeat(20)}`)
const hash = (byte: number) => hash32(`0x${byte.toString(16).padStart(2, '0').repeat(32)}`)

const rooms = Object.fromEntries(roomNames.map((name, index) => [name, address(index + 1)])) as Rooms
const [deal, series, first, day] = [dealId(7n), seriesId(5n), period(1n), parseDay('2026-09-22')]
const holder = address(0xaa)

const distribution: Distribution = {
  deal,
  period: first,
  programHash: hash(1),
  inputsDigest: hash(2),
  flagsBefore: 0,
  flags: 3,
  ran: 5n,
  due: [1n],
  paid: [2n],
  arrivals: [3n],
  payees: [4n],
  cells: [5n, 6n],
  flows: [7n, -8n, 1n],
}

/** Calls off the main road of a deal, with what the contract must be given. */
const CALLS: readonly (readonly [Call, string, readonly unknown[]])[] = [
  [
    approveSpender({ note: holder, spender: address(9), units: 3n }),
    'approve(address,uint256)',
    [address(9), 3n],
  ],
  [cancelSubscription(rooms, { subscription: 4n }), 'cancel(uint64)', [4n]],
  [
    returnRefund(rooms, { subscription: 4n, valueDay: day, bankReference: hash(1), reason: hash(2) }),
    'returnRefund(uint64,uint32,bytes32,bytes32)',
    [4n, day, hash(1), hash(2)],
  ],
  [
    returnPayout(rooms, { instruction: 6n, valueDay: day, bankReference: hash(1), reason: hash(2) }),
    'returnPayout(uint64,address,uint32,bytes32,bytes32)',
    [6n, `0x${'00'.repeat(20)}`, day, hash(1), hash(2)],
  ],
  [
    returnPayout(rooms, { instruction: 6n, holder, valueDay: day, bankReference: hash(1), reason: hash(2) }),
    'returnPayout(uint64,address,uint32,bytes32,bytes32)',
    [6n, holder, day, hash(1), hash(2)],
  ],
  [
    releaseWithheld(rooms, { series, period: first, holders: [holder] }),
    'releaseWithheld(uint64,uint32,address[])',
    [5n, 1n, [holder]],
  ],
  [
    rejectPayment(rooms, { deal, kind: 'Dust', reason: hash(2) }),
    'reject(uint64,uint8,bytes32)',
    [7n, 2n, hash(2)],
  ],
  [
    returnPayment(rooms, { deal, kind: 'Proceeds', valueDay: day, bankReference: hash(1), reason: hash(2) }),
    'returnPayment(uint64,uint8,uint32,bytes32,bytes32)',
    [7n, 1n, day, hash(1), hash(2)],
  ],
  [sweepDust(rooms, { deal, contentHash: hash(3) }), 'sweep(uint64,bytes32)', [7n, hash(3)]],
  [
    instructPayees(rooms, { distribution, payees: [0, 4], contentHash: hash(3) }),
    'instructPayees((uint64,uint32,bytes32,bytes32,uint16,uint16,uint256,uint128[],uint128[],uint128[],uint128[],uint128[],int128[3]),uint8[],bytes32)',
    [
      [7n, 1n, hash(1), hash(2), 0n, 3n, 5n, [1n], [2n], [3n], [4n], [5n, 6n], [7n, -8n, 1n]],
      [0n, 4n],
      hash(3),
    ],
  ],
]

describe('calls', () => {
  for (const [call, signature, args] of CALLS) {
    it(`default: ${call.contract}.${call.verb}`, () => {
      const fragment = `function ${signature}`
      expect(plain(new Interface([fragment]).decodeFunctionData(call.verb, call.data))).to.deep.equal(args)
      expect(call.to).to.equal(call.contract === 'SeriesNote' ? holder : rooms[call.contract])
      expect(Object.isFrozen(call)).to.equal(true)
      const compiled: Interface = interfaces[call.contract]
      expect(compiled.getFunction(call.verb)?.format('sighash')).to.equal(signature)
    })
  }
})

/** A decoded value without the wrapping of the decoder. */
function plain(value: unknown): unknown {
  return Array.isArray(value) ? Array.from(value, plain) : value
}
