import { z } from 'zod'
import { LARGEST_BANK_FILE } from '../bank/camt/readBankFile.ts'
import { type Address, parseAddress } from '../chain/address.ts'
import { LedgerError } from '../domain/errors.ts'
import { dealId } from '../domain/ids.ts'
import { readShape } from '../domain/readShape.ts'

export const configSchemaName = 'lingnan-oracle/1'

const address = z.string().transform(parseAddress)
const whole = z.string().regex(/^\d{1,20}$/)
const place = z.strictObject({ host: z.string(), port: z.number().int().min(0).max(65_535) })
const path = z.string().min(1)

const keySchema = z.union([
  z.strictObject({ keystore: path, address }),
  z.strictObject({ web3Signer: z.url(), address }),
])

/** Where a key lies, and whose it is: the address is stated, so that a mistaken file is found out. */
export type KeyPlace = z.output<typeof keySchema>

const uploadsSchema = z.strictObject({
  listen: place,
  largest: z.int().min(1).max(LARGEST_BANK_FILE).default(LARGEST_BANK_FILE).describe('Bytes'),
  uploaders: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(80),
        address: address.describe('Key that signs the requests'),
        deals: z
          .array(whole.transform(BigInt))
          .min(1)
          .optional()
          .describe('Deals of which it may send files; without it all that have books here'),
      }),
    )
    .min(1),
})

/** Who may send files over HTTP, how large, and where. */
export type UploadSettings = z.output<typeof uploadsSchema>

const peerSchema = z.union([
  z.strictObject({ address, wallet: address.optional(), url: z.url() }),
  z.strictObject({ address, wallet: address.optional(), folder: path }),
])

/** What a signer's process is told. Paths are relative to the file. */
export const configSchema = z.strictObject({
  schema: z.literal(configSchemaName),
  rpc: z.url(),
  deployment: path,
  folder: path.describe('Journal, board and outbox of this signer'),
  drafts: path.optional().describe('Reports of the deals without books, as an own system gives them'),
  signer: keySchema,
  wallet: address.optional().describe('Contract wallet for which the signer signs'),
  transmitter: keySchema,
  deals: z
    .array(
      z.strictObject({
        deal: whole.transform(text => dealId(BigInt(text))),
        streams: z.number().int().min(1).max(255),
        dealFile: path.optional().describe('Deal file whose calendar of reports must be that of the ledger'),
        books: path.optional().describe('Folder of the own books of the deal: statements, bank files, terms'),
      }),
    )
    .min(1),
  peers: z.array(peerSchema).min(1),
  listen: place.optional().describe('Where other members reach this one'),
  uploads: uploadsSchema.optional().describe('Where banks and servicing systems send files'),
  status: place.optional().describe('Where /health and /metrics are served'),
  approval: z.strictObject({ above: whole.transform(BigInt), approvers: z.array(address) }),
  validHours: z.number().int().min(1).max(8_760).default(72),
  failoverMinutes: z.number().min(0).max(100_000).default(240),
  againSeconds: z.number().min(0.01).max(86_400).default(15),
  pollSeconds: z.number().min(0.01).max(3_600).default(2),
  rpcTimeoutSeconds: z.number().min(0.05).max(600).default(10),
  windowSeconds: z.number().int().min(1).max(86_400).default(120),
  folderWindowHours: z.number().min(0.01).max(8_760).default(720),
  leastWitnesses: z.number().int().min(0).optional(),
})

export type OracleConfig = z.output<typeof configSchema>

/** Reads a configuration; every fault is named. */
export function readConfig(data: unknown): OracleConfig {
  const config = readShape(configSchema, data, reason => new ConfigRefusedError(reason))
  const bare = config.deals.find(({ books }) => books === undefined)
  if (bare !== undefined && config.drafts === undefined)
    throw new ConfigRefusedError(`deal ${bare.deal} has neither books nor a folder of drafts`)
  if (config.uploads !== undefined && config.deals.every(({ books }) => books === undefined))
    throw new ConfigRefusedError('uploads go into books, and no deal has any')
  return config
}

/** The wallet that signs the reports of a configuration. */
export function walletOf({ wallet, signer }: OracleConfig): Address {
  return wallet ?? signer.address
}

export class ConfigRefusedError extends LedgerError {
  override readonly code = 'file/config-refused'

  constructor(reason: string) {
    super(`The configuration is not ${configSchemaName}: ${reason}`, {
      remedy: 'Correct the fields named and try again',
    })
  }
}
