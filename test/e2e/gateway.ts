import type { GetUrlResponse } from 'ethers'

/** One request to a node and its answer, as they go over the wire. */
export interface Exchange {
  readonly url: string
  readonly request: RpcRequest
  readonly answer: RpcAnswer
}

interface RpcRequest {
  readonly id: number
  readonly method: string
  readonly params: readonly unknown[]
}

interface RpcAnswer {
  readonly id: number
  readonly result?: unknown
}

/**
 * Stands between a command line and its node while it runs: `hear` is told each exchange, and gives the answer that the
 * command line gets.
 */
export async function throughGateway<T>(
  hear: (exchange: Exchange) => RpcAnswer,
  run: () => Promise<T>,
): Promise<T> {
  const { FetchRequest } = await import('ethers')
  const ask = FetchRequest.createGetUrlFunc()
  FetchRequest.registerGetUrl(async (request, signal) => {
    const response = await ask(request, signal)
    return { ...response, body: heard(request.url, { asked: request.body, response, hear }) }
  })
  try {
    return await run()
  } finally {
    FetchRequest.registerGetUrl(FetchRequest.createGetUrlFunc())
  }
}

/** Asks a node for one of its blocks, past the gateway; nothing while it has none of this number. */
export async function timestampOf(url: string, block: number): Promise<number | undefined> {
  const request = {
    jsonrpc: '2.0',
    id: 1,
    method: 'eth_getBlockByNumber',
    params: [`0x${block.toString(16)}`, false],
  }
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(request) })
  const { result }: { result: { timestamp: string } | null } = JSON.parse(await response.text())
  return result === null ? undefined : Number(result.timestamp)
}

type Wire = {
  readonly asked: Uint8Array | null
  readonly response: GetUrlResponse
  readonly hear: (exchange: Exchange) => RpcAnswer
}

function heard(url: string, { asked, response, hear }: Wire): Uint8Array | null {
  if (asked === null || response.body === null) return response.body
  const requests: RpcRequest | readonly RpcRequest[] = JSON.parse(Buffer.from(asked).toString())
  const answers: RpcAnswer | readonly RpcAnswer[] = JSON.parse(Buffer.from(response.body).toString())
  const byId = new Map([requests].flat().map(request => [request.id, request]))
  const given = [answers].flat().map(answer => {
    const request = byId.get(answer.id)
    return request === undefined ? answer : hear({ url, request, answer })
  })
  return Buffer.from(JSON.stringify(Array.isArray(answers) ? given : given[0]))
}
