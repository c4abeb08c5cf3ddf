#!/usr/bin/env node
import { exitCodes } from './exitCodes.ts'
import { InterruptedError } from './interruptedError.ts'
import { runCli } from './runCli.ts'
import { processStreams } from './streams.ts'

/** Time in which a command may put things in order after a request to stop. */
const GRACE_MILLISECONDS = 5_000

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, requestStop)
process.exitCode = await runCli(process.argv.slice(2), {
  streams: processStreams(),
  signal: stop.signal,
  environment: process.env,
})

function requestStop(): void {
  if (stop.signal.aborted) return
  stop.abort(new InterruptedError())
  setTimeout(() => process.exit(exitCodes.interrupted), GRACE_MILLISECONDS).unref()
}
