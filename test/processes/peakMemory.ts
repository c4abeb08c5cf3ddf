import { existsSync, readFileSync } from 'node:fs'

/**
 * The most memory, in megabytes, that this process has held. Linux counts in `maxRSS` what the process that started this one
 * held at that moment, so the figure of its own is read where the system gives it.
 */
export function peakMegabytes(): number {
  return peakMegabytesOf(process.pid) ?? Math.round(process.resourceUsage().maxRSS / 1024)
}

/** The most memory that a process has held so far, where the system tells it. */
export function peakMegabytesOf(pid: number): number | undefined {
  const status = `/proc/${pid}/status`
  const peak = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return peak === undefined ? undefined : Math.round(Number(peak) / 1024)
}
