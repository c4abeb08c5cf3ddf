import type { Address } from '../../src/chain/address.ts'
import { CN, HK, MO } from '../../src/domain/places.ts'
import type { Authorities } from '../../src/sdk/access/authorities.ts'
import type { Key } from './actors.ts'

const DAY = 86_400

/** A council of three that acts after a day, and the authorities of the three places. */
export function authoritiesOf(addressOf: (key: Key) => Address): Authorities {
  const place = (role: 'attester' | 'regulator' | 'evaluator') =>
    ([CN, HK, MO] as const).map((jurisdiction, index) => ({
      role,
      jurisdiction,
      account: addressOf(`${role}${(['Cn', 'Hk', 'Mo'] as const)[index] ?? 'Cn'}`),
    }))
  return {
    sandboxed: false,
    council: {
      members: [
        { account: addressOf('councilCn'), jurisdiction: CN },
        { account: addressOf('councilHk'), jurisdiction: HK },
        { account: addressOf('councilMo'), jurisdiction: MO },
      ],
      quorum: 3,
      delaySeconds: DAY,
    },
    unpauseSeconds: 2 * DAY,
    appointees: [
      ...place('attester'),
      ...place('regulator'),
      ...place('evaluator'),
      { role: 'fixingPublisher', jurisdiction: CN, account: addressOf('fixingPublisherCn') },
    ],
  }
}
