import { openClient } from '../../src/chain/client.ts'
import { domainOf, reportStruct } from '../../src/chain/eip712.ts'
import { hash32 } from '../../src/domain/ids.ts'
import { readConfig } from '../../src/oracle/config.ts'
import { digestOf } from '../../src/oracle/journal/reconcile.ts'
import { openBoard } from '../../src/oracle/peers/board.ts'
import { type Receiving, serveEndpoint } from '../../src/oracle/peers/endpoint.ts'
import type { Envelope } from '../../src/oracle/peers/envelope.ts'
import type { Reply } from '../../src/oracle/peers/handle.ts'
import { httpPeer } from '../../src/oracle/peers/httpPeer.ts'
import { type Proposal, proposalSchema, readBody, writeBody } from '../../src/oracle/peers/message.ts'
import { walletKey } from '../../src/oracle/sign/keystore.ts'
import { type CollectionReport, reportFields } from '../../src/sdk/reports/collectionReport.ts'
import { account } from './counter.ts'
import type { OracleOrders } from './oracleWorker.ts'
import { onOrders } from './workers.ts'

/** What the liar says when it has lied, and nobody followed it. */
export type Lie = 'signed something else' | 'proposed something else' | 'shared something else'

/**
 * A member in office that lies: it signs something else than it was asked to and says that it is the same, proposes its own version
 * of every report, and shares its signature of the next one before anybody proposed it.
 */
onOrders<OracleOrders>(async ({ config: data, rooms, chainId, genesisHash, finality, signer }) => {
  const config = readConfig(data)
  const chain = { chainId: BigInt(chainId), genesisHash: hash32(genesisHash) }
  const client = await openClient(config.rpc, { chain, rooms, finality })
  const key = walletKey(account(signer))
  const peers = config.peers.map(({ address }) => address)
  const reception = () => ({
    ...{ deployment: client, me: key.address, peers, now: Date.now() },
    windowSeconds: config.windowSeconds,
  })
  const others = config.peers.flatMap(peer =>
    'url' in peer
      ? [
          httpPeer(
            { deployment: client, key, reception },
            { ...peer, wallet: peer.address, timeoutMs: 2_000 },
          ),
        ]
      : [],
  )
  const receiving: Receiving = { key, board: openBoard(':memory:', 1_000), reception, handle }
  await serveEndpoint(receiving, config.listen ?? { host: '127.0.0.1', port: 0 })
  process.send?.('started')
  await new Promise(() => {})

  async function handle({ kind, body }: Envelope): Promise<Reply> {
    if (kind !== 'proposal') return { kind: 'held', body: writeBody({ signatures: [] }) }
    const proposal = readBody(proposalSchema, body)
    void lieAbout(proposal)
    const { report } = proposal
    const signature = await signatureOf({ ...report, income: report.income + 1n })
    say('signed something else')
    return {
      kind: 'answer',
      body: writeBody({ verdict: 'signed', digest: digestOf(client, report), signature }),
    }
  }

  async function lieAbout({ report }: Proposal): Promise<void> {
    const mine = { ...report, income: report.income + 1n }
    const next = { ...mine, sequence: report.sequence + 1 }
    for (const peer of others) {
      const answer = await peer.ask('proposal', writeBody({ report: mine, attachment: null }))
      if (answer.body.includes('oracle/differs')) say('proposed something else')
      const signatures = [{ signer: key.address, signature: await signatureOf(next) }]
      const proposal = { report: next, attachment: null }
      const taken = await peer.ask('signatures', writeBody({ proposal, signatures }))
      if (taken.body === writeBody({ taken: 0 })) say('shared something else')
    }
  }

  function signatureOf(report: CollectionReport): Promise<string> {
    const value = reportFields(report)
    return key.signStatement({ domain: domainOf(client, 'CollectionOracle'), struct: reportStruct, value })
  }
})

function say(lie: Lie): void {
  process.send?.(lie)
}
