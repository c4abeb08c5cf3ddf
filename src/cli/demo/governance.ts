import type { AuthoritiesFile } from '../../sdk/access/authorities.ts'
import { type Actor, actorNamed, type PlaceCode } from './actor.ts'
import type { PlaceAuthority, Run } from './run.ts'

/** Seats of the council, by place. */
const seats: readonly PlaceCode[] = ['CN', 'CN', 'HK', 'HK', 'MO']
const QUORUM = 3
const DELAY_SECONDS = 2 * 86_400

export const deployer = official('deployer', 'CN')

/** Who speaks for each place. */
export const placeAuthorities: Run['authorities'] = {
  CN: authorityOf('CN'),
  HK: authorityOf('HK'),
  MO: authorityOf('MO'),
}

/** The authorities of the demo as `lingnan deploy` reads them. */
export function demoAuthorities(): AuthoritiesFile {
  return {
    schema: 'lingnan-authorities/1',
    sandboxed: true,
    council: {
      members: seats.map((place, seat) => ({
        account: official(`council seat ${seat + 1}`, place).wallet.address,
        place,
      })),
      quorum: QUORUM,
      delaySeconds: DELAY_SECONDS,
    },
    places: { CN: accountsOf('CN'), HK: accountsOf('HK'), MO: accountsOf('MO') },
  }
}

function accountsOf(place: PlaceCode): AuthoritiesFile['places'][PlaceCode] {
  const { attester, regulator, evaluator } = placeAuthorities[place]
  return {
    attesters: [attester.wallet.address],
    regulators: [regulator.wallet.address],
    evaluators: [evaluator.wallet.address],
  }
}

function authorityOf(place: PlaceCode): PlaceAuthority {
  return {
    attester: official('attester', place),
    regulator: official('regulator', place),
    evaluator: official('evaluator', place),
  }
}

function official(office: string, place: PlaceCode): Actor {
  const name = `${office} ${place}`
  return actorNamed({ key: name, name, place }, office)
}
