import { expect } from 'chai'
import { Interface } from 'ethers'
import { type Address, MalformedAddressError, parseAddress } from '../../../src/chain/address.ts'
import { type Call, encodeCall } from '../../../src/chain/call.ts'
import { explainRevert } from '../../../src/chain/explainRevert.ts'
import { feesOf } from '../../../src/chain/fees.ts'
import { finalBlockOf } from '../../../src/chain/finality.ts'
import { connectAnywhere } from '../../../src/chain/provider.ts'
import {
  build,
  send,
  simulate,
  TransactionFailedError,
  TransactionOverdueError,
  wait,
} from '../../../src/chain/send.ts'
import { ANSWERER, type EmbeddedChain, REFUSER, startChain } from './embeddedChain.ts'
import { refusalOf } from './refusalOf.ts'

const SECOND = 1000

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}

/** A call that the refusing contract refuses with this error of a contract. */
function refusedCall(to: Address): Call {
  const abi = new Interface(['error UnknownDeal(uint64 deal)'])
  const call = encodeCall({ contract: 'DealBook', to, verb: 'offer', args: [9n] })
  return { ...call, data: abi.encodeErrorResult('UnknownDeal', [9n]) }
}

describe('encodeCall', () => {
  it('default', () => {
    const to = parseAddress(`0x${'22'.repeat(20)}`)
    const call = encodeCall({ contract: 'DealBook', to, verb: 'offer', args: [9n] })
    expect(call.data).to.equal(new Interface(['function offer(uint64)']).encodeFunctionData('offer', [9n]))
    expect([call.contract, call.verb, call.to, call.args]).to.deep.equal(['DealBook', 'offer', to, [9n]])
    expect(Object.isFrozen(call) && Object.isFrozen(call.args)).to.equal(true)
  })

  it('error: MalformedAddressError', () => {
    const mixed = '0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'
    expect(parseAddress(mixed.toLowerCase())).to.equal('0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed')
    for (const text of [
      '',
      '0x12',
      mixed,
      `0x${'00'.repeat(20)}`,
      '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    ]) {
      expect(() => parseAddress(text)).to.throw(MalformedAddressError)
    }
  })
})

describe('send', () => {
  let chain: EmbeddedChain
  let [answerer, refuser]: Address[] = []
  before(async () => {
    chain = await startChain()
    answerer = await chain.deploy(ANSWERER)
    refuser = await chain.deploy(REFUSER)
  })
  after(() => chain.close())

  /** The client, a call that succeeds and one that is refused, on contracts that stand for the rooms. */
  async function prepared() {
    if (answerer === undefined || refuser === undefined) expect.fail('both contracts stand')
    const client = await chain.clientAt(answerer)
    const call = encodeCall({
      contract: 'CashLedger',
      to: answerer,
      verb: 'confirm',
      args: [1n, 1n, `0x${'33'.repeat(32)}`],
    })
    return { client, call, refused: refusedCall(refuser), signer: await chain.signer(1) }
  }

  it('default', async () => {
    const { client, call, signer } = await prepared()
    const sent = await send(client, { call, signer })
    const receipt = await wait(client, { sent, timeoutMs: 5 * SECOND })
    expect([receipt.status, receipt.to, receipt.from]).to.deep.equal([1, call.to, await signer.getAddress()])
  })

  it('behavior: build, simulate and send share one encoding', async () => {
    const { client, call, signer } = await prepared()
    const unsigned = await build(client, call)
    const sent = await send(client, { call, signer })
    const mined = await client.provider.getTransaction(sent.hash)
    expect([unsigned.to, unsigned.data, mined?.data]).to.deep.equal([call.to, call.data, call.data])
    expect(unsigned.chainId).to.equal(client.chain.chainId)
    expect(await simulate(client, { call, from: sent.from })).to.equal(7n)
  })

  it('behavior: a sender without any coin pays nothing', async () => {
    const { client, call } = await prepared()
    const signer = await chain.signer(2)
    const { from } = await send(client, { call, signer })
    await chain.provider.send('hardhat_setBalance', [from, '0x0'])
    const sent = await send(client, { call, signer })
    const receipt = await wait(client, { sent, timeoutMs: 5 * SECOND })
    expect([receipt.gasPrice, receipt.status]).to.deep.equal([0n, 1])
  })

  it('behavior: a stated number is used', async () => {
    const { client, call } = await prepared()
    const signer = await chain.signer(3)
    const sent = await send(client, { call, signer, nonce: 0 })
    expect(sent.nonce).to.equal(0)
  })

  it('behavior: a refusal is explained and nothing is sent', async () => {
    const { client, refused, signer } = await prepared()
    const from = await signer.getAddress()
    const before = await client.provider.getTransactionCount(from)
    const errors = [
      await refusalOf(send(client, { call: refused, signer })),
      await refusalOf(simulate(client, { call: refused, from })),
    ]
    expect(errors.map(codeOf)).to.deep.equal(['deal/unknown', 'deal/unknown'])
    expect(await client.provider.getTransactionCount(from)).to.equal(before)
  })

  it('behavior: finality is data', async () => {
    const { client } = await prepared()
    const head = await client.provider.getBlockNumber()
    expect(await finalBlockOf(client.provider, { rule: 'immediate' })).to.equal(head)
    expect(await finalBlockOf(client.provider, { rule: 'depth', blocks: 1 })).to.equal(head - 1)
    expect(await finalBlockOf(client.provider, { rule: 'depth', blocks: head + 5 })).to.equal(-1)
    expect(await finalBlockOf(client.provider, { rule: 'tag', tag: 'finalized' })).to.be.at.most(head)
  })

  it('behavior: waits until the block is deep enough', async () => {
    const { call, signer } = await prepared()
    const client = await chain.clientAt(call.to, { rule: 'depth', blocks: 2 })
    const sent = await send(client, { call, signer })
    const early = await refusalOf(wait(client, { sent, timeoutMs: 300 }))
    expect(early).to.be.instanceOf(TransactionOverdueError)
    await chain.provider.send('hardhat_mine', ['0x2'])
    expect((await wait(client, { sent, timeoutMs: 5 * SECOND })).status).to.equal(1)
  })

  it('error: TransactionFailedError', async () => {
    const { client, refused, signer } = await prepared()
    const from = await signer.getAddress()
    await chain.provider.send('evm_setAutomine', [false])
    const response = await signer.sendTransaction({ to: refused.to, data: refused.data, gasLimit: 100_000n })
    await chain.provider.send('hardhat_mine', [])
    await chain.provider.send('evm_setAutomine', [true])
    const sent = { call: refused, from, hash: response.hash, nonce: response.nonce }
    const error = await refusalOf(wait(client, { sent, timeoutMs: 5 * SECOND }))
    if (!(error instanceof TransactionFailedError)) expect.fail('a failed transaction')
    expect(codeOf(error.cause)).to.equal('deal/unknown')
    expect(explainRevert(error)).to.equal(error)
  })
})

describe('feesOf', () => {
  it('default', async () => {
    const chain = await startChain()
    expect(await feesOf(chain.provider)).to.deep.equal({
      type: 2,
      maxFeePerGas: 0n,
      maxPriorityFeePerGas: 0n,
    })
    await chain.close()
  })

  it('behavior: where there is a base fee, it is paid with a margin and a tip', async () => {
    const chain = await startChain({ initialBaseFeePerGas: 1_000_000_000 })
    const fees = await feesOf(chain.provider)
    if (fees.type !== 2) expect.fail('a fee of the new kind')
    const base = (await chain.provider.getBlock('latest'))?.baseFeePerGas ?? 0n
    expect(base > 0n).to.equal(true)
    expect(fees.maxFeePerGas).to.equal(2n * base + fees.maxPriorityFeePerGas)
    await chain.close()
  })

  it('behavior: a network without a base fee is asked for its price', async () => {
    const chain = await startChain()
    const old = {
      async request({ method, params }: { method: string; params?: unknown[] }): Promise<unknown> {
        if (method === 'eth_gasPrice') return '0x7'
        const answer: unknown = await chain.source.request({ method, params: params ?? [] })
        if (method !== 'eth_getBlockByNumber' || typeof answer !== 'object') return answer
        return { ...answer, baseFeePerGas: undefined }
      },
    }
    const { provider } = await connectAnywhere(old)
    expect(await feesOf(provider)).to.deep.equal({ type: 0, gasPrice: 7n })
    provider.destroy()
    await chain.close()
  })
})
