/** The arrows of the project as data: which folder may import from which. The texts are contracts/README.md and src/README.md. */
export interface Layers {
  /** Folder → folders it may import from besides itself. A folder that is not listed may not exist. */
  readonly arrows: Readonly<Record<string, readonly string[]>>
  /** Folders that know no clock, network or file. */
  readonly pure: readonly string[]
  /** Packages a pure folder may import; an empty list of names allows every name of the package. */
  readonly purePackages: Readonly<Record<string, readonly string[]>>
}

export interface ContractLayers {
  /** Rooms from the ground up; rooms of one storey do not see each other. */
  readonly storeys: readonly (readonly string[])[]
  /** Folders of shared declarations and bases → folders they may import from besides themselves. */
  readonly shared: Readonly<Record<string, readonly string[]>>
  /** Interfaces of public standards, which belong to no room. */
  readonly standards: readonly string[]
  /** Contract → room, for interfaces that stand before their contract does. */
  readonly homes: Readonly<Record<string, string>>
  readonly packages: readonly string[]
}

export const contractLayers: ContractLayers = {
  storeys: [
    ['access'],
    ['identity'],
    ['rights'],
    ['deals'],
    ['cash', 'notes'],
    ['reports'],
    ['waterfall'],
    ['settlement'],
    ['governance'],
    ['views'],
  ],
  shared: {
    types: [],
    interfaces: ['types'],
    libraries: ['types', 'interfaces'],
    access: ['types', 'interfaces', 'libraries'],
  },
  standards: ['IERC7943'],
  homes: {
    Council: 'access',
    PartyRegistry: 'identity',
    TitleRegistry: 'rights',
    RightsRegistry: 'rights',
    PoolBook: 'deals',
    PoolTests: 'deals',
    PoolDesk: 'deals',
    DealBook: 'deals',
    Succession: 'deals',
    Waivers: 'deals',
    EvaluationBook: 'rights',
    RightsDesk: 'deals',
    Replacements: 'deals',
    SeriesNote: 'notes',
    NoteFactory: 'notes',
    Enforcement: 'notes',
    LimitBook: 'notes',
    TransferRule: 'notes',
    CashLedger: 'cash',
    CollectionOracle: 'reports',
    Waterfall: 'waterfall',
    ScheduleBook: 'waterfall',
    Offering: 'settlement',
    Exchange: 'settlement',
    PayingAgent: 'settlement',
    DistributionDesk: 'settlement',
    FxDesk: 'settlement',
    Treasury: 'settlement',
    Resolutions: 'governance',
  },
  packages: ['@openzeppelin/contracts'],
}

export const sourceLayers: Layers = {
  arrows: {
    domain: [],
    waterfall: ['domain'],
    deal: ['waterfall', 'domain'],
    structuring: ['deal', 'waterfall', 'domain'],
    documents: ['domain'],
    bank: ['domain'],
    chain: ['domain'],
    outbox: ['chain', 'domain'],
    sdk: ['deal', 'chain', 'waterfall', 'domain'],
    oracle: ['sdk', 'bank', 'outbox', 'deal', 'chain', 'waterfall', 'domain'],
    custody: ['sdk', 'bank', 'outbox', 'structuring', 'documents', 'deal', 'chain', 'waterfall', 'domain'],
    index: ['chain', 'waterfall', 'domain'],
    api: ['index', 'structuring', 'documents', 'deal', 'chain', 'waterfall', 'domain'],
    web: [],
    cli: [
      'api',
      'index',
      'custody',
      'oracle',
      'sdk',
      'outbox',
      'bank',
      'chain',
      'documents',
      'structuring',
      'deal',
      'waterfall',
      'domain',
    ],
  },
  pure: ['domain', 'waterfall', 'deal', 'structuring', 'documents'],
  purePackages: {
    zod: [],
    ethers: [
      'AbiCoder',
      'concat',
      'getBytes',
      'hexlify',
      'id',
      'keccak256',
      'toBeHex',
      'toUtf8Bytes',
      'zeroPadValue',
    ],
  },
}
