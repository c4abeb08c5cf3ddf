import { Wallet } from 'ethers'
import { closeClient, openClient } from '../../../chain/client.ts'
import { sourceOf } from '../../../oracle/books/sourceOf.ts'
import { readConfig } from '../../../oracle/config.ts'
import { jsonLog } from '../../../oracle/follow/log.ts'
import { walletKey } from '../../../oracle/sign/keystore.ts'
import { startOracle } from '../../../oracle/startOracle.ts'
import { deploymentOf, readDeployment } from '../../../sdk/access/deploymentRecord.ts'
import { type Orders, ordersSchema, tickSchema } from './orders.ts'

/**
 * One signer of the demo in a process of its own, as `lingnan oracle run` starts one; but its keys come from the demo, and
 * so does its clock, since the chain of the demo lives years in weeks.
 */
async function run({ config: data, deployment, signer, transmitter, clock }: Orders): Promise<void> {
  const config = readConfig(data)
  let ahead = clock - Date.now()
  const now = (): number => Date.now() + ahead
  const stop = new AbortController()
  process.on('message', message => {
    ahead = tickSchema.parse(message).clock - Date.now()
  })
  for (const end of ['disconnect', 'SIGTERM', 'SIGINT'] as const) process.on(end, () => stop.abort())
  const client = await openClient(config.rpc, deploymentOf(readDeployment(deployment)))
  const { source, close } = sourceOf(config, { client, now })
  try {
    const oracle = await startOracle(config, {
      ...{ client, source, now, signal: stop.signal },
      signer: walletKey(new Wallet(signer)),
      transmitter: walletKey(new Wallet(transmitter)),
      log: jsonLog(text => process.stdout.write(text), now),
      passed() {},
    })
    await oracle.ended
  } finally {
    close()
    closeClient(client)
  }
}

process.once('message', message => {
  run(ordersSchema.parse(message)).then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exit(1)
    },
  )
})
