import { createRequire } from 'node:module'
import hardhatToolbox from '@nomicfoundation/hardhat-toolbox-mocha-ethers'
import { defineConfig, overrideTask } from 'hardhat/config'

/** `FUZZ_SEED` replays a failure: any text of hexadecimal digits. */
const fuzzSeed =
  process.env['FUZZ_SEED'] ?? '0x0000000000000000000000000000000000000000000000000000000000000156'
const fuzzRuns = Number(process.env['FUZZ_RUNS'] ?? 256)
const invariantRuns = Number(process.env['INVARIANT_RUNS'] ?? 256)
const invariantDepth = Number(process.env['INVARIANT_DEPTH'] ?? 128)
/** Coverage builds instrumented code; it keeps it apart from what the other scripts use. */
const buildFolder = process.env['BUILD_FOLDER'] ?? '.'
const blockMilliseconds = Number(process.env['BLOCK_MS'] ?? 200)

/** What a permissioned network of the three places offers: the Cancun level, no fee, 30M gas a block. */
const consortium = {
  type: 'edr-simulated',
  chainType: 'l1',
  hardfork: 'cancun',
  initialBaseFeePerGas: 0,
  gasPrice: 0,
  blockGasLimit: 30_000_000,
} as const

/** Fixtures take rooms from their artifacts: whatever is tested, every contract is built first. */
const testOfFreshContracts = overrideTask(['test', 'solidity'])
  .setInlineAction(async (args, hre, runSuper) => {
    const { noCompile, testFiles } = args
    if (noCompile === true) return runSuper(args)
    const { solidity, tasks } = hre
    const paths = await solidity.getRootFilePaths()
    const scopes = await Promise.all(paths.map(path => solidity.getScope(path)))
    const contracts = paths.filter((_, index) => scopes[index] === 'contracts')
    const named = testFiles.length > 0
    await tasks.getTask('build').run({ files: named ? [...contracts, ...testFiles] : [] })
    return runSuper({ ...args, noCompile: true })
  })
  .build()

export default defineConfig({
  plugins: [hardhatToolbox],
  tasks: [testOfFreshContracts],
  paths: {
    sources: 'contracts',
    tests: { solidity: 'test/contracts', mocha: 'test' },
    cache: `${buildFolder}/cache`,
    artifacts: `${buildFolder}/artifacts`,
  },
  solidity: {
    version: '0.8.37',
    path: createRequire(import.meta.url).resolve('solc/soljson.js'),
    settings: { evmVersion: 'cancun', optimizer: { enabled: true, runs: 800 } },
    npmFilesToBuild: ['@openzeppelin/contracts/access/manager/AccessManager.sol'],
  },
  typechain: { outDir: 'src/chain/contracts', tsNocheck: true },
  networks: {
    default: { ...consortium },
    node: {
      ...consortium,
      allowBlocksWithSameTimestamp: true,
      mining: { auto: false, interval: blockMilliseconds, mempool: { order: 'fifo' } },
    },
  },
  test: {
    mocha: { timeout: 120_000 },
    solidity: {
      fuzz: { runs: fuzzRuns, seed: fuzzSeed },
      invariant: { runs: invariantRuns, depth: invariantDepth, failOnRevert: false },
    },
  },
})
