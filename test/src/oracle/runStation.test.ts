import { expect } from 'chai'
import { openClient } from '../../../src/chain/client.ts'
import { readConfig } from '../../../src/oracle/config.ts'
import type { Line } from '../../../src/oracle/follow/log.ts'
import { openStation } from '../../../src/oracle/openStation.ts'
import { runStation } from '../../../src/oracle/runStation.ts'
import { walletKey } from '../../../src/oracle/sign/keystore.ts'
import { draftFolder } from '../../../src/oracle/submit/draftFolder.ts'
import { StoreFullError } from '../../../src/outbox/database.ts'
import { account } from '../../processes/counter.ts'
import { openOracleHouse } from '../../processes/oracleHouse.ts'

describe('runStation', () => {
  it('behavior: a store that cannot be read while the process rests is told once and ends nothing', async () => {
    const house = await openOracleHouse()
    const { config, signer, transmitter } = house.orders('servicer')
    const { chain, rooms, finality } = house.ledger.client
    const log: Line[] = []
    const { station, exchange, close } = openStation(readConfig(config), {
      client: await openClient(house.chain.url, { chain, rooms, finality }),
      signer: walletKey(account(signer)),
      transmitter: walletKey(account(transmitter)),
      source: draftFolder(config.drafts),
      log: line => void log.push(line),
      now: () => Date.now(),
      passed: () => {},
    })
    const stop = new AbortController()
    const next = () => {
      throw new StoreFullError('outbox', undefined)
    }
    const outbox = { ...station.outbox, next }
    const running = { station: { ...station, outbox }, exchange, pollMs: 30, signal: stop.signal }
    try {
      const { pulse, ended } = runStation(running)
      while (pulse().rounds < 3) await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 10))])
      expect(pulse().problems.get('rest')).to.equal('store/full')
      stop.abort()
      await ended
      expect(log.filter(({ step }) => step === 'rest').length).to.equal(1)
    } finally {
      stop.abort()
      close()
      station.client.provider.destroy()
      await house.close()
    }
  })
})
