import type { Server } from 'node:http'

/** Where a server listens. */
export type Listening = { readonly host: string; readonly port: number }

/** Lets a server listen, and says on which port it does: port 0 asks for any. */
export async function listen(server: Server, { host, port }: Listening): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}
