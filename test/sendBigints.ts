/**
 * Mocha's workers tell the results of their files in JSON, which knows no bigint: one in a failed comparison would end the
 * worker and hide which test failed. Sent this way it shows as text.
 */
const send = process.send?.bind(process)

if (send !== undefined) process.send = (message: unknown) => send(plain(message))

function plain(message: unknown): unknown {
  return JSON.parse(
    JSON.stringify(message, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)),
  )
}
