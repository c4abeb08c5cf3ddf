import { writeFileSync } from 'node:fs'
import Mocha from 'mocha'
import type { Tally } from './tally.ts'

/** Mocha's own report, and its counts in the file that TALLY_FILE names. */
class MochaReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => this.write())
  }

  private write(): void {
    const file = process.env['TALLY_FILE']
    if (file === undefined) return
    const { passes, failures, pending } = this.stats
    const tally: Tally = { passed: passes, failed: failures, skipped: pending }
    writeFileSync(file, JSON.stringify(tally))
  }
}

/** Mocha loads reporters with `require`, which takes this name for the whole module. */
export { MochaReporter as 'module.exports' }
