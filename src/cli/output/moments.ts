const UTC_PLUS_8_MILLISECONDS = 28_800_000

/** A moment of the chain as the three places read it: "2026-06-03 08:00:00 UTC+8". */
export function showMoment(seconds: bigint): string {
  const local = new Date(Number(seconds) * 1000 + UTC_PLUS_8_MILLISECONDS).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 19)} UTC+8`
}
