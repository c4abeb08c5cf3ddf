import { join } from 'node:path'
import { expect } from 'chai'
import { checkLayers } from '../../scripts/checkLayers.ts'
import { contractFaults } from '../../scripts/contractFaults.ts'
import { contractLayers, sourceLayers } from '../../scripts/layers.ts'
import { sourceFaults } from '../../scripts/sourceFaults.ts'

const root = join(import.meta.dirname, '../..')

interface Case {
  readonly files: Readonly<Record<string, string>>
  readonly fault: RegExp
}

const asFiles = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, text]) => ({ path, text }))
const contractTexts = (files: Readonly<Record<string, string>>) =>
  contractFaults(asFiles(files), contractLayers).map(({ text }) => text)
const sourceTexts = (files: Readonly<Record<string, string>>) =>
  sourceFaults(asFiles(files), sourceLayers).map(({ text }) => text)

describe('checkLayers', () => {
  it('default: the project keeps its arrows', () => {
    expect(checkLayers(root)).to.deep.equal([])
  })

  it('behavior: rooms of contracts may look down through interfaces', () => {
    const files = {
      'contracts/types/DealId.sol': '',
      'contracts/interfaces/IDealBook.sol': 'import {DealId} from "../types/DealId.sol";',
      'contracts/interfaces/IERC7943.sol': '',
      'contracts/deals/DealBook.sol': 'import {IDealBook} from "../interfaces/IDealBook.sol";',
      'contracts/notes/SeriesNote.sol':
        'import {IDealBook} from "../interfaces/IDealBook.sol";\nimport {IERC7943} from "../interfaces/IERC7943.sol";',
      'contracts/notes/rules/GradeRule.sol': 'import {SeriesNote} from "../SeriesNote.sol";',
      'contracts/libraries/MoneyLib.sol': 'import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";',
    }
    expect(contractTexts(files)).to.deep.equal([])
  })

  it('behavior: rooms of the source may look down', () => {
    const files = {
      'src/domain/money.ts': 'export const code = 156',
      'src/waterfall/run.ts': "import { code } from '../domain/money.ts'\nexport const two = code",
      'src/deal/dealFile.ts': "import { z } from 'zod'\nimport { keccak256 } from 'ethers'",
      'src/cli/main.ts':
        "import { readFile } from 'node:fs/promises'\nimport { code } from '../domain/money.ts'",
      'src/domain/period.ts':
        'export const last = (dates: { process: number }) => dates.process + new Date(0).getTime()',
    }
    expect(sourceTexts(files)).to.deep.equal([])
  })

  const contractCases: Readonly<Record<string, Case>> = {
    'an unknown room': { files: { 'contracts/oracle/Feed.sol': '' }, fault: /room 'oracle' is unknown/ },
    'a room that imports another room': {
      files: {
        'contracts/notes/SeriesNote.sol': 'import { DealBook } from "../deals/DealBook.sol";',
        'contracts/deals/DealBook.sol': '',
      },
      fault: /meet only through interfaces/,
    },
    'an arrow that points up': {
      files: {
        'contracts/deals/DealBook.sol': 'import { IWaterfall } from "../interfaces/IWaterfall.sol";',
        'contracts/interfaces/IWaterfall.sol': '',
      },
      fault: /deals may not look at waterfall/,
    },
    'an arrow within a storey': {
      files: {
        'contracts/cash/CashLedger.sol': 'import { ISeriesNote } from "../interfaces/ISeriesNote.sol";',
        'contracts/interfaces/ISeriesNote.sol': '',
      },
      fault: /cash may not look at notes/,
    },
    'an interface that points up': {
      files: {
        'contracts/interfaces/IDealBook.sol': 'import { IWaterfall } from "./IWaterfall.sol";',
        'contracts/interfaces/IWaterfall.sol': '',
      },
      fault: /deals may not look at waterfall/,
    },
    'an interface without a room': {
      files: { 'contracts/interfaces/INobody.sol': '' },
      fault: /belongs to no room/,
    },
    'a type that imports': {
      files: {
        'contracts/types/DealId.sol': 'import { MoneyLib } from "../libraries/MoneyLib.sol";',
        'contracts/libraries/MoneyLib.sol': '',
      },
      fault: /types\/ may not import from libraries/,
    },
    'a foreign package': {
      files: { 'contracts/cash/CashLedger.sol': 'import { X } from "solady/src/X.sol";' },
      fault: /contracts use only @openzeppelin/,
    },
    'a contract that imports a test': {
      files: { 'contracts/cash/CashLedger.sol': 'import { X } from "../../test/contracts/X.sol";' },
      fault: /outside contracts/,
    },
    'a cycle': {
      files: {
        'contracts/cash/A.sol': 'import { B } from "./B.sol";',
        'contracts/cash/B.sol': 'import { A } from "./A.sol";',
      },
      fault: /import cycle: contracts\/cash\/A.sol → contracts\/cash\/B.sol → contracts\/cash\/A.sol/,
    },
  }
  for (const [name, { files, fault }] of Object.entries(contractCases))
    it(`error: contracts, ${name}`, () => {
      expect(contractTexts(files).join('\n')).to.match(fault)
    })

  const sourceCases: Readonly<Record<string, Case>> = {
    'an unknown room': { files: { 'src/tools/x.ts': '' }, fault: /room 'tools' is unknown/ },
    'a file outside the rooms': { files: { 'src/x.ts': '' }, fault: /room '' is unknown/ },
    'an arrow that points up': {
      files: { 'src/domain/x.ts': "import { y } from '../sdk/y.ts'", 'src/sdk/y.ts': '' },
      fault: /domain\/ may not import from sdk/,
    },
    'a type import that points up': {
      files: { 'src/domain/x.ts': "import type { Y } from '../sdk/y.ts'", 'src/sdk/y.ts': '' },
      fault: /domain\/ may not import from sdk/,
    },
    'a dynamic import that points up': {
      files: { 'src/domain/x.ts': "export const x = import('../sdk/y.ts')", 'src/sdk/y.ts': '' },
      fault: /domain\/ may not import from sdk/,
    },
    'an import from outside': {
      files: { 'src/cli/x.ts': "import { y } from '../../scripts/y.ts'" },
      fault: /outside src/,
    },
    'a file in a pure room': {
      files: { 'src/waterfall/x.ts': "import { readFileSync } from 'node:fs'" },
      fault: /imports 'node:fs'/,
    },
    'a network in a pure room': {
      files: { 'src/deal/x.ts': "import { JsonRpcProvider } from 'ethers'" },
      fault: /imports 'JsonRpcProvider' of 'ethers'/,
    },
    'a clock in a pure room': {
      files: { 'src/domain/x.ts': 'export const x = Date.now()' },
      fault: /Date\.now/,
    },
    'the day of today in a pure room': {
      files: { 'src/domain/x.ts': 'export const x = new Date()' },
      fault: /line 1 uses new Date\(\)/,
    },
    'chance in a pure room': {
      files: { 'src/domain/x.ts': 'export const x = Math.random()' },
      fault: /Math\.random/,
    },
    'a cast in a pure room': {
      files: { 'src/deal/x.ts': 'export const x = [1] as const\nexport const y = x as unknown' },
      fault: /^line 2 casts/,
    },
    'the environment in a pure room': {
      files: { 'src/domain/x.ts': "export const x = process.env['X']" },
      fault: /uses process/,
    },
    'a cycle': {
      files: {
        'src/domain/x.ts': "import { y } from './y.ts'",
        'src/domain/y.ts': "import { x } from './x.ts'",
      },
      fault: /import cycle/,
    },
  }
  for (const [name, { files, fault }] of Object.entries(sourceCases))
    it(`error: source, ${name}`, () => {
      expect(sourceTexts(files).join('\n')).to.match(fault)
    })
})
