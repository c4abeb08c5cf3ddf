import { Contract, type Interface, type ParamType, type Signer, TypedDataEncoder } from 'ethers'
import { LedgerError } from '../domain/errors.ts'
import type { Address } from './address.ts'
import type { Client } from './client.ts'
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

/** The statements that people sign: the struct is the first argument of the function that accepts it. */
export const attestationStruct = structOf('PartyRegistry', 'attest', 'Attestation')
export const reportStruct = structOf('CollectionOracle', 'submit', 'CollectionReport')

/** The domain that a contract states by EIP-5267, refused unless it names this chain and this contract. */
export async function domainOf(client: Client, verifyingContract: Address): Promise<Domain> {
  const contract = new Contract(verifyingContract, DOMAIN_ABI, client.provider)
  const [, name, version, chainId, stated] = await contract.getFunction('eip712Domain').staticCall()
  const domain = { name: String(name), version: String(version), chainId: BigInt(chainId), verifyingContract }
  if (domain.chainId !== client.chain.chainId || stated !== verifyingContract)
    throw new ForeignDomainError(domain)
  return Object.freeze(domain)
}

/** Signs a statement; wallets show its fields. */
export async function signStruct(
  signer: Signer,
  {
    domain,
    struct,
    value,
  }: { domain: Domain; struct: TypedStruct; value: Readonly<Record<string, unknown>> },
): Promise<string> {
  return signer.signTypedData(domain, typesOf(struct), value)
}

/** The digest that is signed. */
export function digestOfStruct({
  domain,
  struct,
  value,
}: {
  domain: Domain
  struct: TypedStruct
  value: Readonly<Record<string, unknown>>
}): string {
  return TypedDataEncoder.hash(domain, typesOf(struct), value)
}

/** The type of a struct as it is hashed: "Attestation(bytes32 subject,address wallet,…)". */
export function typeStringOf({ name, fields }: TypedStruct): string {
  return `${name}(${fields.map(field => `${field.type} ${field.name}`).join(',')})`
}

const DOMAIN_ABI = [
  'function eip712Domain() view returns (bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)',
]

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

export class ForeignDomainError extends LedgerError {
  override readonly code = 'chain/foreign-domain'
  readonly domain: Domain

  constructor(domain: Domain) {
    super(`${domain.verifyingContract} asks for signatures that hold elsewhere (chain ${domain.chainId})`, {
      remedy: 'Do not sign; check the deployment and the chain',
    })
    this.domain = domain
  }
}
