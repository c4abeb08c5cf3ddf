import { contractFaults } from './contractFaults.ts'
import type { Fault } from './faults.ts'
import { contractLayers, sourceLayers } from './layers.ts'
import { projectFiles } from './projectFiles.ts'
import { sourceFaults } from './sourceFaults.ts'

/** Every arrow of contracts/ and src/ that is not in the tables of layers.ts. */
export function checkLayers(root: string): Fault[] {
  return [
    ...contractFaults(projectFiles(root, 'contracts', ['.sol']), contractLayers),
    ...sourceFaults(projectFiles(root, 'src', ['.ts', '.tsx']), sourceLayers),
  ]
}
