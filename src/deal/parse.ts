import { collectProblems } from '../domain/errors.ts'
import type { Law } from '../domain/law/law.ts'
import { checkClasses } from './checks/classes.ts'
import { checkPoolLaw } from './checks/poolLaw.ts'
import type { Deal } from './deal.ts'
import { DealFileError } from './errors.ts'
import { readLimits } from './limits/readLimits.ts'
import { readDeal } from './readDeal.ts'
import { readForm } from './readForm.ts'
import { readJson } from './readJson.ts'
import { dealSchema } from './schema/deal.ts'
import { dealParts, soundProblems } from './soundProblems.ts'

/**
 * Reads a deal file. It throws one DealFileError that names every fault, or returns a deal that can be compiled. With the
 * law it also reads classes, limits and tests of the pool against it; without it these are left to `dealLimitsOf`.
 */
export function parseDeal(text: string, law?: Law): Deal {
  const read = readJson(text)
  if ('problems' in read) throw new DealFileError(read.problems)
  const form = readForm(read.value, dealSchema)
  const found = collectProblems()
  const deal =
    form.data === undefined ? undefined : readDeal(form.data, { problems: found, faults: form.faults })
  if (form.data !== undefined && law !== undefined) {
    checkClasses(form.data, { law, problems: found })
    if (BigInt(form.data.face) > 0n) readLimits({ file: form.data, law, problems: found })
    checkPoolLaw(form.data, { law, problems: found })
  }
  const sound = soundProblems(found.problems(), { faults: form.faults, parts: dealParts })
  const problems = [...form.problems, ...sound]
  if (deal === undefined || problems.length > 0) throw new DealFileError(problems)
  return deal
}
