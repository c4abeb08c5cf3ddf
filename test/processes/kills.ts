/** How many processes are killed at random instants; more by `KILLS=1000 npm run test:src -- test/processes`. */
export const killCount = Number(process.env['KILLS'] ?? 30)

/** `KILL_SEED` repeats a run; the seed is printed with it. */
export const killSeed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000_007)

/** Time for a run of so many kills. */
export const killTimeout = 60_000 + killCount * 8_000
