import { collectProblems, type ProblemCollector } from '../../domain/errors.ts'
import { classNamed, isClassOf, type Law } from '../../domain/law/law.ts'
import { DealFileError } from '../errors.ts'
import type { DealFile } from '../schema/deal.ts'

/** Refuses classes of investors that the law does not know, that belong to another place, or that hold no notes. */
export function requireClasses(file: DealFile, law: Law): void {
  const problems = collectProblems()
  checkClasses(file, { law, problems })
  problems.refuse(found => new DealFileError(found))
}

/** The same with every fault noted. */
export function checkClasses(
  file: DealFile,
  { law, problems }: { readonly law: Law; readonly problems: ProblemCollector },
): void {
  file.tranches.forEach((tranche, row) => {
    tranche.series.forEach(({ place, classes = [] }, column) => {
      classes.forEach((value, position) => {
        const path = `/tranches/${row}/series/${column}/classes/${position}`
        const found = problems.attempt({ path, value }, () => classNamed(law, value))
        if (found === undefined) return
        const remedy = `Name a class of ${place} whose members may hold notes`
        if (!isClassOf(found, place))
          problems.note({ path, value, message: `The law of ${place} knows no such class`, remedy })
        else if (!found.holds.notes)
          problems.note({ path, value, message: 'Members of this class hold no notes', remedy })
      })
    })
  })
}
