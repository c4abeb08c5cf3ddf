import { expect } from 'chai'
import { JsonRpcProvider, Wallet } from 'ethers'
import { type EmbeddedChain, startEmbeddedChain } from '../../../../src/cli/demo/embeddedChain.ts'

const beginsAt = new Date('2019-08-01T00:00:00Z')
const options = { pollingInterval: 20, cacheTimeout: -1 }

describe('startEmbeddedChain', () => {
  it('default: a wallet without any coin sends, and the clock begins where asked', async () => {
    await withChain(await startEmbeddedChain({ beginsAt, blockMilliseconds: 0 }), async provider => {
      const genesis = await provider.getBlock(0)
      expect(genesis?.timestamp).to.equal(beginsAt.getTime() / 1000)
      expect((await sendNothing(provider))?.status).to.equal(1)
    })
  })

  it('behavior: blocks come by themselves, and the clock moves forward when told', async () => {
    await withChain(await startEmbeddedChain({ beginsAt, blockMilliseconds: 50 }), async provider => {
      await provider.send('evm_setNextBlockTimestamp', [Date.parse('2022-09-20') / 1000])
      const receipt = await sendNothing(provider)
      const block = await provider.getBlock(receipt?.blockNumber ?? 0)
      expect(block?.timestamp).to.be.within(Date.parse('2022-09-20') / 1000, Date.parse('2022-09-21') / 1000)
    })
  })

  it('behavior: two chains run side by side, and one that is closed answers no more', async () => {
    const [first, second] = [
      await startEmbeddedChain({ beginsAt, blockMilliseconds: 0 }),
      await startEmbeddedChain({ beginsAt, blockMilliseconds: 0 }),
    ]
    expect(first.url).to.not.equal(second.url)
    await first.close()
    await withChain(second, async provider => expect(await provider.getBlockNumber()).to.equal(0))
    const answer = await fetch(first.url, { method: 'POST', body: '{}' }).catch(() => 'no answer')
    expect(answer).to.equal('no answer')
  })
})

async function withChain(
  chain: EmbeddedChain,
  use: (provider: JsonRpcProvider) => Promise<unknown>,
): Promise<void> {
  const provider = new JsonRpcProvider(chain.url, undefined, options)
  try {
    await use(provider)
  } finally {
    provider.destroy()
    await chain.close()
  }
}

async function sendNothing(provider: JsonRpcProvider) {
  const wallet = Wallet.createRandom().connect(provider)
  const fees = { type: 2, maxFeePerGas: 0, maxPriorityFeePerGas: 0, gasLimit: 30_000 }
  return (await wallet.sendTransaction({ to: wallet.address, ...fees })).wait()
}
