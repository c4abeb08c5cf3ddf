import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import {
  type CamtMessage,
  camtMessages,
  OfficialSchemaMissingError,
  ownProfiles,
  profilesWithOfficial,
} from '../../../src/bank/camt/profiles.ts'
import { type BankReading, type BankSettings, readBankFile } from '../../../src/bank/camt/readBankFile.ts'
import { formatDay } from '../../../src/domain/dates.ts'
import { formatMoney } from '../../../src/domain/money.ts'
import { camtText, chunksOf, type ReportText } from './camtText.ts'

const settings: BankSettings = { profiles: ownProfiles(), largest: 1_000_000, currencies: {} }

const read = (text: string | Uint8Array, more: Partial<BankSettings> = {}, size = 4_096) =>
  readBankFile({ file: 'bank.xml', chunks: chunksOf(text, size) }, { ...settings, ...more })

const faultsOf = ({ faults }: BankReading) =>
  faults.map(({ code, place }) => [code, place.line, place.column])

const quarter: ReportText = {
  opening: '100.00',
  closing: '1,250.50'.replace(',', ''),
  entries: [
    {
      amount: '1200.50',
      reference: 'B-1',
      endToEnd: 'E2E-1',
      invoice: 'INV-1',
      remittance: 'royalty 2026 Q1',
      payer: 'Nanhai Instruments',
      instructed: '1210.50',
    },
    { amount: '50.00', sign: 'DBIT', reference: 'B-2' },
    { amount: '7.00', reference: 'B-3', status: 'PDNG' },
  ],
}

