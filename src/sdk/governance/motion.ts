import { AbiCoder, keccak256 } from 'ethers'
import { type Matter, matters, ordinalOf } from '../../domain/enumerations.ts'
import { type Hash32, hash32, type RightId } from '../../domain/ids.ts'

/**
 * What is put to holders: the matter with all that its execution needs. A waiver names the minutes that the trustee proposed,
 * an office replacement the number of the succession, a schedule amendment rows and document of the extension, a substitution both rights and the agreement.
 */
export type Motion =
  | { readonly matter: 'Acceleration' | 'Default' }
  | { readonly matter: 'Waiver'; readonly minutesHash: Hash32 }
  | { readonly matter: 'OfficeReplacement'; readonly proposal: bigint }
  | { readonly matter: 'ScheduleAmendment'; readonly rows: readonly bigint[]; readonly documentHash: Hash32 }
  | {
      readonly matter: 'Substitution'
      readonly leaving: RightId
      readonly entering: RightId
      readonly documentHash: Hash32
    }

/** The bytes that `executeResolution` gives. */
export function payloadOf(motion: Motion): string {
  const encode = (types: readonly string[], values: readonly unknown[]) =>
    AbiCoder.defaultAbiCoder().encode(types, values)
  switch (motion.matter) {
    case 'Waiver':
      return encode(['bytes32'], [motion.minutesHash])
    case 'OfficeReplacement':
      return encode(['uint64'], [motion.proposal])
    case 'ScheduleAmendment':
      return encode(['uint256[]', 'bytes32'], [motion.rows, motion.documentHash])
    case 'Substitution':
      return encode(['uint64', 'uint64', 'bytes32'], [motion.leaving, motion.entering, motion.documentHash])
    default:
      return '0x'
  }
}

/** Matter and hash of a motion as the chain takes them. */
export function motionFields(motion: Motion): readonly [matter: bigint, payloadHash: Hash32] {
  const matter: Matter = motion.matter
  return [ordinalOf(matters, matter), hash32(keccak256(payloadOf(motion)))]
}
