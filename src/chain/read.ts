import type { DealId } from '../domain/ids.ts'
import type { Address } from './address.ts'
import { type ArgsOf, decodeResult, encodeData, type ReadVerb, type ResultOf } from './call.ts'
import type { Client } from './client.ts'
import { ITrail__factory } from './contracts/index.ts'
import { explainRevert } from './explainRevert.ts'
import { ChainUnreachableError } from './provider.ts'
import type { ContractName } from './rooms.ts'

/** The block at which a read is true; the newest one when none is named. */
export type AtBlock = { readonly block?: number | undefined }

/** Calls a function that only reads, and decodes its answer by the contract's interface. */
export async function readContract<Name extends ContractName, Verb extends ReadVerb<Name>>(
  { provider }: Client,
  {
    contract,
    to,
    verb,
    args,
    block,
  }: AtBlock & {
    readonly contract: Name
    readonly to: Address
    readonly verb: Verb
    readonly args: ArgsOf<Name, Verb>
  },
): Promise<ResultOf<Name, Verb>> {
  const data = encodeData(contract, verb, args)
  const answer = await provider.call({ to, data, blockTag: block ?? 'latest' }).catch((error: unknown) => {
    throw explainRevert(error)
  })
  return decoded(`${contract}.${verb}`, () => decodeResult(contract, verb, answer)) as ResultOf<Name, Verb>
}

/** A node that is ill, or has not the block that was asked for, may answer with something else. */
function decoded<T>(what: string, decode: () => T): T {
  try {
    return decode()
  } catch (error) {
    throw new ChainUnreachableError(`${what} got an answer that is none`, error)
  }
}

const trail = ITrail__factory.createInterface()

/** How often a contract acted on a deal, and the block in which it did last. */
export async function readTrail(
  { provider }: Client,
  { at, deal, block }: AtBlock & { readonly at: Address; readonly deal: DealId },
): Promise<{ readonly count: bigint; readonly lastBlock: bigint }> {
  const data = trail.encodeFunctionData('trailOf', [deal])
  const answer = await provider
    .call({ to: at, data, blockTag: block ?? 'latest' })
    .catch((error: unknown) => {
      throw explainRevert(error)
    })
  const { count, lastBlock } = decoded('trailOf', () => trail.decodeFunctionResult('trailOf', answer))
  return { count, lastBlock }
}