describe('readBankFile', () => {
  for (const message of camtMessages)
    it(`default: ${message}`, async () => {
      const reading = await read(camtText({ ...quarter, message }))
      expect(reading.faults).to.deep.equal([])
      expect(reading.message).to.equal(message)
      expect(reading.messageId).to.equal('M-S-1')
      expect(reading.reports.map(({ id, isProven }) => [id, isProven])).to.deep.equal([
        ['S-1', message.startsWith('camt.053')],
      ])
      const [credit, debit, ...others] = reading.entries
      expect(others).to.deep.equal([])
      expect(credit?.key).to.equal('6217000000001 reference B-1')
      expect([credit?.sign, debit?.sign]).to.deep.equal(['credit', 'debit'])
      expect(credit === undefined ? '' : formatMoney(credit.amount)).to.equal('CNY 1200.50')
      expect(credit === undefined ? '' : formatDay(credit.bookedOn)).to.equal('2026-03-31')
      const [detail] = credit?.details ?? []
      expect(detail?.references).to.deep.equal(['E2E-1'])
      expect(detail?.documents).to.deep.equal(['INV-1'])
      expect(detail?.remittance).to.equal('royalty 2026 Q1')
      expect(detail?.payer).to.equal('Nanhai Instruments')
      expect(detail?.instructed?.minor).to.equal(121_050n)
    })

  it('behavior: the same reading whatever the pieces', async () => {
    const text = camtText({
      ...quarter,
      entries: quarter.entries.map(each => ({ ...each, payer: '南海仪器' })),
    })
    expect(await read(text, {}, 1)).to.deep.equal(await read(text))
  })

  it('behavior: CNH by configuration, and no other currency than the configured one', async () => {
    const cnh = await read(camtText(quarter), { currencies: { '6217000000001': 'CNH' } })
    expect(cnh.entries.map(({ amount }) => formatMoney(amount))).to.deep.equal(['CNH 1200.50', 'CNH 50.00'])
    const hkd = await read(camtText(quarter), { currencies: { '6217000000001': 'HKD' } })
    expect(hkd.entries).to.deep.equal([])
    expect(new Set(hkd.faults.map(({ code }) => code))).to.deep.equal(new Set(['file/entry-refused']))
  })

  it('behavior: equal entries without a reference are told apart by ordinal, in statements only', async () => {
    const twice: ReportText = {
      closing: '10.00',
      entries: [{ amount: '5.00' }, { amount: '5.00', reference: 'NOTPROVIDED' }],
    }
    expect((await read(camtText(twice))).entries.map(({ key }) => key)).to.deep.equal([
      '6217000000001 dates 2026-03-31 2026-03-31 CNY 500 credit 1',
      '6217000000001 dates 2026-03-31 2026-03-31 CNY 500 credit 2',
    ])
    const notified = await read(camtText({ ...twice, message: 'camt.054.001.08' }))
    expect([notified.entries, notified.faults]).to.deep.equal([[], []])
  })

  it('behavior: thousands of entries, read in batches, still lead to the closing balance', async () => {
    const entries = Array.from({ length: 12_000 }, (_, index) => ({
      amount: '1.00',
      reference: `B-${index}`,
    }))
    const reading = await read(camtText({ closing: '12000.00', entries }), { largest: 10_000_000 })
    expect(reading.faults).to.deep.equal([])
    expect(reading.entries.length).to.equal(12_000)
    expect(reading.reports[0]?.isProven).to.equal(true)
  })

  it('behavior: a moment with an offset is a day in UTC+8', async () => {
    const text = camtText(quarter).replace(
      '<BookgDt><Dt>2026-03-31</Dt>',
      '<BookgDt><DtTm>2026-03-31T17:30:00Z</DtTm>',
    )
    const [entry] = (await read(text)).entries
    expect(entry === undefined ? '' : formatDay(entry.bookedOn)).to.equal('2026-04-01')
  })

  it('error: a fault of the schema in one entry, at its line and column; the rest is read', async () => {
    const text = camtText(quarter).replace('<CdtDbtInd>DBIT</CdtDbtInd>\n', '<CdtDbtInd>DEBIT</CdtDbtInd>\n')
    const line = text.split('\n').findIndex(each => each.includes('DEBIT')) + 1
    const reading = await read(text)
    expect(faultsOf(reading)).to.deep.equal([['file/profile-violated', line, 9]])
    expect(reading.faults[0]?.place.file).to.equal('bank.xml')
    expect(reading.entries.map(({ reference }) => reference)).to.deep.equal(['B-1'])
    expect(reading.reports.map(({ isProven }) => isProven)).to.deep.equal([false])
  })

  it('error: more decimals than the currency has; no booking date', async () => {
    const text = camtText(quarter)
      .replace('1200.50', '1200.505')
      .replace('<BookgDt><Dt>2026-03-31</Dt></BookgDt>', '')
    const reading = await read(text)
    expect(faultsOf(reading)).to.deep.equal([['file/figure-refused', 12, 9]])
    const dateless = await read(camtText(quarter).replace(/<BookgDt>.*<\/BookgDt>/, ''))
    expect(faultsOf(dateless)).to.deep.equal([['file/entry-refused', 11, 7]])
  })

  it('error: entries that do not lead to the closing balance are not booked', async () => {
    const reading = await read(camtText({ ...quarter, closing: '1250.49' }))
    expect(faultsOf(reading)).to.deep.equal([['file/statement-unbalanced', 5, 5]])
    expect(reading.faults[0]).to.have.property('difference', -1n)
    expect([reading.entries, reading.reports]).to.deep.equal([[], []])
    const open = await read(camtText(quarter).replace('CLBD', 'FWAV'))
    expect(faultsOf(open)).to.deep.equal([['file/statement-unbalanced', 5, 5]])
  })

  it('error: a fault in the header of a statement refuses the statement, another is read', async () => {
    const text = camtText(quarter)
    const sound = /<Stmt>[\s\S]*<\/Stmt>/.exec(text)?.[0] ?? ''
    const broken = sound.replace('<Id>S-1</Id>', '').replaceAll('B-', 'C-')
    const reading = await read(text.replace(sound, `${broken}${sound}`))
    expect(reading.faults.map(({ code }) => code)).to.deep.equal(['file/profile-violated'])
    expect(reading.entries.map(({ reference }) => reference)).to.deep.equal(['B-1', 'B-2'])
  })

  it('error: a message without a report', async () => {
    const reading = await read(camtText(quarter).replace(/<Stmt>[\s\S]*<\/Stmt>/, ''))
    expect(reading.faults.map(({ code }) => code)).to.deep.equal(['file/profile-violated'])
  })

  const declared = (doctype: string) =>
    camtText(quarter).replace('?>\n', `?>\n<!DOCTYPE Document ${doctype}>\n`).replace('B-1', '&lol;')

  const attacks: Readonly<Record<string, [text: string | Uint8Array, code: string]>> = {
    'entities that multiply': [
      declared('[<!ENTITY a "lol"><!ENTITY lol "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]'),
      'file/xml-forbidden',
    ],
    'an external entity': [declared('[<!ENTITY lol SYSTEM "file:///etc/passwd">]'), 'file/xml-forbidden'],
    'an external document type': [declared('SYSTEM "http://example.org/a.dtd"'), 'file/xml-forbidden'],
    'an entity without a document type': [camtText(quarter).replace('B-1', '&lol;'), 'file/xml-malformed'],
    'elements too deep': [camtText(quarter).replace('<Prtry>', '<a>'.repeat(70)), 'file/xml-forbidden'],
    'a text too long': [camtText(quarter).replace('B-1', 'x'.repeat(70_000)), 'file/xml-forbidden'],
    'another encoding': [camtText(quarter).replace('UTF-8', 'GB18030'), 'file/xml-forbidden'],
    'UTF-16': [new Uint8Array(Buffer.from(`\uFEFF${camtText(quarter)}`, 'utf16le')), 'file/xml-forbidden'],
    'white space without end': [
      camtText(quarter).replace('<Acct>', `${' '.repeat(140_000)}<Acct>`),
      'file/xml-forbidden',
    ],
    'a name without end': [
      camtText(quarter).replace('<Acct>', `<${'A'.repeat(140_000)}>`),
      'file/xml-forbidden',
    ],
    'attributes without end': [
      camtText(quarter).replace(
        '<Acct>',
        `<Acct ${Array.from({ length: 20_000 }, (_, index) => `a${index}="" `).join('')}>`,
      ),
      'file/xml-forbidden',
    ],
    'elements without number before the entries': [
      camtText(quarter).replace('<Acct>', `${'<a/>'.repeat(10_001)}<Acct>`),
      'file/xml-forbidden',
    ],
    'elements without number in one entry': [
      camtText(quarter).replace('<BkTxCd>', `${'<a/>'.repeat(500_001)}<BkTxCd>`),
      'file/xml-forbidden',
    ],
    'faults without number': [
      camtText(quarter).replace('<Ntry>', `${'<Ntry/>'.repeat(1_001)}<Ntry>`),
      'file/too-many-faults',
    ],
    'a file that is cut off': [camtText(quarter).slice(0, 900), 'file/xml-malformed'],
    'a file that is empty': ['', 'file/xml-malformed'],
    'another message': [
      camtText(quarter).replace('camt.053.001.08', 'camt.052.001.08'),
      'file/message-unknown',
    ],
  }
  for (const [name, [text, code]] of Object.entries(attacks))
    it(`error: ${name} refuses the file`, async () => {
      const reading = await read(text, { largest: 5_000_000 })
      expect(reading.faults.map(fault => fault.code)).to.deep.equal([code])
      expect([reading.message, reading.entries]).to.deep.equal([undefined, []])
      expect(reading.faults[0]?.place.line).to.be.greaterThan(0)
    })

  it('error: a byte that is no UTF-8, at its line and column', async () => {
    const bytes = new TextEncoder().encode(camtText({ ...quarter, id: '南?' }))
    bytes[bytes.indexOf('?'.charCodeAt(0), 60)] = 0xff
    for (const size of [7, 100, 5_000])
      expect(faultsOf(await read(bytes, {}, size))[0]).to.deep.equal(['file/xml-forbidden', 4, 23])
  })

  it('error: a version that is not configured', async () => {
    const accepted: readonly CamtMessage[] = ['camt.053.001.08']
    const old = camtText({ ...quarter, message: 'camt.053.001.02' })
    const reading = await read(old, { profiles: ownProfiles(accepted) })
    expect(reading.faults.map(({ code }) => code)).to.deep.equal(['file/message-unknown'])
  })

  it('error: a file of 100 MB is refused by its size, and read no further', async () => {
    let given = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      const piece = new TextEncoder().encode('<!-- -->'.repeat(8_192))
      yield new TextEncoder().encode(camtText(quarter).split('<Acct>')[0])
      for (; given < 1_600; given += 1) yield piece
    }
    const reading = await readBankFile({ file: 'huge.xml', chunks: endless() }, settings)
    expect(reading.faults.map(({ code, place }) => [code, place.line])).to.deep.equal([['file/too-large', 0]])
    expect(given).to.be.lessThan(20)
  })

  describe('official schemas', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lingnan-xsd-'))
    after(() => rmSync(folder, { recursive: true }))

    it('behavior: a schema of a folder is applied beside the profile', async () => {
      const [profile] = ownProfiles(['camt.053.001.08'])
      const stricter = (profile?.schemas[0] ?? '').replace(
        '<xs:element name="AcctSvcrRef" type="Max35Text" minOccurs="0"/>',
        '<xs:element name="AcctSvcrRef" type="Max35Text"/>',
      )
      writeFileSync(join(folder, 'camt.053.001.08.xsd'), stricter)
      const profiles = await profilesWithOfficial(['camt.053.001.08'], folder)
      const reading = await read(camtText({ closing: '5.00', entries: [{ amount: '5.00' }] }), { profiles })
      expect(reading.faults.map(({ code }) => code)).to.deep.equal(['file/profile-violated'])
    })

    it('error: OfficialSchemaMissingError', async () => {
      const refusal = await profilesWithOfficial(['camt.054.001.02'], folder).catch((error: unknown) => error)
      expect(refusal).to.be.instanceOf(OfficialSchemaMissingError)
    })
  })
})
