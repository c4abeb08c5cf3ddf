import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { openClient } from '../../../src/chain/client.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import { actsOf } from '../../../src/deal/periodActs.ts'
import { reportDueDates } from '../../../src/deal/reportDueDates.ts'
import { startOfDay } from '../../../src/domain/dates.ts'
import { period } from '../../../src/domain/ids.ts'
import { readConfig } from '../../../src/oracle/config.ts'
import { jsonLog } from '../../../src/oracle/follow/log.ts'
import { metricsOf, type Pulse } from '../../../src/oracle/follow/metrics.ts'
import { requireDueDates } from '../../../src/oracle/follow/requireDueDates.ts'
import { healthOf, serveStatus } from '../../../src/oracle/follow/statusServer.ts'
import { watchStreams } from '../../../src/oracle/follow/watch.ts'
import { type OpenStation, openStation } from '../../../src/oracle/openStation.ts'
import { walletKey } from '../../../src/oracle/sign/keystore.ts'
import { draftFolder } from '../../../src/oracle/submit/draftFolder.ts'
import { account } from '../../processes/counter.ts'
import { type OracleHouse, openOracleHouse } from '../../processes/oracleHouse.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { REPORTING } from '../sdk/sampleDeal.ts'

describe('follow', () => {
  let house: OracleHouse
  let opened: OpenStation
  let clock = 0
  const due = REPORTING.dueAt[0]?.[0] ?? expect.fail('the deal has a due date')

  before(async () => {
    house = await openOracleHouse()
    const orders = house.orders('servicer')
    const { chain, rooms, finality } = house.ledger.client
    opened = openStation(readConfig(orders.config), {
      client: await openClient(house.chain.url, { chain, rooms, finality }),
      signer: walletKey(account(orders.signer)),
      transmitter: walletKey(account(orders.transmitter)),
      source: draftFolder(orders.config.drafts),
      log: () => {},
      now: () => clock,
      passed: () => {},
    })
  })
  after(async () => {
    opened.station.client.provider.destroy()
    opened.close()
    await house.close()
  })
  beforeEach(() => {
    clock = Number(due) * 1_000
  })

  const pulseWith = (changes: Partial<Pulse> = {}): Pulse => ({
    ...{ startedAt: 0, beatAt: clock, rounds: 3, block: 9, problems: new Map(), watched: [] },
    ...changes,
  })

  it('default: a final report is missing after its due date on the ledger, not before', async () => {
    const { station } = opened
    const [before] = await watchStreams(station)
    expect(before).to.include({
      stream: 1,
      stage: 'Open',
      reports: 0,
      isFinal: false,
      isOverdue: false,
      isMissed: false,
      dueAt: due,
    })
    clock += 1_000
    const watched = await watchStreams(station)
    expect(watched.map(({ isOverdue }) => isOverdue)).to.deep.equal([true])
    expect(healthOf(station, pulseWith({ watched })).reasons).to.include('oracle/report-missing')
    expect(metricsOf(station, pulseWith({ watched }))).to.include(
      `lingnan_oracle_stream_overdue{deal="${house.deal}",stream="1"} 1\n`,
    )
  })

  it('behavior: health names what is wrong, and is good when nothing is', () => {
    const { station } = opened
    expect(healthOf(station, pulseWith()).reasons).to.deep.equal(['oracle/not-reconciled'])
    station.journal.markReconciled()
    expect(healthOf(station, pulseWith())).to.deep.equal({ isHealthy: true, reasons: [] })
    expect(healthOf(station, pulseWith({ beatAt: clock - 60_001 })).reasons).to.deep.equal([
      'oracle/no-heartbeat',
    ])
    const problems = new Map([['gather', 'chain/unreachable']])
    expect(healthOf(station, pulseWith({ problems })).reasons).to.deep.equal(['chain/unreachable'])
    const item = station.outbox.enter({ key: 'report/x', label: '', from: '0x1', to: '0x2', data: '0x' })
    station.outbox.move(item, 'Refused', { problem: 'report/expired', note: '' })
    expect(healthOf(station, pulseWith()).reasons).to.deep.equal(['outbox/refused'])
    const counted = metricsOf(station, {
      ...pulseWith(),
      uploads: { accepted: 2, known: 1, refused: 0 },
    })
    for (const [outcome, count] of Object.entries({ accepted: 2, known: 1, refused: 0 }))
      expect(counted).to.include(`lingnan_oracle_uploads_total{outcome="${outcome}"} ${count}\n`)
    expect(metricsOf(station, pulseWith())).to.not.include('uploads_total')
    expect(metricsOf(station, pulseWith({ problems })))
      .to.include('lingnan_oracle_problem{step="gather",code="chain/unreachable"} 1\n')
      .and.include('lingnan_oracle_outbox_items{stage="Refused"} 1\n')
      .and.include('# TYPE lingnan_oracle_heartbeat_seconds gauge\n')
  })

  it('behavior: the status server answers GET on two paths', async () => {
    const server = await serveStatus(
      { station: opened.station, pulse: () => pulseWith({ beatAt: 0 }) },
      { host: '127.0.0.1', port: 0 },
    )
    const ask = async (path: string, method = 'GET') =>
      (await fetch(`http://127.0.0.1:${server.port}${path}`, { method })).status
    expect([await ask('/metrics'), await ask('/health'), await ask('/else')]).to.deep.equal([200, 503, 404])
    expect(await ask('/metrics', 'POST')).to.equal(405)
    await server.close()
  })

  it('behavior: reports are due at the end of the day of the act, by the calendar of the deal', () => {
    const path = join(import.meta.dirname, '../../../deals/DEMO-GBA-2026-1.json')
    const deal = parseDeal(readFileSync(path, 'utf8'))
    const [first] = deal.dates
    if (first === undefined) expect.fail('the deal pays')
    const report = actsOf(deal, first).find(({ act }) => act === 'report')
    if (report === undefined) expect.fail('the deal reports')
    const found = reportDueDates(deal)
    expect(found.length).to.equal(deal.dates.length)
    expect(found[0]).to.equal(startOfDay(report.day) + 86_400n)
    expect(report.day).to.not.equal(first.day)
  })

  it('behavior: a deal file must say the due dates of the ledger', async () => {
    const { client, deals } = opened.station
    const [deal] = deals.map(each => each.deal)
    if (deal === undefined) expect.fail('the station reports of a deal')
    await requireDueDates(client, { deal, streams: 1, dates: [due] })
    for (const [streams, dates, place] of [
      [1, [due + 1n], { period: period(1n), stream: 1 }],
      [1, [due, due + 1n], { period: period(2n), stream: 1 }],
      [2, [due], { period: period(1n), stream: 2 }],
    ] as const)
      expect(await refusalOf(requireDueDates(client, { deal, streams, dates }))).to.include({
        code: 'oracle/due-date-differs',
        ...place,
      })
  })

  it('behavior: a line of the log is one object with its moment and ids', () => {
    const lines: string[] = []
    jsonLog(
      text => lines.push(text),
      () => 0,
    )({ step: 'gather', deal: 7n, code: undefined })
    expect(lines).to.deep.equal(['{"at":"1970-01-01T00:00:00.000Z","step":"gather","deal":"7"}\n'])
  })

  it('error: a second process on the same stores', () => {
    expect(() => again({}))
      .to.throw()
      .with.property('code', 'store/lock-held')
  })

  it('error: who sends files has a key of their own', () => {
    const { key } = opened.station
    const listen = { host: '127.0.0.1', port: 0 }
    const uploads = { listen, uploaders: [{ name: 'bank', address: key.address }] }
    const deals = [{ deal: house.deal.toString(), streams: 1, books: 'books' }]
    expect(() => again({ deals, uploads }))
      .to.throw()
      .with.property('code', 'signer/shared-key')
  })

  function again(changes: Readonly<Record<string, unknown>>): OpenStation {
    const { config, transmitter } = house.orders('servicer')
    return openStation(readConfig({ ...config, ...changes }), {
      ...{ client: opened.station.client, signer: opened.station.key, source: opened.station.source },
      transmitter: walletKey(account(transmitter)),
      ...{ log: () => {}, now: () => clock, passed: () => {} },
    })
  }
})
