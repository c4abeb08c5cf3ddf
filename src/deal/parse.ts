import { collectProblems } from '../domain/errors.ts'
import type { Deal } from './deal.ts'
import { DealFileError } from './errors.ts'
import { readDeal } from './readDeal.ts'
import { readForm, readJson } from './readJson.ts'
import { dealSchema } from './schema/deal.ts'

/** Reads a deal file. It throws one DealFileError that names every fault, or returns a deal that can be compiled. */
export function parseDeal(text: string): Deal {
  const problems = collectProblems()
  const read = readJson(text)
  if ('problems' in read) throw new DealFileError(read.problems)
  const form = readForm(read.value, dealSchema)
  form.problems.forEach(problems.note)
  const deal = form.data === undefined ? undefined : readDeal(form.data, problems)
  if (deal === undefined) throw new DealFileError(problems.problems())
  problems.refuse(found => new DealFileError(found))
  return deal
}
