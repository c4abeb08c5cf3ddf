import type { Address } from '../../../chain/address.ts'
import type { DealId } from '../../../domain/ids.ts'
import { openKeystore } from '../../../oracle/sign/keystore.ts'
import { sendUpload } from '../../../oracle/upload/sendUpload.ts'
import type { UploadReceipt } from '../../../oracle/upload/uploadOrder.ts'
import { deploymentOf, readDeployment } from '../../../sdk/access/deploymentRecord.ts'
import { toJson } from '../../output/json.ts'
import { readPassword } from '../../readPassword.ts'
import { FileUnreadableError, readJsonFile } from '../../readTextFile.ts'
import type { CommandContext } from '../../streams.ts'
import { oracleTextIn } from '../../texts/oracle.ts'
import { languageFor, type Spoken } from '../languageOption.ts'

export interface UploadOptions extends Spoken {
  readonly files: readonly string[]
  readonly to: string
  readonly signer: Address
  readonly deployment: string
  readonly deal: DealId
  readonly keystore: string
  readonly passwordFd?: number
  readonly json: boolean
}

const TIMES = { windowSeconds: 300, timeoutMs: 60_000 }

/** Sends files one after the other; the first that is refused ends it, and those before it stay. */
export async function runUpload(options: UploadOptions, context: CommandContext): Promise<void> {
  const { files, to: url, signer, deal, keystore, passwordFd } = options
  const deployment = deploymentOf(readDeployment(await readJsonFile(options.deployment)))
  const password = await readPassword({ subject: keystore, descriptor: passwordFd })
  const key = await openKeystore({ path: keystore, password })
  const sending = { deployment, key, url, signer, deal, now: () => Date.now(), ...TIMES }
  const receipts: UploadReceipt[] = []
  try {
    for (const file of files) receipts.push(await sendUpload(sending, file).catch(named(file)))
  } finally {
    context.streams.out(shown(receipts, { options, context }))
  }
}

type Showing = { readonly options: UploadOptions; readonly context: CommandContext }

function shown(receipts: readonly UploadReceipt[], { options, context }: Showing): string {
  if (options.json) return `${toJson({ receipts })}\n`
  const text = oracleTextIn(languageFor(options, context))
  return receipts
    .map(({ sha256, name, isNew }) => `${sha256}  ${name}  ${text(isNew ? 'taken' : 'known')}\n`)
    .join('')
}

/** What is neither refused nor a fault of the line is a file that cannot be read. */
function named(file: string): (error: unknown) => never {
  return error => {
    if (error instanceof Error && 'syscall' in error) throw new FileUnreadableError(file, error)
    throw error
  }
}
