import { z } from 'zod'
import { catalogueSchema } from './catalogue/catalogue.ts'
import { claimOrderSchema } from './claims/claimOrder.ts'
import { dossierSchema } from './dossier/dossier.ts'
import { feesSchema } from './fees/schema.ts'
import { appraisalFileSchema } from './valuation/appraisalFile.ts'
import { royaltyFileSchema } from './valuation/royaltyFile.ts'

/** The files about titles and rights as JSON Schema, draft 2020-12, by path from this folder. */
export function fileSchemas(): Readonly<Record<string, unknown>> {
  return {
    'catalogue/catalogue.schema.json': describe('Catalogue lingnan-catalogue/1', catalogueSchema),
    'claims/claim.schema.json': describe('Order of a claim lingnan-claim/1', claimOrderSchema),
    'dossier/dossier.schema.json': describe('Evaluation dossier lingnan-dossier/1', dossierSchema),
    'fees/fees.schema.json': describe('Book of fees lingnan-fees/1', feesSchema),
    'valuation/appraisal.schema.json': describe('Appraisal lingnan-appraisal/1', appraisalFileSchema),
    'valuation/royalty.schema.json': describe('Inputs of a valuation lingnan-royalty/1', royaltyFileSchema),
  }
}

function describe(title: string, schema: z.ZodType): unknown {
  return { title, ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) }
}
