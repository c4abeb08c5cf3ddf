import { expect } from 'chai'
import { members, type OracleHouse } from './oracleHouse.ts'
import { scene, until } from './scene.ts'

/** Much less than any term. */
const SOON_MILLISECONDS = 60_000
const HOUR = 3_600n
const HALF_A_TERM = 36n * HOUR

describe('signers of which another takes over', function () {
  this.timeout(600_000)
  const { open, start, killAt, stop, audit } = scene()

  /** The report is accepted at once, and everybody signed it and nothing else. */
  async function acceptedSoon(house: OracleHouse): Promise<void> {
    await house.reported(1, SOON_MILLISECONDS)
    await until(() => members.every(name => house.signed(name) === 1))
    await audit()
  }

  it('a proposer that dies before anybody saw its proposal finds the same one signed', async () => {
    const house = await open()
    await house.draft({ isFinal: true })
    await killAt('servicer', 'posted')
    await house.ledger.pass(HOUR)
    await start(['accountBank', 'verificationAgent'], { config: { leastWitnesses: 1 } })
    await until(() => house.signed('accountBank') === 1)
    expect(await house.lastSequence()).to.equal(0)
    await start(['servicer'])
    await acceptedSoon(house)
  })

  it('a proposer that dies after it signed, and who saw it too: the third proposes the same', async () => {
    const house = await open({ config: { leastWitnesses: 1 } })
    await house.draft({ isFinal: true })
    await start(['verificationAgent'])
    await killAt('servicer', 'kept')
    await stop()
    for (const name of ['servicer', 'verificationAgent'] as const)
      expect(house.signed(name), name).to.equal(1)
    await house.ledger.pass(HOUR)
    const [bank] = await start(['accountBank'])
    await until(() => bank?.wrote().includes('"step":"propose"') === true)
    await start(['servicer', 'verificationAgent'])
    await acceptedSoon(house)
  })

  for (const exchange of ['http', 'folder'] as const)
    it(`a proposer that comes back when the term is another, and the others signed in that, gives way (over ${exchange})`, async () => {
      const house = await open({ exchange })
      await house.draft({ isFinal: true })
      await killAt('servicer', 'posted')
      await house.ledger.pass(HALF_A_TERM)
      await start(['accountBank', 'verificationAgent'], { config: { leastWitnesses: 1 } })
      await until(() => house.signed('accountBank') === 1)
      expect(await house.lastSequence()).to.equal(0)
      await start(['servicer'])
      await acceptedSoon(house)
    })
})
