import type { Language } from '../../domain/languages.ts'
import { demo } from '../demo/demo.ts'
import { loadDemoDeals } from '../demo/demoDeals.ts'
import { printingListener } from '../demo/printingListener.ts'
import type { Listener } from '../demo/runDeal.ts'
import { toJson } from '../output/json.ts'
import { createProgress } from '../output/progress.ts'
import type { CommandContext } from '../streams.ts'

export interface DemoOptions {
  readonly scenario?: string
  readonly deal?: string
  readonly inputs?: string
  readonly blockTime: number
  readonly lang: Language
  readonly json: boolean
}

export async function runDemo(options: DemoOptions, { streams, signal }: CommandContext): Promise<void> {
  const deals = await loadDemoDeals(options)
  const progress = createProgress(streams, () => performance.now())
  const print = (text: string) => {
    progress.clear()
    streams.out(text)
  }
  try {
    const record = await demo({
      deals,
      blockMilliseconds: Math.round(options.blockTime * 1000),
      signal,
      say: progress.say,
      listener: options.json ? silent : printingListener(options.lang, print),
    })
    if (options.json) print(`${toJson(record)}\n`)
  } finally {
    progress.clear()
  }
}

const silent: Listener = { opened() {}, closed() {}, period() {}, ended() {} }
