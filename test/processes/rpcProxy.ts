import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Random } from '../differential/random.ts'

/**
 * What a node may do to a request: not answer; break off before it takes it, or after; take it twice; answer with an error of its
 * own; answer with what is no answer; give a wrong number for a sender's next transaction; refuse many blocks of logs or many
 * requests at once.
 */
export const rpcFaults = ['hang', 'drop', 'lose', 'double', 'fail', 'garble', 'misnumber', 'limit'] as const

export type RpcFault = (typeof rpcFaults)[number]

export type RpcProxy = {
  readonly url: string
  /** How often each fault was done to a request. */
  readonly counts: ReadonlyMap<RpcFault, number>
  /** Lets everything through from now on, or not; does one fault alone if it is named. */
  readonly setFaults: (percent: number, fault?: RpcFault) => void
  readonly close: () => Promise<void>
}

type Request = { readonly id: unknown; readonly method: string; readonly params: readonly unknown[] }

const MOST_BLOCKS = 5
const noAnswers = [
  '<html><body>502 Bad Gateway</body></html>',
  '',
  '[]',
  '{"jsonrpc":"2.0","id":null,"error":{"code":-32603,"message":"Internal error"}}',
  '{"jsonrpc":"2.0","id":999999,"result":"0x"}',
] as const

/** A node in front of a node, which misbehaves in so many of a hundred cases. */
export async function startRpcProxy(
  target: string,
  { random, mostRequests = 4 }: { readonly random: Random; readonly mostRequests?: number },
): Promise<RpcProxy> {
  const counts = new Map<RpcFault, number>()
  let percent = 0
  let only: RpcFault | undefined
  const choose = (): RpcFault | undefined =>
    random.percent(percent) ? (only ?? random.oneOf(rpcFaults)) : undefined
  const server = createServer((request, response) => {
    serve(request, { response, target, fault: choose(), counts, random, mostRequests }).catch(() =>
      response.destroy(),
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    setFaults(chance, fault) {
      percent = chance
      only = fault
    },
    close: () => closed(server),
  }
}

type Serving = {
  readonly response: ServerResponse
  readonly target: string
  readonly fault: RpcFault | undefined
  readonly counts: Map<RpcFault, number>
  readonly random: Random
  readonly mostRequests: number
}

async function serve(request: IncomingMessage, serving: Serving): Promise<void> {
  const { response, target, fault, counts, random, mostRequests } = serving
  const body = await textOf(request)
  const data: unknown = JSON.parse(body)
  const requests = (Array.isArray(data) ? data : [data]) as readonly Request[]
  const applies = fault !== undefined && fits(fault, { requests, mostRequests })
  if (applies) counts.set(fault, (counts.get(fault) ?? 0) + 1)
  const done = applies ? fault : undefined
  if (done === 'hang') return
  if (done === 'drop') return void response.destroy()
  if (done === 'fail' || done === 'limit') return answer(response, requests.map(refused))
  if (done === 'garble') return void response.end(random.oneOf(noAnswers))
  const text = await forward(target, body)
  if (done === 'double') await forward(target, body)
  if (done === 'lose') return void response.destroy()
  if (done !== 'misnumber') return void response.setHeader('content-type', 'application/json').end(text)
  const answers = [JSON.parse(text)].flat() as readonly { id: unknown; result: string }[]
  const lie = random.percent(50) ? 1 : -1
  const misnumbered = answers.map(one => {
    const asked = requests.find(({ id }) => id === one.id)
    if (asked?.method !== 'eth_getTransactionCount') return one
    return { ...one, result: `0x${Math.max(0, Number(one.result) + lie).toString(16)}` }
  })
  answer(response, Array.isArray(data) ? misnumbered : [misnumbered[0] ?? {}])
}

/** Whether a fault can be done to what is asked. */
function fits(
  fault: RpcFault,
  { requests, mostRequests }: { readonly requests: readonly Request[]; readonly mostRequests: number },
): boolean {
  if (fault === 'misnumber') return requests.some(({ method }) => method === 'eth_getTransactionCount')
  if (fault === 'limit') return requests.length > mostRequests || requests.some(isWide)
  return true
}

function isWide({ method, params }: Request): boolean {
  const [filter] = params as readonly { fromBlock?: string; toBlock?: string }[]
  return method === 'eth_getLogs' && Number(filter?.toBlock) - Number(filter?.fromBlock) > MOST_BLOCKS
}

function refused({ id }: Request): object {
  return { jsonrpc: '2.0', id, error: { code: -32000, message: 'header not found' } }
}

function answer(response: ServerResponse, answers: readonly object[]): void {
  const [only] = answers
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(answers.length === 1 ? only : answers))
}

async function forward(target: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(target, { method: 'POST', body, headers })
  return reply.text()
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}
