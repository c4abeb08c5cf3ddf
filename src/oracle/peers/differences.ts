import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'
import { reportData } from '../journal/reportText.ts'
import type { Difference } from './message.ts'

/** The fields on which two reports differ, by name and with both values. */
export function differencesOf(ours: CollectionReport, theirs: CollectionReport): readonly Difference[] {
  const [left, right] = [reportData(ours), reportData(theirs)]
  const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])]
  return fields.flatMap(field => {
    const [here, there] = [shown(Reflect.get(left, field)), shown(Reflect.get(right, field))]
    return here === there ? [] : [Object.freeze({ field, ours: here, theirs: there })]
  })
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
