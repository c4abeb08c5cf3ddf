import { extname } from 'node:path'
import { z } from 'zod'
import { dealId, hash32 } from '../../domain/ids.ts'
import { isUnfinished } from '../collect/pickUp.ts'
import { UploadNameRefusedError } from './errors.ts'

/** Where files are sent, below the address of a signer. */
export const UPLOAD_PATH = 'v1/files'

/** Header with the signed envelope: its JSON in base64url, because names have characters that headers have not. */
export const ENVELOPE_HEADER = 'lingnan-envelope'

/** What an envelope that sends a file says that it is. */
export const UPLOAD_KIND = 'upload'

const MOST_BYTES_OF_A_NAME = 200
const EXTENSIONS = ['.csv', '.xlsx', '.xml']
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}/\\:]/u

const deal = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(text => dealId(BigInt(text)))
const sha256 = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/)
  .transform(hash32)

/** What the sender of a file signs of it; the bytes themselves follow as the body of the request. */
export const uploadOrderSchema = z.strictObject({
  deal,
  name: z.string(),
  size: z.int().min(1),
  sha256,
})

export type UploadOrder = z.output<typeof uploadOrderSchema>

/** What the signer answers, signed. */
export const uploadReceiptSchema = z.strictObject({
  deal,
  name: z.string(),
  sha256,
  isNew: z.boolean(),
})

export type UploadReceipt = z.output<typeof uploadReceiptSchema>

/** A name that is a name alone, for a file that is taken in. */
export function requireUploadName(name: string): void {
  const [first = ''] = FORBIDDEN.exec(name) ?? []
  if (first !== '') throw new UploadNameRefusedError(name, 'it holds a character that leads elsewhere')
  if (Buffer.byteLength(name) > MOST_BYTES_OF_A_NAME)
    throw new UploadNameRefusedError(name, `it is longer than ${MOST_BYTES_OF_A_NAME} bytes`)
  if (isUnfinished(name)) throw new UploadNameRefusedError(name, 'it is that of a file still being written')
  if (!EXTENSIONS.includes(extname(name).toLowerCase()))
    throw new UploadNameRefusedError(name, `it does not end with ${EXTENSIONS.join(', ')}`)
}
