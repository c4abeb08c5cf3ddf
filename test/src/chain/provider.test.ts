import { expect } from 'chai'
import {
  ChainUnreachableError,
  connect,
  connectAnywhere,
  identityOf,
  WrongChainError,
} from '../../../src/chain/provider.ts'
import { hash32 } from '../../../src/domain/ids.ts'
import { type EmbeddedChain, startChain } from './embeddedChain.ts'
import { refusalOf } from './refusalOf.ts'

describe('connect', () => {
  let chain: EmbeddedChain
  before(async () => {
    chain = await startChain()
  })
  after(() => chain.close())

  it('default', async () => {
    const expected = await identityOf(chain.provider)
    const provider = await connect(chain.source, expected)
    expect(provider.pollingInterval).to.equal(200)
    expect(await identityOf(provider)).to.deep.equal(expected)
    provider.destroy()
  })

  it('behavior: a deployment learns the identity of whatever answers', async () => {
    const { provider, chain: found } = await connectAnywhere(chain.source)
    const genesis = await provider.getBlock(0)
    expect(found.genesisHash).to.equal(genesis?.hash)
    provider.destroy()
  })

  it('error: WrongChainError', async () => {
    const found = await identityOf(chain.provider)
    const otherNumber = await refusalOf(connect(chain.source, { ...found, chainId: found.chainId + 1n }))
    const genesisHash = hash32(`0x${'ab'.repeat(32)}`)
    const otherGenesis = await refusalOf(connect(chain.source, { ...found, genesisHash }))
    expect([otherNumber, otherGenesis].every(error => error instanceof WrongChainError)).to.equal(true)
  })

  it('error: ChainUnreachableError', async () => {
    const mute = { request: () => Promise.reject(new TypeError('no answer')) }
    const error = await refusalOf(connectAnywhere(mute))
    expect(error).to.be.instanceOf(ChainUnreachableError)
    expect(await refusalOf(connectAnywhere({ request: () => Promise.resolve(null) }))).to.be.instanceOf(
      ChainUnreachableError,
    )
  })
})
