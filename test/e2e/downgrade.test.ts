import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { id } from 'ethers'
import { parseAddress } from '../../src/chain/address.ts'
import type { Actor } from '../../src/cli/demo/actor.ts'
import { placeAuthorities } from '../../src/cli/demo/governance.ts'
import { actAlone } from '../../src/cli/demo/ledger.ts'
import type { LiveRun } from '../../src/cli/demo/run.ts'
import { transferNotes } from '../../src/sdk/notes/transferNotes.ts'
import { unitsOf } from '../../src/sdk/notes/unitsOf.ts'
import { refusalOf } from '../src/chain/refusalOf.ts'
import { printedData, runCommand } from './runCommand.ts'
import { soldDeal } from './soldDeal.ts'

/** Of grade R2, for institutions, whose tolerance no rule asks, and for corporations of Hong Kong. */
const SENIOR = 'A-HK'
/** For institutions alone. */
const MEZZANINE = 'B-HK'

describe('lingnan party renew, of a holder that is downgraded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-downgrade-'))
  let live: LiveRun
  let onLedger: readonly string[]
  let close: () => Promise<void>
  let [seller, holder, buyer]: readonly Actor[] = []

  before(async function () {
    this.timeout(300_000)
    const record = join(folder, 'deployment.json')
    const sold = await soldDeal(record)
    ;({ live, close } = sold)
    onLedger = ['--rpc', sold.url, '--deployment', record]
    writeFileSync(join(folder, 'attester'), placeAuthorities.HK.attester.wallet.privateKey)
    ;[seller, holder, buyer] = live.commitments
      .filter(({ series }) => series === MEZZANINE)
      .map(({ investor }) => investor)
  })
  after(async () => {
    await close()
    rmSync(folder, { recursive: true })
  })

  const actor = (one: Actor | undefined): Actor => one ?? expect.fail('the series has three holders')
  const wallet = (one: Actor | undefined) => parseAddress(actor(one).wallet.address)
  const noteOf = (series: string) =>
    live.series.find(({ name }) => name === series)?.note ?? expect.fail('the series has a note')
  const run = (words: string, ...options: readonly string[]) =>
    runCommand([...words.split(' '), ...onLedger, ...options, '--json'])
  /** What the attester of Hong Kong states of the holder from now on; what is not given stays. */
  const renewed = (...changes: readonly string[]) =>
    printedData(
      run(
        'party renew',
        ...['--key-file', join(folder, 'attester'), '--subject', actor(holder).subject],
        ...[
          '--wallet',
          wallet(holder),
          '--valid-until',
          '2033-12-31',
          '--evidence',
          id('review of the file'),
        ],
        ...changes,
      ),
    )
  const held = (series: string) =>
    unitsOf(live.ledger.client, { note: noteOf(series), holder: wallet(holder) })
  /** Code of the rules for a transfer, which the transfer itself must end with. */
  const moved = async (
    series: string,
    { from, to }: { readonly from: Actor | undefined; readonly to: Actor | undefined },
  ): Promise<bigint> => {
    const note = noteOf(series)
    const parties = ['--from', wallet(from), '--to', wallet(to)]
    const { code, out } = await run('note can-transfer', '--note', note, ...parties, '--units', '1000')
    const decided = BigInt(JSON.parse(out).code)
    const call = transferNotes({ note, to: wallet(to), units: 1000n })
    const sent = actAlone(live.ledger, { actor: actor(from), call })
    if (decided === 0n) await sent
    else
      expect(await refusalOf(sent)).to.deep.include({
        code: 'note/transfer-refused',
        args: { code: decided },
      })
    expect(code).to.equal(decided === 0n ? 0 : 4)
    return decided
  }

  it('behavior: a lower tolerance lets it keep and sell what it holds, and buy nothing above it', async () => {
    const corporate = ['--class', 'hk-corporate']
    expect(await renewed(...corporate, '--tolerance', 'C2')).to.include({ class: 'hk-corporate' })
    expect(await moved(SENIOR, { from: seller, to: holder })).to.equal(0n)
    const before = await held(SENIOR)
    expect(await renewed('--tolerance', 'C1')).to.include({ class: 'hk-corporate', tolerance: 1 })
    expect(await held(SENIOR)).to.equal(before)
    expect(await moved(SENIOR, { from: seller, to: holder })).to.equal(61n)
    expect(await moved(SENIOR, { from: holder, to: seller })).to.equal(0n)
    expect(await held(SENIOR)).to.equal(before - 1000n)
  })

  it('behavior: a lower class lets it keep and sell what it holds, and buy nothing that is not for the class', async () => {
    const institutional = ['--class', 'hk-institutional', '--tolerance', 'C5']
    expect(await renewed(...institutional)).to.include({ class: 'hk-institutional' })
    expect(await moved(MEZZANINE, { from: seller, to: holder })).to.equal(0n)
    const before = await held(MEZZANINE)
    expect(await renewed('--class', 'hk-corporate')).to.include({ class: 'hk-corporate', tolerance: 5 })
    expect(await held(MEZZANINE)).to.equal(before)
    expect(await moved(MEZZANINE, { from: seller, to: holder })).to.equal(62n)
    expect(await moved(MEZZANINE, { from: holder, to: buyer })).to.equal(0n)
    expect(await held(MEZZANINE)).to.equal(before - 1000n)
  })
})
