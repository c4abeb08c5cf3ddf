import { LedgerError } from '../../../domain/errors.ts'
import type { Hash32 } from '../../../domain/ids.ts'
import { money } from '../../../domain/money.ts'
import { nameOfSlot } from '../../../oracle/journal/slot.ts'
import { makeApproval } from '../../../oracle/sign/approval.ts'
import { requireApart } from '../../../oracle/sign/key.ts'
import { openKeystore } from '../../../oracle/sign/keystore.ts'
import { deploymentOf, readDeployment } from '../../../sdk/access/deploymentRecord.ts'
import { showMoney } from '../../output/amounts.ts'
import { toJson } from '../../output/json.ts'
import { readPassword } from '../../readPassword.ts'
import { readJsonFile } from '../../readTextFile.ts'
import type { CommandContext } from '../../streams.ts'
import { languageAtTerminal } from '../../texts/languageOf.ts'
import { oracleTextIn } from '../../texts/oracle.ts'
import { type SignerOptions, withSignerFiles } from './signerFiles.ts'

export interface ApproveOptions extends SignerOptions {
  readonly digest: Hash32
  readonly keystore: string
  readonly passwordFd?: number
  readonly note: string
}

/** Signs an approval with a person's own key and lays it beside the journal, where the process finds it. */
export async function runApprove(options: ApproveOptions, context: CommandContext): Promise<void> {
  const { digest, keystore, passwordFd, note, json } = options
  const text = oracleTextIn(options.lang ?? languageAtTerminal(context))
  await withSignerFiles(options, async ({ config, journal, board }) => {
    const posted = board.posted(digest)
    if (posted === undefined) throw new ReportUnknownError(digest)
    const password = await readPassword({ subject: keystore, descriptor: passwordFd })
    const key = await openKeystore({ path: keystore, password })
    requireApart({ signer: [journal.signer, config.signer.address], approver: [key.address] })
    if (!config.approval.approvers.includes(key.address)) throw new NotAnApproverError(key.address)
    const deployment = deploymentOf(readDeployment(await readJsonFile(config.deployment)))
    const given = { digest, signer: journal.signer, approvedAt: Math.floor(Date.now() / 1000), note }
    const approval = await makeApproval(deployment, { ...given, key })
    journal.approve(approval)
    const { report } = posted.proposal
    const gross = money(report.currency, report.income + report.principal)
    const data = { slot: nameOfSlot(report), digest, approver: key.address, gross: gross.minor, note }
    const line = `${text('approvedBy')} ${key.address}: ${data.slot}, ${showMoney(gross)}\n`
    context.streams.out(json ? `${toJson(data)}\n` : line)
  })
}

export class ReportUnknownError extends LedgerError {
  override readonly code = 'oracle/report-unknown'
  readonly digest: Hash32

  constructor(digest: Hash32) {
    super(`No report ${digest} was proposed to this signer`, {
      remedy: 'Give the digest as status shows it',
    })
    this.digest = digest
  }
}

export class NotAnApproverError extends LedgerError {
  override readonly code = 'oracle/not-an-approver'
  readonly address: string

  constructor(address: string) {
    super(`${address} may not approve reports of this signer`, {
      remedy: 'The configuration of the signer names who may',
    })
    this.address = address
  }
}
