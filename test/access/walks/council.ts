import { ZeroHash } from 'ethers'
import { hash, type Scene } from './scene.ts'

const DELAY = 86_401
const ROLE = 77n
const OTHER = 78n
const NOBODY = '0x000000000000000000000000000000000000dEaD'

/** Roles and the access manager: the council alone, after its delay. */
export async function walkCouncil(scene: Scene): Promise<void> {
  const { world, exam, at } = scene
  const manager = world.addressOf('AccessManager')
  const room = world.addressOf('DealBook')
  const selector = at('DealBook', 'accelerate', [1n, ZeroHash]).data.slice(0, 10)
  const attester = (1n << 16n) | 446n
  const calls = [
    at('AccessManager', 'labelRole', [ROLE, 'a new role']),
    at('AccessManager', 'grantRole', [ROLE, world.addressOf('stranger'), 0]),
    at('AccessManager', 'revokeRole', [attester, world.addressOf('attesterMo')]),
    at('AccessManager', 'setRoleAdmin', [ROLE, OTHER]),
    at('AccessManager', 'setRoleGuardian', [ROLE, OTHER]),
    at('AccessManager', 'setGrantDelay', [ROLE, 100]),
    at('AccessManager', 'setTargetAdminDelay', [room, 100]),
    at('AccessManager', 'setTargetClosed', [room, true]),
    at('AccessManager', 'setTargetFunctionRole', [room, [selector], ROLE]),
    at('AccessManager', 'updateAuthority', [room, manager]),
  ]
  const data = calls.map(call => call.data)
  await exam.branch(async () => {
    await exam.step('councilCn', at('Council', 'propose', [data, hash('minutes')]))
    await exam.probe(at('Council', 'withdraw', [1n]))
    await exam.probe(at('Council', 'approve', [1n]))
    await exam.send('councilHk', at('Council', 'approve', [1n]))
    await exam.send('councilMo', at('Council', 'approve', [1n]))
    await exam.step('stranger', at('Council', 'schedule', [1n]))
    const label = at('AccessManager', 'labelRole', [OTHER, 'another role']).data
    await exam.branch(() => exam.probe(at('AccessManager', 'schedule', [manager, label, 0])))
    await exam.probe(at('AccessManager', 'cancel', [world.addressOf('Council'), manager, data[0]]))
    await exam.probe(at('AccessManager', 'consumeScheduledOp', [world.addressOf('Council'), data[0]]))
    await world.pass(DELAY)
    for (const call of calls) await exam.probe(call)
    await exam.probe(at('AccessManager', 'execute', [manager, data[0]]))
    await exam.step('stranger', at('Council', 'execute', [1n]))
  })
  await exam.probe(at('AccessManager', 'multicall', [[]]))
  await exam.probe(at('AccessManager', 'renounceRole', [ROLE, NOBODY]), 'of another')
  await exam.probe(actor => at('AccessManager', 'renounceRole', [ROLE, world.addressOf(actor)]), 'its own')
  for (const name of ['TitleRegistry', 'RightsRegistry', 'PoolTests', 'PoolBook', 'DealBook', 'CashLedger'])
    await exam.probe(at(name, 'setAuthority', [manager]))
}
