import { z } from 'zod'
import { placeCodes } from '../../domain/places.ts'
import { amountText, dateText, idText, rateText } from './atoms.ts'

/** Who may hold the series of a deal, and how much: entries of the law file by their ids, or stricter figures. */

const byLaw = z
  .strictObject({ law: idText.describe('Id of the entry of the law file that is followed') })
  .describe('As the law states it')

const amount = z.union([byLaw, z.strictObject({ amount: amountText })])

const count = z.union([byLaw, z.strictObject({ count: z.int().min(1) })])

const share = z.union([byLaw, z.strictObject({ share: rateText })])

const place = z.enum(placeCodes)

const channel = idText.describe('Name of a channel through which money crosses a border')

export const seriesLimits = z
  .strictObject({
    admits: z
      .array(idText)
      .min(1)
      .describe('Classes of the law file, of any place, whose members may hold the series; no others may'),
    exempt: z
      .array(idText)
      .optional()
      .describe('Classes among them whose members may hold a grade above their tolerance'),
    minimum: amount.optional().describe('Least that a party holds if it holds any, at face'),
    step: amount.optional().describe('Units move in whole multiples of it, at face'),
    holdingCap: z
      .union([z.strictObject({ amount: amountText }), z.strictObject({ share: rateText })])
      .optional()
      .describe('Most that a party holds, at face or as a share of the series'),
    lockUp: dateText.optional().describe('First day on which holders may pass the series on'),
    channel: channel.optional().describe('Channel whose quotas count what crosses a border'),
  })
  .describe('Limits of one series; absent: parties of its place, of any class, by their tolerance')
export type SeriesLimitsFile = z.infer<typeof seriesLimits>

const placeLimits = z
  .strictObject({
    place,
    holders: count.optional().describe('Most holders at any time, counted by party'),
    offerees: count.optional().describe('Most parties that ever receive notes'),
  })
  .describe('Limits over all series of the deal in one place; each of them has limits of its own')

const quota = z
  .union([
    byLaw,
    z.strictObject({
      channel,
      from: place.describe('Place from which money is paid'),
      to: place.describe('Place to which it is paid'),
      amount: amountText.describe('Most in one window, at face, in the currency of the deal'),
      windowDays: z.int().min(1).max(65_535).describe('Length of the window in days of UTC+8'),
    }),
  ])
  .describe('Limit on what crosses a border in one direction through one channel')

const retention = z
  .strictObject({
    form: z
      .enum(['vertical', 'horizontal'])
      .describe(
        'vertical: the share of every tranche; horizontal: of the deal, from the most junior tranche up',
      ),
    share: share.describe('Share that the originator keeps'),
  })
  .describe('What the originator keeps, in series of its place')

export const dealLimits = z
  .strictObject({
    places: z.array(placeLimits).optional(),
    quotas: z.array(quota).optional(),
    retention: retention.optional(),
  })
  .describe('Limits over several series; a figure of its own is stricter than the law, never looser')
export type DealLimitsFile = z.infer<typeof dealLimits>

export type AmountLimitFile = z.infer<typeof amount>
export type ShareLimitFile = z.infer<typeof share>
export type QuotaLimitFile = z.infer<typeof quota>
