import { z } from 'zod'
import { LedgerError } from '../../domain/errors.ts'
import { hash32 } from '../../domain/ids.ts'
import { isNestedDeeper } from '../../domain/nesting.ts'
import { parseJson, readShape } from '../../domain/readShape.ts'
import { writeJson } from '../../domain/writeJson.ts'
import { reportSchema } from '../journal/reportText.ts'

const hash = z.string().transform(hash32)
const signature = z.string().regex(/^0x(?:[0-9a-f]{2}){1,4096}$/)
const text = z.string().max(2_000)

/** Attachments have lines with fields, and little more. */
export const DEEPEST = 64

/** One value on which two members differ. */
export const differenceSchema = z.strictObject({ field: text, ours: text, theirs: text })

export type Difference = z.infer<typeof differenceSchema>

/** A complete report, what it rests on (lines, salts) as its proposer's sources give it, and the report that it replaces. */
export const proposalSchema = z.strictObject({
  report: reportSchema,
  attachment: z.json(),
  previous: reportSchema.optional(),
})

export type Proposal = z.infer<typeof proposalSchema>

export const answerSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('signed'), digest: hash, signature }),
  z.strictObject({
    verdict: z.literal('refused'),
    digest: hash,
    code: text,
    differences: z.array(differenceSchema).max(100),
  }),
  z.strictObject({
    verdict: z.literal('later'),
    digest: hash,
    code: text,
    differences: z.array(differenceSchema).max(100).default([]),
  }),
])

export type Answer = z.infer<typeof answerSchema>

export const signaturesSchema = z.strictObject({
  proposal: proposalSchema,
  signatures: z.array(z.strictObject({ signer: z.string(), signature })).max(8),
})

export type Signatures = z.infer<typeof signaturesSchema>

/** Asked once by each process when it starts; the moment keeps an old answer from being taken for a new one. */
export const holdingSchema = z.strictObject({ askedAt: z.number().int() })

export const heldSchema = z.strictObject({
  signatures: z.array(z.strictObject({ report: reportSchema, signature })).max(100_000),
})

/** What members ask each other. */
export const questions = ['proposal', 'signatures', 'holding'] as const

export type Question = (typeof questions)[number]

/** Reads a message, or the body of one, by its schema. */
export function readBody<T>(schema: z.ZodType<T>, text: string): T {
  return readShape(schema, parsedJson(text), refusal)
}

/** A message as it comes, before it is known what it should be. */
export function parsedJson(text: string): unknown {
  const data = parseJson(text, refusal)
  if (isNestedDeeper(data, DEEPEST)) throw refusal(`it is nested more than ${DEEPEST} deep`)
  return data
}

/** A body as text. */
export function writeBody(data: unknown): string {
  return writeJson(data)
}

function refusal(reason: string): MessageRefusedError {
  return new MessageRefusedError(reason)
}

export class MessageRefusedError extends LedgerError {
  override readonly code = 'peer/malformed-message'

  constructor(reason: string) {
    super(`The message is malformed: ${reason}`, {
      remedy: 'Nothing was done with it; both sides should run versions of this software that speak alike',
    })
  }
}
