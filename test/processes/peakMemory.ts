import { existsSync, readFileSync } from 'node:fs'

const STATUS = '/proc/self/status'

/**
 * The most memory, in megabytes, that this process has held. Linux counts in `maxRSS` what the process that started this one
 * held at that moment, so the figure of its own is read where the system gives it.
 */
export function peakMegabytes(): number {
  const own = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined
  return Math.round(Number(own ?? process.resourceUsage().maxRSS) / 1024)
}
