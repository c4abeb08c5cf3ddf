import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { requireEvent } from '../../src/chain/events.ts'
import { compileDeal } from '../../src/deal/compile.ts'
import { parseDeal } from '../../src/deal/parse.ts'
import type { DealFile } from '../../src/deal/schema/deal.ts'
import { dealId, hash32 } from '../../src/domain/ids.ts'
import { draftDeal } from '../../src/sdk/deals/draftDeal.ts'
import { pledgeRights } from '../../src/sdk/deals/pledgeRights.ts'
import { chainGround } from '../processes/ledgerChain.ts'
import { plainDeal, tranche } from '../src/deal/plainDeal.ts'
import { hashOf, type Ledger, startLedger } from '../src/sdk/ledger.ts'
import { dealTerms, meetOffices, registeredRight } from '../src/sdk/sampleDeal.ts'
import { keyOf, saveRecord } from './ledgerFiles.ts'
import { failureOf, printedData, runCommand } from './runCommand.ts'

/** Deals whose files leave out what a command is to read from them. */
describe('commands that read a deal file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-deal-files-'))
  let ledger: Ledger
  let onLedger: readonly string[]

  before(async function () {
    this.timeout(120_000)
    const { chain, ground } = await chainGround()
    ledger = await startLedger(ground)
    await meetOffices(ledger)
    saveRecord(join(folder, 'deployment.json'), ledger)
    onLedger = ['--rpc', chain.url, '--deployment', join(folder, 'deployment.json'), '--json']
  })
  after(async () => {
    await ledger.close()
    rmSync(folder, { recursive: true })
  })

  /** Drafts a deal from a file with a right for each asset, and answers with the options that name both. */
  async function drafted(name: string, file: DealFile): Promise<readonly string[]> {
    const { rooms } = ledger
    const path = join(folder, `${name}.json`)
    const text = JSON.stringify(file)
    writeFileSync(path, text)
    const termsHash = hash32(compileDeal(parseDeal(text)).termsHash)
    const terms = { ...(await dealTerms(ledger)), termsHash }
    const receipt = await ledger.act('manager', draftDeal(rooms, { terms }))
    const query = { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' } as const
    const deal = dealId(requireEvent(receipt, query).deal)
    const rights = []
    for (const { id } of file.pool.assets)
      rights.push(await registeredRight(ledger, `patent ${id} of ${name}`))
    await ledger.act('originator', pledgeRights(rooms, { deal, rights }))
    return [...onLedger, ...keyOf(folder, 'manager'), '--deal', `${deal}`, '--deal-file', path]
  }

  it('error: 3 where the file has no answers and no votes, 4 where its pool is not that of the deal', async () => {
    const options = await drafted('plain', plainDeal())
    const list = ['--document', join(folder, 'plain.json')]
    expect([
      await failureOf(runCommand(['deal', 'answer', ...options, ...list])),
      await failureOf(runCommand(['resolution', 'configure', ...options])),
      await failureOf(runCommand(['deal', 'group-obligors', ...options])),
    ]).to.deep.equal([
      [3, 'deal-file/answers-absent'],
      [3, 'deal-file/voting-unstated'],
      [4, 'deal/pool-differs'],
    ])
  })

  it('error: 3 where no obligors belong together, 4 where an excluded office is not held', async () => {
    const plain = plainDeal({
      tranches: [tranche('A', { size: '6000000', coupon: '0.365' }), tranche('C', { size: '4000000' })],
      governance: {
        declaredBy: 'officers',
        matters: {
          default: { voters: 'controlling', quorum: '0.5', threshold: '0.666666667', votingDays: 10 },
        },
        mayPropose: '0.1',
        executionDays: 30,
        excluded: ['auditor'],
      },
    })
    const [asset] = plain.pool.assets
    if (asset === undefined) throw new RangeError('the plain deal has an asset')
    const auditor = { id: 'auditor', name: 'Auditor', place: 'CN', offices: ['auditor'] } as const
    const file = {
      ...plain,
      pool: { ...plain.pool, assets: [{ ...asset, place: '深圳' }] },
      parties: [...plain.parties, { ...auditor, offices: [...auditor.offices] }],
    }
    const options = await drafted('matching', file)
    expect([
      await failureOf(runCommand(['deal', 'group-obligors', ...options])),
      await failureOf(runCommand(['resolution', 'configure', ...options])),
    ]).to.deep.equal([
      [3, 'deal-file/obligors-alone'],
      [4, 'deal/seat-empty'],
    ])
  })

  it('behavior: an obligor that stands under two hashes is a group of its own', async () => {
    const plain = plainDeal({
      tranches: [tranche('A', { size: '12000000', coupon: '0.365' }), tranche('C', { size: '8000000' })],
    })
    const assets = ['P', 'Q'].flatMap(id =>
      plain.pool.assets.map(asset => ({
        ...{ ...asset, id, right: id, place: '深圳' },
        ...{ principal: '10000000', appraisedValue: '20000000' },
      })),
    )
    const options = await drafted('two', { ...plain, pool: { ...plain.pool, assets } })
    const { members } = await printedData(runCommand(['deal', 'group-obligors', ...options]))
    const obligors = ['P', 'Q'].map(id => hashOf(`obligor of patent ${id} of two`))
    expect(members).to.deep.equal(obligors.map(obligor => ({ obligor, group: 'Obligor' })))
  })
})
