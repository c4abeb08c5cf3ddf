import type { FileFaultError } from '../../domain/fileFault.ts'
import { MessageUnknownError, ProfileViolatedError } from '../errors.ts'
import type { XmlElement } from '../xml/element.ts'
import { schemaValidator } from '../xml/validator.ts'
import type { CamtProfile } from './profiles.ts'

/** A message whose schemas are loaded; close it when the file is read. */
export type OpenMessage = {
  readonly profile: CamtProfile
  /** What the schemas find in a document, each with the elements from the root down to the one at fault. */
  readonly faultsOf: (root: XmlElement) => readonly LocatedFault[]
  readonly close: () => void
}

export type LocatedFault = { readonly fault: FileFaultError; readonly trail: readonly XmlElement[] }

/** The message that a root element begins, if its namespace is one of those accepted. */
export function openMessage(root: XmlElement, profiles: readonly CamtProfile[]): OpenMessage {
  const profile = profiles.find(({ namespace }) => namespace === root.namespace)
  if (profile === undefined) throw new MessageUnknownError(root.place, root.namespace)
  const validators = profile.schemas.map(schemaValidator)
  return {
    profile,
    faultsOf: document =>
      validators.flatMap(({ faultsOf }) =>
        faultsOf(document).map(({ reason, path }) => located(document, { reason, path })),
      ),
    close: () => {
      for (const validator of validators) validator.close()
    },
  }
}

function located(
  root: XmlElement,
  { reason, path }: { readonly reason: string; readonly path: readonly number[] },
): LocatedFault {
  const trail = [root]
  for (const position of path) {
    const next = trail.at(-1)?.children[position]
    if (next === undefined) break
    trail.push(next)
  }
  return { fault: new ProfileViolatedError((trail.at(-1) ?? root).place, reason), trail }
}
