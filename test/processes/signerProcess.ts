import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { keccak256, SigningKey } from 'ethers'
import { onOrders } from './workers.ts'

export type SignerOrders = { readonly port: number; readonly privateKeys: readonly string[] }

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

/**
 * A signer that speaks Web3Signer's eth1 API. The first part of the path of each request says how it behaves, as Web3Signer may:
 * well, hang, fail, wrong, empty, high, quoted.
 */
onOrders<SignerOrders>(async ({ port, privateKeys }) => {
  const keys = privateKeys.map(key => new SigningKey(key))
  const server = createServer((request, response) => void serve(request, { response, keys }))
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  process.send?.('listening')
  await new Promise(() => {})
})

type Serving = { readonly response: ServerResponse; readonly keys: readonly SigningKey[] }

async function serve(request: IncomingMessage, { response, keys }: Serving): Promise<void> {
  const [, manner = '', ...path] = (request.url ?? '').split('/')
  const route = path.join('/')
  if (route === 'api/v1/eth1/publicKeys') {
    response.setHeader('content-type', 'application/json')
    return void response.end(JSON.stringify(keys.map(identifierOf)))
  }
  const [, identifier = ''] = /^api\/v1\/eth1\/sign\/(0x[0-9a-f]{128})$/.exec(route) ?? []
  const key = keys.find(one => identifierOf(one) === identifier)
  if (key === undefined) return void response.writeHead(404).end()
  if (manner === 'hang') return
  if (manner === 'fail') return void response.writeHead(500).end('Internal error')
  const { data } = JSON.parse(await textOf(request)) as { data: string }
  response.setHeader('content-type', 'text/plain')
  response.end(signed(data, { manner, key }))
}

function signed(
  data: string,
  { manner, key }: { readonly manner: string; readonly key: SigningKey },
): string {
  if (manner === 'empty') return ''
  if (manner === 'wrong') return key.sign(keccak256(`${data}00`)).serialized
  const { serialized } = key.sign(keccak256(data))
  if (manner === 'high') return highSided(serialized)
  return manner === 'quoted' ? `"${serialized}"` : serialized
}

/** The other signature of the same statement, which contracts refuse. */
function highSided(serialized: string): string {
  const s = ORDER - BigInt(`0x${serialized.slice(66, 130)}`)
  const v = serialized.endsWith('1b') ? '1c' : '1b'
  return `${serialized.slice(0, 66)}${s.toString(16).padStart(64, '0')}${v}`
}

function identifierOf(key: SigningKey): string {
  return `0x${key.publicKey.slice(4)}`
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
