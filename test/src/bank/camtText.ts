/** Writes small camt files for tests, as banks write them. */

export type EntryText = {
  readonly amount: string
  readonly currency?: string
  readonly sign?: 'CRDT' | 'DBIT'
  readonly reference?: string | undefined
  readonly status?: string
  readonly reversal?: boolean
  readonly booked?: string
  readonly value?: string
  readonly endToEnd?: string
  readonly remittance?: string
  readonly invoice?: string
  readonly payer?: string
  readonly instructed?: string
}

export type ReportText = {
  readonly message?: string
  readonly id?: string
  readonly account?: string
  readonly opening?: string
  readonly closing?: string
  /** Day of the balances. */
  readonly until?: string
  readonly currency?: string
  readonly entries: readonly EntryText[]
}

export function camtText(report: ReportText): string {
  const { message = 'camt.053.001.08' } = report
  const isStatement = message.startsWith('camt.053')
  const [envelope, name] = isStatement ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn']
  const isOld = message.endsWith('02')
  const { id = 'S-1', account = '6217000000001', opening = '0.00', closing = '0.00' } = report
  const { until = '2026-03-31', currency = 'CNY' } = report
  const at = { until, currency }
  const balances = isStatement
    ? [balance('OPBD', opening, at), balance('CLBD', closing, at)].map(line => `      ${line}\n`).join('')
    : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}">
  <${envelope}>
    <GrpHdr><MsgId>M-${id}</MsgId><CreDtTm>2026-03-31T18:00:00+08:00</CreDtTm></GrpHdr>
    <${name}>
      <Id>${id}</Id>
      <CreDtTm>2026-03-31T18:00:00+08:00</CreDtTm>
      <Acct><Id><Othr><Id>${account}</Id></Othr></Id></Acct>
${balances}${report.entries.map(entry => entryText(entry, isOld)).join('')}    </${name}>
  </${envelope}>
</Document>
`
}

function balance(
  code: string,
  signed: string,
  { until, currency }: { readonly until: string; readonly currency: string },
): string {
  const sign = signed.startsWith('-') ? 'DBIT' : 'CRDT'
  const amount = `<Amt Ccy="${currency}">${signed.replace('-', '')}</Amt><CdtDbtInd>${sign}</CdtDbtInd>`
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount}<Dt><Dt>${until}</Dt></Dt></Bal>`
}

function entryText(entry: EntryText, isOld: boolean): string {
  const { amount, currency = 'CNY', sign = 'CRDT', status = 'BOOK', booked = '2026-03-31' } = entry
  return `      <Ntry>
        <Amt Ccy="${currency}">${amount}</Amt>
        <CdtDbtInd>${sign}</CdtDbtInd>
${entry.reversal === true ? '        <RvslInd>true</RvslInd>\n' : ''}        <Sts>${isOld ? status : `<Cd>${status}</Cd>`}</Sts>
        <BookgDt><Dt>${booked}</Dt></BookgDt>
        <ValDt><Dt>${entry.value ?? booked}</Dt></ValDt>
${entry.reference === undefined ? '' : `        <AcctSvcrRef>${entry.reference}</AcctSvcrRef>\n`}        <BkTxCd><Prtry><Cd>TRF</Cd></Prtry></BkTxCd>
${detailText(entry, isOld)}      </Ntry>
`
}

function detailText({ endToEnd, remittance, invoice, payer, instructed }: EntryText, isOld: boolean): string {
  const name = `<Nm>${payer}</Nm>`
  const parts = [
    endToEnd === undefined ? '' : `<Refs><EndToEndId>${endToEnd}</EndToEndId></Refs>`,
    instructed === undefined
      ? ''
      : `<AmtDtls><InstdAmt><Amt Ccy="CNY">${instructed}</Amt></InstdAmt></AmtDtls>`,
    payer === undefined ? '' : `<RltdPties><Dbtr>${isOld ? name : `<Pty>${name}</Pty>`}</Dbtr></RltdPties>`,
    remittance === undefined && invoice === undefined
      ? ''
      : `<RmtInf>${remittance === undefined ? '' : `<Ustrd>${remittance}</Ustrd>`}${
          invoice === undefined ? '' : `<Strd><RfrdDocInf><Nb>${invoice}</Nb></RfrdDocInf></Strd>`
        }</RmtInf>`,
  ].join('')
  return parts === '' ? '' : `        <NtryDtls><TxDtls>${parts}</TxDtls></NtryDtls>\n`
}

export async function* chunksOf(text: string | Uint8Array, size = 4_096): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
