import { type Day, formatDay } from '../../src/domain/dates.ts'
import { formatDecimal } from '../../src/domain/decimals.ts'
import type { CurrencyCode } from '../../src/domain/money.ts'
import { escaped } from './workbook.ts'

/** How the bank names what a payment is for. */
export type Naming = 'endToEnd' | 'remittance' | 'invoice' | 'payer'

export type BankMovement = {
  readonly reference: string
  readonly sign: 'CRDT' | 'DBIT'
  readonly amount: bigint
  readonly bookedOn: Day
  readonly payer?: string
  /** Numbers of what it pays. */
  readonly pays: readonly string[]
  readonly naming: Naming
}

/** What a bank writes of one account in one period. */
export type BankFile = {
  readonly message: 'camt.053.001.02' | 'camt.053.001.08' | 'camt.054.001.08'
  readonly id: string
  readonly account: string
  readonly currency: CurrencyCode
  readonly from: Day
  readonly to: Day
  readonly movements: readonly BankMovement[]
  /** A statement may leave the payers to the notifications. */
  readonly withDetails: boolean
}

/** The file as XML, on one line an entry. What comes in is swept out, so that statements begin and end at zero. */
export function bankFileText(file: BankFile): string {
  const isStatement = file.message.startsWith('camt.053')
  const [envelope, name] = isStatement ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn']
  const made = `${formatDay(file.to)}T18:00:00+08:00`
  const balances = isStatement ? [balance(file, 'OPBD', file.from), balance(file, 'CLBD', file.to)] : []
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${file.message}"><${envelope}>`,
    `<GrpHdr><MsgId>M-${file.id}</MsgId><CreDtTm>${made}</CreDtTm></GrpHdr>`,
    `<${name}><Id>${file.id}</Id><CreDtTm>${made}</CreDtTm>`,
    `<Acct><Id><Othr><Id>${file.account}</Id></Othr></Id><Ccy>${file.currency}</Ccy></Acct>`,
    ...balances,
    ...file.movements.map(movement => entry(movement, file)),
    `</${name}></${envelope}></Document>`,
    '',
  ].join('\n')
}

function balance({ currency }: BankFile, code: string, day: Day): string {
  const amount = `<Amt Ccy="${currency}">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>`
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount}<Dt><Dt>${formatDay(day)}</Dt></Dt></Bal>`
}

function entry(movement: BankMovement, file: BankFile): string {
  const { reference, sign, amount, bookedOn } = movement
  const status = file.message.endsWith('02') ? 'BOOK' : '<Cd>BOOK</Cd>'
  const day = formatDay(bookedOn)
  const details = file.withDetails && sign === 'CRDT' ? detailsOf(movement, file) : ''
  return `<Ntry><Amt Ccy="${file.currency}">${formatDecimal(amount, 2)}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts>${status}</Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef><BkTxCd><Prtry><Cd>TRF</Cd></Prtry></BkTxCd>${details}</Ntry>`
}

function detailsOf({ payer = '', pays, naming }: BankMovement, file: BankFile): string {
  const name = `<Nm>${escaped(payer)}</Nm>`
  const debtor = file.message.endsWith('02') ? name : `<Pty>${name}</Pty>`
  const parties = `<RltdPties><Dbtr>${debtor}</Dbtr></RltdPties>`
  const [first = ''] = pays
  const endToEnd = naming === 'endToEnd' && pays.length === 1 ? first : 'NOTPROVIDED'
  const references = `<Refs><EndToEndId>${endToEnd}</EndToEndId></Refs>`
  return `<NtryDtls><TxDtls>${references}${parties}${remittance(pays, naming)}</TxDtls></NtryDtls>`
}

function remittance(pays: readonly string[], naming: Naming): string {
  if (naming === 'payer' || (naming === 'endToEnd' && pays.length === 1)) return ''
  if (naming === 'invoice') {
    const documents = pays.map(number => `<RfrdDocInf><Nb>${number}</Nb></RfrdDocInf>`)
    return `<RmtInf><Strd>${documents.join('')}</Strd></RmtInf>`
  }
  return `<RmtInf><Ustrd>许可使用费 ${pays.join(' ')}</Ustrd></RmtInf>`
}
