import type { ProblemCollector } from '../../domain/errors.ts'
import { parsePlace } from '../../domain/places.ts'
import { builtInFlags, keptFlags } from '../deal.ts'
import { valueAt } from '../pointer.ts'
import type { DealFile } from '../schema/deal.ts'
import { levels } from '../schema/tranche.ts'

const PROVENANCE_TAGS = ['reported', 'known', 'derived', 'assumed']

/** Names that must be there once, and references that must lead somewhere. */
export function checkNames(file: DealFile, problems: ProblemCollector): void {
  once(file.tranches, { at: '/tranches', problems, reserved: [...levels, 'rated'] })
  once(
    file.tranches.flatMap(({ series }) => series),
    { at: '/tranches/*/series', problems },
  )
  once(file.pool.assets, { at: '/pool/assets', problems })
  once(
    file.pool.assets.map(({ right }) => ({ id: right })),
    { at: '/pool/assets/*/right', problems },
  )
  once(file.parties, { at: '/parties', problems })
  once(file.fees, { at: '/fees', problems })
  once([...file.accounts, ...file.supports], { at: '/accounts, /supports', problems })
  once(file.triggers, { at: '/triggers', problems, reserved: [...builtInFlags, ...keptFlags] })
  checkParties(file, problems)
  checkPlaces(file, problems)
  checkProvenance(file, problems)
}

type Once = {
  readonly at: string
  readonly problems: ProblemCollector
  readonly reserved?: readonly string[]
}

function once(rows: readonly { readonly id: string }[], { at, problems, reserved = [] }: Once): void {
  const seen = new Set<string>(reserved)
  for (const { id } of rows) {
    if (seen.has(id)) {
      const message = reserved.includes(id)
        ? 'This name has a meaning of its own'
        : 'This name is given twice'
      problems.note({ path: at, value: id, message, remedy: 'Give every one its own name' })
    }
    seen.add(id)
  }
}

function checkParties(file: DealFile, problems: ProblemCollector): void {
  const held = new Set<string>()
  file.parties.forEach(({ offices, place }, position) => {
    for (const office of offices) {
      const seat = office === 'custodian' ? `${office} in ${place}` : office
      if (held.has(seat)) {
        problems.note({
          path: `/parties/${position}/offices`,
          value: office,
          message: `The office ${seat} is held twice`,
          remedy:
            office === 'guarantor'
              ? 'Leave it to one party; a second guarantor is a party that /supports names, without this office'
              : 'Leave it to one party; only custodians are one per place',
        })
      }
      held.add(seat)
    }
  })
  const known = (id: string | undefined, path: string): void => {
    if (id === undefined || file.parties.some(party => party.id === id)) return
    problems.note({ path, value: id, message: 'There is no such party', remedy: 'Name a party of /parties' })
  }
  file.supports.forEach(({ party }, position) => {
    known(party, `/supports/${position}/party`)
  })
  file.accounts.forEach(({ bank }, position) => {
    known(bank, `/accounts/${position}/bank`)
  })
  file.fees.forEach(({ payTo }, position) => {
    if (file.parties.some(({ offices }) => offices.includes(payTo))) return
    problems.note({
      path: `/fees/${position}/payTo`,
      value: payTo,
      message: 'No party holds this office',
      remedy: 'Give the office to a party, or pay another office',
    })
  })
}

function checkPlaces(file: DealFile, problems: ProblemCollector): void {
  file.pool.assets.forEach(({ place }, position) => {
    problems.attempt({ path: `/pool/assets/${position}/place`, value: place }, () => parsePlace(place))
  })
}

function checkProvenance(file: DealFile, problems: ProblemCollector): void {
  for (const [pointer, tag] of Object.entries(file.provenance)) {
    const path = `/provenance/${pointer.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (pointer !== '/' && valueAt(file, pointer) === undefined) {
      problems.note({
        path,
        value: pointer,
        message: 'The pointer leads nowhere in this file',
        remedy: 'Write the JSON pointer of a part of the file, or "/" for all of it',
      })
    }
    if (!PROVENANCE_TAGS.some(known => tag.startsWith(known))) {
      problems.note({
        path,
        value: tag,
        message: 'The tag does not say where the fact comes from',
        remedy: `Begin it with ${PROVENANCE_TAGS.join(', ')}`,
      })
    }
  }
}
