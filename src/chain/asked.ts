import { explainRevert } from './explainRevert.ts'

/** What a node answers to a question of no contract; that it does not is an error of this room. */
export async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw explainRevert(error)
  }
}
