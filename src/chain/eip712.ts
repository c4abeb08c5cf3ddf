import { type Interface, type ParamType, type Signer, TypedDataEncoder } from 'ethers'
import { LedgerError } from '../domain/errors.ts'
import type { Address } from './address.ts'
import type { Deployment } from './client.ts'
import { type ContractName, interfaces } from './rooms.ts'

/** What binds a signature to one contract on one chain. */
export type Domain = {
  readonly name: string
  readonly version: string
  readonly chainId: bigint
  readonly verifyingContract: Address
}

export type TypedField = { readonly name: string; readonly type: string }

/** A struct as EIP-712 sees it. */
export type TypedStruct = { readonly name: string; readonly fields: readonly TypedField[] }

/** A statement with the domain in which it holds. */
export type Statement = {
  readonly domain: Domain
  readonly struct: TypedStruct
  readonly value: Readonly<Record<string, unknown>>
}

/** The statements that people sign: the struct is the first argument of the function that accepts or hashes it. */
export const attestationStruct = structOf('PartyRegistry', 'attest', 'Attestation')
export const consentStruct = structOf('PartyRegistry', 'consentDigestOf', 'Consent')
export const recoveryStruct = structOf('PartyRegistry', 'recover', 'Recovery')
export const reportStruct = structOf('CollectionOracle', 'submit', 'CollectionReport')
export const milestoneStruct = structOf('EvaluationBook', 'recordMilestone', 'Milestone')
export const evaluationStruct = structOf('EvaluationBook', 'recordEvaluation', 'Evaluation')
export const appraisalStruct = structOf('EvaluationBook', 'recordAppraisal', 'Appraisal')

/** The domains of the contracts that take signed statements; the twins of what their constructors state. */
const NAMES = {
  PartyRegistry: 'Lingnan PartyRegistry',
  CollectionOracle: 'Lingnan CollectionOracle',
  EvaluationBook: 'Lingnan EvaluationBook',
} as const

const VERSION = '1'

/** The domain of a contract of a deployment. */
export function domainOf({ chain, rooms }: Deployment, room: keyof typeof NAMES): Domain {
  return Object.freeze({
    name: NAMES[room],
    version: VERSION,
    chainId: chain.chainId,
    verifyingContract: rooms[room],
  })
}

/** Refuses to sign what the contract would hash in another way: another version, chain or contract. */
export function requireDigest(statement: Statement, onChain: string): void {
  const digest = digestOfStruct(statement)
  if (digest !== onChain) throw new DigestMismatchError(statement.domain, { digest, onChain })
}

/** Signs a statement; wallets show its fields. */
export async function signStruct(signer: Signer, { domain, struct, value }: Statement): Promise<string> {
  return signer.signTypedData(domain, typesOf(struct), value)
}

/** The digest that is signed. */
export function digestOfStruct({ domain, struct, value }: Statement): string {
  return TypedDataEncoder.hash(domain, typesOf(struct), value)
}

/** The bytes whose hash is the digest, for signers that hash for themselves. */
export function encodeStruct({ domain, struct, value }: Statement): string {
  return TypedDataEncoder.encode(domain, typesOf(struct), value)
}

/** The type of a struct as it is hashed: "Attestation(bytes32 subject,address wallet,…)". */
export function typeStringOf({ name, fields }: TypedStruct): string {
  return `${name}(${fields.map(field => `${field.type} ${field.name}`).join(',')})`
}

function typesOf({ name, fields }: TypedStruct): Record<string, { name: string; type: string }[]> {
  return { [name]: fields.map(field => ({ ...field })) }
}

/** Reads a struct off the compiled interface, so that what is signed cannot differ from what is submitted. */
function structOf(contract: ContractName, verb: string, name: string): TypedStruct {
  const abi: Interface = interfaces[contract]
  const components: readonly ParamType[] = abi.getFunction(verb)?.inputs[0]?.components ?? []
  const fields = components.map(field => Object.freeze({ name: field.name, type: field.type }))
  return Object.freeze({ name, fields: Object.freeze(fields) })
}

export class DigestMismatchError extends LedgerError {
  override readonly code = 'chain/digest-mismatch'
  readonly domain: Domain

  constructor(domain: Domain, { digest, onChain }: { readonly digest: string; readonly onChain: string }) {
    super(`${domain.name} hashes the statement to ${onChain}, and this software to ${digest}`, {
      remedy: 'Do not sign; use the version of this software that belongs to the deployed contracts',
    })
    this.domain = domain
  }
}
