import { dealLimitsOf } from '../../../deal/limits/readLimits.ts'
import { poolLimitsOf } from '../../../deal/poolTests.ts'
import { limitPool } from '../../../sdk/deals/limitPool.ts'
import { seriesOf } from '../../../sdk/deals/seriesOf.ts'
import { limitDeal } from '../../../sdk/notes/limitDeal.ts'
import { limitTermsOf } from '../../../sdk/notes/limitTermsOf.ts'
import { loadLaw } from '../../law/loadLaw.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import { fileOfDeal } from '../../ledger/fileOfDeal.ts'
import { seatedParty } from '../../ledger/seatedParty.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import type { FiledDeal } from '../dealFileOption.ts'
import type { Spoken } from '../languageOption.ts'
import { tell } from '../rights/tell.ts'

export interface LimitOptions extends ActOptions, FiledDeal, Spoken {
  readonly law?: string
}

/** Sets what the file states; a file without limits of its series leaves them as they are. */
export async function runLimit(options: LimitOptions, context: CommandContext): Promise<void> {
  const { deal, dealFile: path } = options
  const law = await loadLaw(options.law)
  const told = await atDesk(options, async ({ client, act }) => {
    const { file } = (await fileOfDeal(client, { deal, path, law })).deal
    const tests = poolLimitsOf(file)
    const limits = dealLimitsOf(file, law)
    await act(limitPool(client.rooms, { deal, limits: tests }))
    if (limits.series.length > 0) {
      const series = await seriesOf(client, { deal })
      const originator = await seatedParty(client, { deal, office: 'Originator' })
      await act(limitDeal(client.rooms, limitTermsOf(limits, { deal, series, originator })))
    }
    return {
      tests: tests.map(({ test }) => test),
      series: limits.series.map(({ series }) => series),
      places: limits.places.map(({ place }) => place),
      quotas: limits.quotas.length,
    }
  })
  tell({ deal, ...told }, options, context)
}
