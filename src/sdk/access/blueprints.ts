import { ContractFactory, type InterfaceAbi } from 'ethers'
import type { Address } from '../../chain/address.ts'
import {
  AccessManager__factory,
  CashLedger__factory,
  CollectionOracle__factory,
  Council__factory,
  DealBook__factory,
  DistributionDesk__factory,
  Enforcement__factory,
  EvaluationBook__factory,
  EvidenceLens__factory,
  LimitBook__factory,
  NoteFactory__factory,
  Offering__factory,
  PartyRegistry__factory,
  PayingAgent__factory,
  PoolBook__factory,
  PoolDesk__factory,
  PoolTests__factory,
  Replacements__factory,
  Resolutions__factory,
  RightsDesk__factory,
  RightsRegistry__factory,
  ScheduleBook__factory,
  SeriesNote__factory,
  Succession__factory,
  TitleRegistry__factory,
  Treasury__factory,
  Waivers__factory,
  Waterfall__factory,
} from '../../chain/contracts/index.ts'
import type { Authorities } from './authorities.ts'

/** The contracts of a deployment, lowest room first; each is told the rooms below it and nothing above. */
export const blueprintNames = [
  'AccessManager',
  'Council',
  'PartyRegistry',
  'TitleRegistry',
  'RightsRegistry',
  'EvaluationBook',
  'PoolTests',
  'PoolBook',
  'DealBook',
  'PoolDesk',
  'RightsDesk',
  'Replacements',
  'Succession',
  'Waivers',
  'LimitBook',
  'SeriesNote',
  'NoteFactory',
  'Enforcement',
  'CashLedger',
  'CollectionOracle',
  'EvidenceLens',
  'Waterfall',
  'ScheduleBook',
  'Offering',
  'PayingAgent',
  'DistributionDesk',
  'Treasury',
  'Resolutions',
] as const
export type BlueprintName = (typeof blueprintNames)[number]

/** What the constructors need besides each other's addresses. */
export interface Setting {
  readonly deployer: Address
  readonly authorities: Authorities
  readonly at: (name: BlueprintName) => Address
}

interface Blueprint {
  readonly compiled: { readonly abi: InterfaceAbi; readonly bytecode: string }
  readonly args: (setting: Setting) => readonly unknown[]
}

