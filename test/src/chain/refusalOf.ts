import { expect } from 'chai'

/** What a promise is refused with; a promise that is kept fails the test. */
export async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  return expect.fail('the call was not refused')
}
