import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { configSchema, readConfig } from '../../../src/oracle/config.ts'
import { draftSchema } from '../../../src/oracle/submit/draftFolder.ts'

const readme = readFileSync(join(import.meta.dirname, '../../../src/oracle/README.md'), 'utf8')
const blocks = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text))

describe('the README of the oracle', () => {
  const [config, draft] = blocks

  it('default: its configuration and its draft are good ones', () => {
    expect(readConfig(config)).to.include({ validHours: 72, failoverMinutes: 240, againSeconds: 15 })
    expect(draftSchema.parse(draft)).to.include({ sequence: 1, income: 900n })
  })

  it('behavior: it names every field of a configuration', () => {
    const named = Object.keys(configSchema.shape).filter(
      field => readme.includes(`\`${field}\``) || field in config,
    )
    expect(named).to.deep.equal(Object.keys(configSchema.shape))
  })

  it('error: a configuration with a fault is refused by the name of the field', () => {
    expect(() => readConfig({ ...config, pollSeconds: 'often' })).to.throw(/pollSeconds/)
    expect(() => readConfig({ ...config, wallet: '0x1' }))
      .to.throw()
      .with.property('code', 'file/config-refused')
    expect(() => readConfig({ ...config, password: 'x' })).to.throw(/password/)
  })
})