const blueprints: Readonly<Record<BlueprintName, Blueprint>> = {
  AccessManager: { compiled: AccessManager__factory, args: ({ deployer }) => [deployer] },
  Council: {
    compiled: Council__factory,
    args: ({ at, authorities: { council, sandboxed } }) => [
      at('AccessManager'),
      council.members,
      council.quorum,
      sandboxed,
    ],
  },
  PartyRegistry: {
    compiled: PartyRegistry__factory,
    args: ({ at, authorities }) => [at('AccessManager'), authorities.unpauseSeconds],
  },
  TitleRegistry: {
    compiled: TitleRegistry__factory,
    args: ({ at }) => [at('AccessManager'), at('PartyRegistry')],
  },
  RightsRegistry: {
    compiled: RightsRegistry__factory,
    args: ({ at }) => [at('AccessManager'), at('PartyRegistry'), at('TitleRegistry')],
  },
  EvaluationBook: {
    compiled: EvaluationBook__factory,
    args: ({ at }) => [at('AccessManager'), at('PartyRegistry'), at('RightsRegistry')],
  },
  PoolBook: {
    compiled: PoolBook__factory,
    args: ({ at }) => [at('AccessManager'), at('PartyRegistry'), at('RightsRegistry'), at('PoolTests')],
  },
  PoolTests: {
    compiled: PoolTests__factory,
    args: ({ at }) => [at('AccessManager'), at('RightsRegistry')],
  },
  PoolDesk: {
    compiled: PoolDesk__factory,
    args: ({ at }) => [at('PoolBook'), at('PoolTests'), at('DealBook')],
  },
  Replacements: {
    compiled: Replacements__factory,
    args: ({ at }) => [at('PartyRegistry'), at('PoolBook'), at('DealBook')],
  },
  RightsDesk: { compiled: RightsDesk__factory, args: ({ at }) => [at('DealBook'), at('RightsRegistry')] },
  DealBook: {
    compiled: DealBook__factory,
    args: ({ at }) => [at('AccessManager'), at('PartyRegistry'), at('PoolBook')],
  },
  Succession: {
    compiled: Succession__factory,
    args: ({ at }) => [at('AccessManager'), at('PartyRegistry'), at('DealBook')],
  },
  Waivers: { compiled: Waivers__factory, args: ({ at }) => [at('PartyRegistry'), at('DealBook')] },
  LimitBook: {
    compiled: LimitBook__factory,
    args: ({ at }) => [at('AccessManager'), at('PartyRegistry'), at('DealBook')],
  },
  SeriesNote: {
    compiled: SeriesNote__factory,
    args: ({ at, authorities }) => [
      at('PartyRegistry'),
      at('DealBook'),
      at('LimitBook'),
      at('AccessManager'),
      authorities.sandboxed,
    ],
  },
  NoteFactory: {
    compiled: NoteFactory__factory,
    args: ({ at }) => [at('DealBook'), at('LimitBook'), at('SeriesNote')],
  },
  Enforcement: {
    compiled: Enforcement__factory,
    args: ({ at, authorities }) => [
      at('AccessManager'),
      at('PartyRegistry'),
      at('DealBook'),
      authorities.unpauseSeconds,
    ],
  },
  CashLedger: {
    compiled: CashLedger__factory,
    args: ({ at }) => [at('AccessManager'), at('PartyRegistry'), at('DealBook')],
  },
  CollectionOracle: {
    compiled: CollectionOracle__factory,
    args: ({ at }) => [at('PartyRegistry'), at('DealBook'), at('CashLedger')],
  },
  EvidenceLens: { compiled: EvidenceLens__factory, args: ({ at }) => [at('CollectionOracle')] },
  Waterfall: {
    compiled: Waterfall__factory,
    args: ({ at }) => [at('PartyRegistry'), at('DealBook'), at('CashLedger'), at('CollectionOracle')],
  },
  ScheduleBook: { compiled: ScheduleBook__factory, args: ({ at }) => [at('DealBook'), at('Waterfall')] },
  Offering: {
    compiled: Offering__factory,
    args: ({ at }) => [at('PartyRegistry'), at('DealBook'), at('CashLedger')],
  },
  PayingAgent: {
    compiled: PayingAgent__factory,
    args: ({ at }) => [
      at('AccessManager'),
      at('Enforcement'),
      at('DealBook'),
      at('CashLedger'),
      at('Waterfall'),
    ],
  },
  DistributionDesk: {
    compiled: DistributionDesk__factory,
    args: ({ at }) => [at('DealBook'), at('CashLedger'), at('Waterfall'), at('PayingAgent')],
  },
  Treasury: {
    compiled: Treasury__factory,
    args: ({ at }) => [at('DealBook'), at('CashLedger'), at('Waterfall'), at('Offering'), at('PayingAgent')],
  },
  Resolutions: {
    compiled: Resolutions__factory,
    args: ({ at }) => [
      {
        parties: at('PartyRegistry'),
        dealBook: at('DealBook'),
        oracle: at('CollectionOracle'),
        waterfall: at('Waterfall'),
        waivers: at('Waivers'),
        succession: at('Succession'),
        schedules: at('ScheduleBook'),
        replacements: at('Replacements'),
      },
    ],
  },
}

/** The bytes that create a contract. */
export async function creationOf(name: BlueprintName, setting: Setting): Promise<string> {
  const { compiled, args } = blueprints[name]
  const { data } = await new ContractFactory(compiled.abi, compiled.bytecode).getDeployTransaction(
    ...args(setting),
  )
  return data
}
