/** How many processes are killed at random instants in a run of all tests; more by `KILLS=2000 npm run test:src -- test/processes`. */
export const killCount = Number(process.env['KILLS'] ?? 200)

/** Of these, signers and transmitters alone; both together are all of them. */
export const signerKills = Math.ceil((killCount * 2) / 3)
export const transmitterKills = killCount - signerKills

/** `KILL_SEED` repeats a run; the seed is printed with it. */
export const killSeed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000_007)

/** Time for a run of so many kills on a slow machine. */
export const killTimeout = (kills: number): number => 120_000 + kills * 8_000
