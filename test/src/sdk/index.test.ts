import { globSync } from 'node:fs'
import { expect } from 'chai'
import * as sdk from '../../../src/sdk/index.ts'

const root = new URL('../../../', import.meta.url)

describe('index', () => {
  it('default: every verb is exported by its name', () => {
    const nouns = [
      'attestation',
      'recovery',
      'operation',
      'rightTerms',
      'titleTerms',
      'fact',
      'statements',
      'dealTerms',
      'poolLimits',
      'registerLine',
      'orderTerms',
      'limits',
      'pauseScope',
      'account',
      'sale',
      'collectionReport',
      'reportingTerms',
      'programTerms',
      'scheduleExtension',
      'distribution',
      'votingTerms',
      'consent',
      'motion',
      'vote',
    ]
    const verbs = globSync('src/sdk/*/*.ts', { cwd: root })
      .filter(path => !path.includes('/access/'))
      .map(path => path.replace(/^.*\//, '').replace(/\.ts$/, ''))
      .filter(name => !nouns.includes(name))
    expect(verbs.length).to.be.greaterThan(40)
    expect(verbs.filter(name => typeof Reflect.get(sdk, name) !== 'function')).to.deep.equal([])
  })

  it('behavior: what a caller needs beside the verbs is there', () => {
    const names = [
      'openClient',
      'build',
      'simulate',
      'send',
      'wait',
      'requireEvent',
      'explainRevert',
      'LedgerError',
      'parseMoney',
      'parseDeal',
      'readLaw',
      'dealLimitsOf',
    ]
    expect(names.filter(name => typeof Reflect.get(sdk, name) !== 'function')).to.deep.equal([])
  })
})
