import { Contract, ContractFactory, type JsonRpcApiProvider, Wallet } from 'ethers'
import { WaterfallLens__factory } from '../../chain/contracts/index.ts'
import { explainRevert } from '../../chain/explainRevert.ts'
import { feesOf } from '../../chain/fees.ts'
import { ChainUnreachableError, connectAnywhere } from '../../chain/provider.ts'
import type { Engine } from '../../deal/engine.ts'
import { startEmbeddedChain } from '../embedded/embeddedChain.ts'

/** The machine on a chain of its own; whoever opens it closes it. */
export interface EvmEngine {
  readonly engine: Engine
  readonly close: () => Promise<void>
}

const RECEIPT_MILLISECONDS = 30_000
const DEPLOY_GAS = 10_000_000

/** Starts a chain in this process, puts the machine on it and runs the program of a deal there. */
export async function openEvmEngine(words: readonly bigint[]): Promise<EvmEngine> {
  const chain = await startEmbeddedChain({ beginsAt: new Date(0), blockMilliseconds: 0 })
  const { provider } = await connectAnywhere(chain.url)
  const close = async (): Promise<void> => {
    provider.destroy()
    await chain.close()
  }
  try {
    return { engine: engineAt(await deployLens(provider), words), close }
  } catch (error) {
    await close()
    throw error
  }
}

function engineAt(lens: Contract, words: readonly bigint[]): Engine {
  const ask = (verb: string, state: unknown, inputs: unknown) =>
    lens
      .getFunction(verb)
      .staticCall(words, state, inputs)
      .catch((error: unknown) => {
        throw explainRevert(error)
      })
  return {
    name: 'evm',
    async run(state, period) {
      const found = await ask('run', state, period)
      return {
        cells: [...found.cells],
        flags: Number(found.flags),
        payees: [...found.payees],
        lines: found.due.map((due: bigint, line: number) => ({
          ran: ((found.ran >> BigInt(line)) & 1n) === 1n,
          due,
          paid: found.paid[line],
        })),
      }
    },
    need: async (state, period) => [...(await ask('needOf', state, period))],
  }
}

async function deployLens(provider: JsonRpcApiProvider): Promise<Contract> {
  const { abi, bytecode } = WaterfallLens__factory
  const deployer = Wallet.createRandom().connect(provider)
  const { data } = await new ContractFactory(abi, bytecode).getDeployTransaction()
  const { hash } = await deployer.sendTransaction({ ...(await feesOf(provider)), data, gasLimit: DEPLOY_GAS })
  const receipt = await provider.waitForTransaction(hash, 1, RECEIPT_MILLISECONDS)
  const address = receipt?.contractAddress
  if (typeof address !== 'string') throw new ChainUnreachableError('it did not take the machine')
  return new Contract(address, abi, provider)
}
