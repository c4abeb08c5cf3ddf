/** Begins a piece of work when all that came before it has ended, whatever became of that. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

export function turns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const done = last.then(work, work)
    last = done
    return done
  }
}
