import type { Address } from './address.ts'
import type {
  ICashLedger,
  ICollectionOracle,
  IDealBook,
  IDistributionDesk,
  IEnforcement,
  IEvaluationBook,
  IEvidenceLens,
  ILimitBook,
  INoteFactory,
  IOffering,
  IPartyRegistry,
  IPayingAgent,
  IPoolBook,
  IPoolDesk,
  IPoolTests,
  IReplacements,
  IResolutions,
  IRightsDesk,
  IRightsRegistry,
  IScheduleBook,
  ISeriesNote,
  ISuccession,
  ITitleRegistry,
  ITreasury,
  IWaivers,
  IWaterfall,
} from './contracts/index.ts'
import {
  ICashLedger__factory,
  ICollectionOracle__factory,
  IDealBook__factory,
  IDistributionDesk__factory,
  IEnforcement__factory,
  IEvaluationBook__factory,
  IEvidenceLens__factory,
  ILimitBook__factory,
  INoteFactory__factory,
  IOffering__factory,
  IPartyRegistry__factory,
  IPayingAgent__factory,
  IPoolBook__factory,
  IPoolDesk__factory,
  IPoolTests__factory,
  IReplacements__factory,
  IResolutions__factory,
  IRightsDesk__factory,
  IRightsRegistry__factory,
  IScheduleBook__factory,
  ISeriesNote__factory,
  ISuccession__factory,
  ITitleRegistry__factory,
  ITreasury__factory,
  IWaivers__factory,
  IWaterfall__factory,
} from './contracts/index.ts'

/** The public contracts with their generated types. */
export type Contracts = {
  readonly PartyRegistry: IPartyRegistry
  readonly TitleRegistry: ITitleRegistry
  readonly RightsRegistry: IRightsRegistry
  readonly EvaluationBook: IEvaluationBook
  readonly PoolTests: IPoolTests
  readonly PoolBook: IPoolBook
  readonly DealBook: IDealBook
  readonly PoolDesk: IPoolDesk
  readonly RightsDesk: IRightsDesk
  readonly Replacements: IReplacements
  readonly Succession: ISuccession
  readonly Waivers: IWaivers
  readonly LimitBook: ILimitBook
  readonly NoteFactory: INoteFactory
  readonly SeriesNote: ISeriesNote
  readonly Enforcement: IEnforcement
  readonly CashLedger: ICashLedger
  readonly CollectionOracle: ICollectionOracle
  readonly EvidenceLens: IEvidenceLens
  readonly Waterfall: IWaterfall
  readonly ScheduleBook: IScheduleBook
  readonly Offering: IOffering
  readonly PayingAgent: IPayingAgent
  readonly DistributionDesk: IDistributionDesk
  readonly Treasury: ITreasury
  readonly Resolutions: IResolutions
}

export type ContractName = keyof Contracts

/** The contracts that stand once in a deployment; notes have an address a series. */
export type RoomName = Exclude<ContractName, 'SeriesNote'>

export const roomNames: readonly RoomName[] = [
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
]

/** Where the rooms of one deployment are. */
export type Rooms = { readonly [Name in RoomName]: Address }

/** The one encoder and decoder of each contract, built from its compiled interface. */
export const interfaces: { readonly [Name in ContractName]: Contracts[Name]['interface'] } = {
  PartyRegistry: IPartyRegistry__factory.createInterface(),
  TitleRegistry: ITitleRegistry__factory.createInterface(),
  RightsRegistry: IRightsRegistry__factory.createInterface(),
  EvaluationBook: IEvaluationBook__factory.createInterface(),
  PoolTests: IPoolTests__factory.createInterface(),
  PoolBook: IPoolBook__factory.createInterface(),
  DealBook: IDealBook__factory.createInterface(),
  PoolDesk: IPoolDesk__factory.createInterface(),
  RightsDesk: IRightsDesk__factory.createInterface(),
  Replacements: IReplacements__factory.createInterface(),
  Succession: ISuccession__factory.createInterface(),
  Waivers: IWaivers__factory.createInterface(),
  LimitBook: ILimitBook__factory.createInterface(),
  NoteFactory: INoteFactory__factory.createInterface(),
  SeriesNote: ISeriesNote__factory.createInterface(),
  Enforcement: IEnforcement__factory.createInterface(),
  CashLedger: ICashLedger__factory.createInterface(),
  CollectionOracle: ICollectionOracle__factory.createInterface(),
  EvidenceLens: IEvidenceLens__factory.createInterface(),
  Waterfall: IWaterfall__factory.createInterface(),
  ScheduleBook: IScheduleBook__factory.createInterface(),
  Offering: IOffering__factory.createInterface(),
  PayingAgent: IPayingAgent__factory.createInterface(),
  DistributionDesk: IDistributionDesk__factory.createInterface(),
  Treasury: ITreasury__factory.createInterface(),
  Resolutions: IResolutions__factory.createInterface(),
}
