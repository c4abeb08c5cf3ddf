import type { FilePlace } from '../../domain/fileFault.ts'

/** One element of a document, with the place of its tag. */
export type XmlElement = {
  readonly name: string
  readonly namespace: string
  /** By name; those of a namespace by namespace, a space and name. */
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly XmlElement[]
  readonly place: FilePlace
}

/** The first child of a name, if there is one. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(child => child.name === name)
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter(child => child.name === name) ?? []
}

/** The element that a path of names leads to, taking the first of each. */
export function descendantOf(element: XmlElement | undefined, ...path: readonly string[]) {
  return path.reduce<XmlElement | undefined>(childOf, element)
}

/** The text at the end of a path, without white space around it; undefined where the path ends early. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return descendantOf(element, ...path)?.text.trim()
}
