import { governanceOf } from '../../../deal/governance/readGovernance.ts'
import { LedgerError } from '../../../domain/errors.ts'
import { configureVoting } from '../../../sdk/governance/configureVoting.ts'
import { votingTermsIn } from '../../../sdk/governance/votingTermsIn.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import { fileOfDeal } from '../../ledger/fileOfDeal.ts'
import { seatedParty } from '../../ledger/seatedParty.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import type { FiledDeal } from '../dealFileOption.ts'
import type { Spoken } from '../languageOption.ts'
import { tell } from '../rights/tell.ts'

export interface ConfigureOptions extends ActOptions, FiledDeal, Spoken {}

/** States how holders vote; the offices that the file excludes are excluded as the parties that hold them. */
export async function runConfigure(options: ConfigureOptions, context: CommandContext): Promise<void> {
  const { deal, dealFile: path } = options
  const told = await atDesk(options, async ({ client, act }) => {
    const governance = governanceOf((await fileOfDeal(client, { deal, path })).deal.file)
    if (governance === null) throw new VotingUnstatedError(path)
    const excluded = await Promise.all(
      governance.excluded.map(office => seatedParty(client, { deal, office })),
    )
    await act(configureVoting(client.rooms, { deal, terms: votingTermsIn(governance, excluded) }))
    return { matters: governance.matters.map(({ matter }) => matter), excluded }
  })
  tell({ deal, ...told }, options, context)
}

export class VotingUnstatedError extends LedgerError {
  override readonly code = 'deal-file/voting-unstated'
  readonly path: string

  constructor(path: string) {
    super(`${path} does not say how holders vote`, {
      remedy: 'Give the file a section `governance`, and draft the deal from it',
    })
    this.path = path
  }
}
