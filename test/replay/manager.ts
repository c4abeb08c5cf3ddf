import { type Fields, type Kept, keep, of, type Story, table } from './table.ts'

/** How long a call that waits can be carried out, in OpenZeppelin's access manager. */
const EXPIRATION = 7n * 86_400n

/** Members of roles, what roles need and give, and the calls that wait, as the access manager tells of them. */
export function manager(story: Story): readonly Kept[] {
  const [access, members, admins, guardians] = [table(), table(), table(), table()]
  const [functions, closed, nonces, schedules] = [table(), table(), table(), table()]
  const [grantDelays, adminDelays] = [table(() => ({ value: 0n })), table(() => ({ value: 0n }))]
  const now = story.events.at(-1)?.time ?? 0n
  const delay = (
    fields: Fields,
    { since, delay: next }: { readonly since: bigint; readonly delay: bigint },
  ) => {
    if (since <= now) fields['value'] = next
  }
  for (const { name, args } of of('AccessManager', story)) {
    if (name === 'RoleGranted' && args['newMember'] === true) {
      access.row(args['roleId'], args['account'])['since'] = args['since']
      members.row(args['roleId'], args['account'])['isMember'] = args['since'] <= now
    } else if (name === 'RoleRevoked') {
      access.row(args['roleId'], args['account'])['since'] = 0n
      members.row(args['roleId'], args['account'])['isMember'] = false
    } else if (name === 'RoleAdminChanged') admins.row(args['roleId'])['value'] = args['admin']
    else if (name === 'RoleGuardianChanged') guardians.row(args['roleId'])['value'] = args['guardian']
    else if (name === 'RoleGrantDelayChanged')
      delay(grantDelays.row(args['roleId']), { since: args['since'], delay: args['delay'] })
    else if (name === 'TargetAdminDelayUpdated')
      delay(adminDelays.row(args['target']), { since: args['since'], delay: args['delay'] })
    else if (name === 'TargetClosed') closed.row(args['target'])['value'] = args['closed']
    else if (name === 'TargetFunctionRoleUpdated')
      functions.row(args['target'], args['selector'])['value'] = args['roleId']
    else if (name === 'OperationScheduled') {
      nonces.row(args['operationId'])['value'] = args['nonce']
      const isOver = args['schedule'] + EXPIRATION <= now
      schedules.row(args['operationId'])['value'] = isOver ? 0n : args['schedule']
    } else if (name === 'OperationExecuted' || name === 'OperationCanceled')
      schedules.row(args['operationId'])['value'] = 0n
  }
  return [
    ...keep('AccessManager', 'getAccess', access),
    ...keep('AccessManager', 'hasRole', members),
    ...keep('AccessManager', 'getRoleAdmin', admins),
    ...keep('AccessManager', 'getRoleGuardian', guardians),
    ...keep('AccessManager', 'getRoleGrantDelay', grantDelays),
    ...keep('AccessManager', 'getTargetAdminDelay', adminDelays),
    ...keep('AccessManager', 'getTargetFunctionRole', functions),
    ...keep('AccessManager', 'isTargetClosed', closed),
    ...keep('AccessManager', 'getNonce', nonces),
    ...keep('AccessManager', 'getSchedule', schedules),
  ]
}
