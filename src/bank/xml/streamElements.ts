import { SaxesParser, type SaxesTagNS } from 'saxes'
import { type FilePlace, FileTooLargeError } from '../../domain/fileFault.ts'
import { XmlForbiddenError, XmlMalformedError } from '../errors.ts'
import type { XmlElement } from './element.ts'

export type XmlSource = { readonly file: string; readonly chunks: AsyncIterable<Uint8Array> }

/** What is done with elements as they end, with those around them, from the root down, as far as they were read. */
export type ElementHandler = (element: XmlElement, around: readonly XmlElement[]) => 'keep' | 'drop'

type Growing = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { readonly children: XmlElement[] }

const DEEPEST = 64
const LONGEST_TEXT = 65_536

/**
 * Reads XML element by element. A dropped element is forgotten once it was handled, so that a statement of any length
 * needs the memory of its largest entry only. Document types are refused, and with them every entity: the parser
 * (saxes) expands none but the five of XML itself. Text that is not UTF-8 is refused, as is what declares another
 * encoding.
 */
export async function streamElements(
  { file, chunks }: XmlSource,
  { onEnd, largest }: { readonly onEnd: ElementHandler; readonly largest: number },
): Promise<void> {
  const parser = parserOf(file, onEnd)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.byteLength
    if (size > largest) throw new FileTooLargeError(file, largest)
    parser.write(decode(chunk))
  }
  parser.write(decode(undefined))
  parser.close()

  function decode(chunk: Uint8Array | undefined): string {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch {
      const place = { file, line: parser.line, column: 0 }
      throw new XmlForbiddenError(place, 'At or after this line the text is not UTF-8')
    }
  }
}

function parserOf(file: string, onEnd: ElementHandler): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true })
  const here = (): FilePlace => ({ file, line: parser.line, column: parser.column })
  const open: Growing[] = []
  let opened = here()
  parser.on('error', error => {
    throw new XmlMalformedError(here(), error.message.replace(/^(\S+:)?\d+:\d+: /, ''))
  })
  parser.on('doctype', () => {
    throw new XmlForbiddenError(here(), 'A document type, which could define entities, is refused')
  })
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (encoding.toUpperCase() !== 'UTF-8')
      throw new XmlForbiddenError(here(), `The encoding ${encoding} is refused, only UTF-8 is read`)
  })
  parser.on('opentagstart', ({ name }) => {
    opened = startOf(here(), name)
    if (open.length >= DEEPEST) throw new XmlForbiddenError(opened, `Elements lie more than ${DEEPEST} deep`)
  })
  parser.on('opentag', tag => open.push(elementOf(tag, opened)))
  parser.on('text', append)
  parser.on('cdata', append)
  parser.on('closetag', () => {
    const element = open.pop()
    if (element !== undefined && onEnd(element, open) === 'keep') open.at(-1)?.children.push(element)
  })
  return parser

  function append(text: string): void {
    const element = open.at(-1)
    if (element === undefined) return
    if (element.text.length + text.length > LONGEST_TEXT)
      throw new XmlForbiddenError(here(), `A text has more than ${LONGEST_TEXT} characters`)
    element.text += text
  }
}

function elementOf(tag: SaxesTagNS, place: FilePlace): Growing {
  const declared = Object.values(tag.attributes).filter(({ name }) => !/^xmlns(:|$)/.test(name))
  const attributes = Object.fromEntries(
    declared.map(({ uri, local, value }) => [uri === '' ? local : `${uri} ${local}`, value]),
  )
  return { name: tag.local, namespace: tag.uri, attributes, text: '', children: [], place }
}

/** The parser stands behind the name and one character; a line break there has moved it to the next line. */
function startOf({ file, line, column }: FilePlace, name: string): FilePlace {
  const start = column - [...name].length - 1
  return start >= 1 ? { file, line, column: start } : { file, line: line - 1, column: 0 }
}
