import type { Interface } from 'ethers'
import type { Address } from './address.ts'
import type { TypedContractMethod } from './contracts/common.ts'
import { type ContractName, type Contracts, interfaces } from './rooms.ts'

/** One write to one contract, encoded and complete: what `build`, `simulate` and `send` all use. */
export type Call = {
  readonly contract: ContractName
  readonly verb: string
  readonly to: Address
  readonly data: string
  readonly args: readonly unknown[]
}

type Method<Name extends ContractName, Verb extends keyof Contracts[Name]> = Contracts[Name][Verb]

/** The names of a contract's functions that write, and of those that only read. */
export type WriteVerb<Name extends ContractName> = VerbOf<Name, 'nonpayable'>
export type ReadVerb<Name extends ContractName> = VerbOf<Name, 'view'>

type VerbOf<Name extends ContractName, Mutability extends 'nonpayable' | 'view'> = {
  [Verb in keyof Contracts[Name]]: Method<Name, Verb> extends TypedContractMethod<
    infer _Args,
    infer _Result,
    infer Own
  >
    ? Own extends Mutability
      ? Verb
      : never
    : never
}[keyof Contracts[Name]] &
  string

export type ArgsOf<Name extends ContractName, Verb extends keyof Contracts[Name]> =
  Method<Name, Verb> extends TypedContractMethod<infer Args, infer _Result, infer _Own> ? Args : never

export type ResultOf<Name extends ContractName, Verb extends keyof Contracts[Name]> =
  Method<Name, Verb> extends TypedContractMethod<infer _Args, infer Result, infer _Own>
    ? Result extends readonly [infer Only]
      ? Only
      : Result
    : never

/** A write, encoded from the contract's interface and frozen. */
export function encodeCall<Name extends ContractName, Verb extends WriteVerb<Name>>({
  contract,
  to,
  verb,
  args,
}: {
  readonly contract: Name
  readonly to: Address
  readonly verb: Verb
  readonly args: ArgsOf<Name, Verb>
}): Call {
  return Object.freeze({
    contract,
    verb,
    to,
    data: encodeData(contract, verb, args),
    args: Object.freeze(args),
  })
}

/** The bytes of any call to a contract, write or read. */
export function encodeData(contract: ContractName, verb: string, args: readonly unknown[]): string {
  const encoder: Interface = interfaces[contract]
  return encoder.encodeFunctionData(verb, args)
}

/** What a call returned: the value itself where there is one, a list where there are several. */
export function decodeResult(contract: ContractName, verb: string, data: string): unknown {
  const decoder: Interface = interfaces[contract]
  const result = decoder.decodeFunctionResult(verb, data)
  return result.length === 1 ? result[0] : result
}
