import { ParseOption, XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import type { XmlElement } from './element.ts'

/** What libxml2 finds wrong: its sentence and the element, as positions among siblings from the root down. */
export type SchemaFault = { readonly reason: string; readonly path: readonly number[] }

export type SchemaValidator = {
  readonly faultsOf: (root: XmlElement) => readonly SchemaFault[]
  readonly close: () => void
}

const SAFE = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG

/**
 * A validator by XSD 1.0: libxml2, compiled to WebAssembly. It is given the elements that were read, written anew, and
 * never the bytes of a bank's file: no document type and no entity can reach it.
 */
export function schemaValidator(schema: string): SchemaValidator {
  const document = XmlDocument.fromString(schema, { option: SAFE })
  const validator = XsdValidator.fromDoc(document)
  return {
    faultsOf: root => faultsBy(validator, root),
    close: () => {
      validator.dispose()
      document.dispose()
    },
  }
}

function faultsBy(validator: XsdValidator, root: XmlElement): readonly SchemaFault[] {
  const document = XmlDocument.fromString(xmlText(root, ''), { option: SAFE })
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error
    return error.details.map(({ message, xpath = '' }) => ({
      reason: message.trim().replaceAll(/\{urn:[^}]*\}/g, ''),
      path: positionsOf(xpath),
    }))
  } finally {
    document.dispose()
  }
}

/** The positions, from 0, that a path such as "/*\/*[2]/*" of libxml2 names below the root. */
function positionsOf(xpath: string): readonly number[] {
  const steps = xpath.split('/').slice(2)
  return steps.filter(step => !step.startsWith('@')).map(step => Number(/\[(\d+)\]/.exec(step)?.[1] ?? 1) - 1)
}

/**
 * An element as text: every element in the default namespace, so that libxml2 counts all siblings together. Attributes
 * of other namespaces, such as hints where a schema lies, are no part of a message.
 */
function xmlText({ name, namespace, attributes, text, children }: XmlElement, around: string): string {
  const space = namespace === around ? '' : ` xmlns="${escaped(namespace)}"`
  const own = Object.entries(attributes).filter(([key]) => !key.includes(' '))
  const pairs = own.map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const content = escaped(text) + children.map(child => xmlText(child, namespace)).join('')
  return `<${name}${space}${pairs.join('')}>${content}</${name}>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
