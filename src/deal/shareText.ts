import { ONE_PPB_SCALE } from '../domain/rates.ts'

/** 50,000,000 parts per billion as "5 %". */
export function shareText(ppb: bigint): string {
  const percent = ONE_PPB_SCALE / 100n
  const rest = (ppb % percent).toString().padStart(7, '0').replace(/0+$/, '')
  return `${ppb / percent}${rest === '' ? '' : `.${rest}`} %`
}
