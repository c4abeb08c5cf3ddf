import type { Brand } from '../ids.ts'
import { MalformedIdentifierError } from './malformedIdentifier.ts'

/**
 * Number of a Hong Kong patent, "HK40061483": HK and seven or eight digits, without the kind of document (A, B)
 * and without a check digit. No publication of the Registry that states the form was found, so only prefix and
 * length are checked; whether the patent exists, and of which kind it is, its certificate must show.
 */
export type HongKongPatentNumber = Brand<string, 'HongKongPatentNumber'>

/** Reads a number with or without HK and the kind of document. */
export function parseHongKongPatent(text: string): HongKongPatentNumber {
  const compact = text.trim().toUpperCase().replaceAll(/[\s-]/g, '')
  const [, digits = ''] = /^(?:HK)?(\d{7,8})(?:[ABC]\d?)?$/.exec(compact) ?? []
  const number = `HK${digits}`
  if (!isHongKongPatent(number)) throw new MalformedIdentifierError('hong-kong-patent', text)
  return number
}

function isHongKongPatent(number: string): number is HongKongPatentNumber {
  return /^HK\d{7,8}$/.test(number)
}
