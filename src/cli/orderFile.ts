import { z } from 'zod'
import { parseAddress } from '../chain/address.ts'
import { entitlementFates, orderKinds } from '../domain/enumerations.ts'
import { LedgerError } from '../domain/errors.ts'
import { hash32, seriesId } from '../domain/ids.ts'
import type { OrderTerms } from '../sdk/notes/orderTerms.ts'
import { writeNewFile } from './newFile.ts'
import { firstFault, readJsonFile } from './readTextFile.ts'

/** What a proposer hands to the authority that confirms. The ledger knows its hash alone, so nobody else reads the file. */

const SCHEMA = 'lingnan-order/1'

const digits = z.string().regex(/^(0|[1-9]\d{0,28})$/)

const orderFile = z.strictObject({
  schema: z.literal(SCHEMA),
  series: digits,
  kind: z.enum(orderKinds.filter(kind => kind !== 'None')),
  entitlements: z.enum(entitlementFates.filter(fate => fate !== 'None')).optional(),
  freeze: digits.optional(),
  from: z.string(),
  to: z.string().optional(),
  units: digits,
  basisHash: z.string(),
  salt: z.string(),
})

/** The terms of an order in a file. */
export async function loadOrder(path: string): Promise<OrderTerms> {
  const read = orderFile.safeParse(await readJsonFile(path))
  if (!read.success) throw new OrderFileError(path, read.error)
  const { series, kind, entitlements, freeze, from, to, units, basisHash, salt } = read.data
  return {
    series: seriesId(BigInt(series)),
    kind,
    from: parseAddress(from),
    units: BigInt(units),
    basisHash: hash32(basisHash),
    salt: hash32(salt),
    ...(entitlements === undefined ? {} : { entitlements }),
    ...(freeze === undefined ? {} : { freeze: BigInt(freeze) }),
    ...(to === undefined ? {} : { to: parseAddress(to) }),
  }
}

/** Writes the terms of an order, with the only copy of its salt. */
export async function saveOrder(path: string, terms: OrderTerms): Promise<void> {
  await writeNewFile(path, { content: { schema: SCHEMA, ...terms }, reader: 'owner' })
}

export class OrderFileError extends LedgerError {
  override readonly code = 'file/order-refused'

  constructor(path: string, cause: z.ZodError) {
    super(`${path} does not hold the terms of an order${firstFault(cause)}`, {
      remedy: 'Take the file as `lingnan note order propose` wrote it',
      cause,
    })
  }
}
