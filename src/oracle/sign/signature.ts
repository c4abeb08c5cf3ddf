import { dataLength, dataSlice, Interface, zeroPadBytes } from 'ethers'
import { asked } from '../../chain/asked.ts'
import type { Client } from '../../chain/client.ts'
import { ChainUnreachableError } from '../../chain/provider.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { Hash32 } from '../../domain/ids.ts'
import { recovered } from './key.ts'

export type Signed = { readonly signer: string; readonly digest: Hash32; readonly signature: string }

const WORD_BYTES = 32
const wallets = new Interface([
  'function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)',
])
const YES = zeroPadBytes('0x1626ba7e', WORD_BYTES)

/** Whether a signature is good as the chain would judge it: of a key, or of a contract wallet (ERC-1271). */
export async function isGoodSignature(
  { provider }: Client,
  { signer, digest, signature }: Signed,
): Promise<boolean> {
  if (recovered(digest, signature) === signer) return true
  if ((await asked(provider.getCode(signer))) === '0x') return false
  const data = wallets.encodeFunctionData('isValidSignature', [digest, signature])
  const answer = await asked(provider.call({ to: signer, data })).catch((error: unknown) => {
    if (error instanceof ChainUnreachableError) throw error
    return '0x'
  })
  // Judged by its first word: a wallet that says less is no failure of the node.
  return dataLength(answer) >= WORD_BYTES && dataSlice(answer, 0, WORD_BYTES) === YES
}

export async function requireGoodSignature(client: Client, signed: Signed): Promise<void> {
  if (!(await isGoodSignature(client, signed))) throw new SignatureNotGoodError(signed)
}

export class SignatureNotGoodError extends LedgerError {
  override readonly code = 'oracle/signature-not-good'
  readonly signer: string

  constructor({ signer, digest }: Signed) {
    super(`The signature of ${signer} under ${digest} is not good`, {
      remedy: 'It is not used; ask that signer for another one, and look at its wallet if this goes on',
    })
    this.signer = signer
  }
}
