import { SaxesParser, type SaxesTagNS } from 'saxes'
import { type FilePlace, FileTooLargeError } from '../../domain/fileFault.ts'
import { XmlForbiddenError, XmlMalformedError } from '../errors.ts'
import type { XmlElement } from './element.ts'

export type XmlSource = { readonly file: string; readonly chunks: AsyncIterable<Uint8Array> }

/** What is done with elements as they end, with those around them, from the root down, as far as they were read. */
export type ElementHandler = (element: XmlElement, around: readonly XmlElement[]) => 'keep' | 'drop'

type Growing = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { readonly children: XmlElement[] }

const DEEPEST = 64
/** Characters of a text, and of a tag with its attributes. */
const LONGEST = 65_536
const BLANK = /^\s{0,1000}$/
/** Elements in memory at once: an entry of some ten thousand payments has fewer. */
const MOST_KEPT = 500_000

/**
 * Reads XML element by element. A dropped element is forgotten once it was handled, so that a statement of any length
 * needs the memory of its largest entry only. Document types are refused, and with them every entity: the parser
 * (saxes) expands none but the five of XML itself. Text that is not UTF-8 is refused, as is what declares another
 * encoding, and whatever is made to fill the memory: depth, texts and tags without end, elements without number.
 */
export async function streamElements(
  { file, chunks }: XmlSource,
  { onEnd, largest }: { readonly onEnd: ElementHandler; readonly largest: number },
): Promise<void> {
  const { write, close } = parserOf(file, onEnd)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.byteLength
    if (size > largest) throw new FileTooLargeError(file, largest)
    write(decoded(chunk))
  }
  write(decoded(new Uint8Array()))
  close()

  function decoded(chunk: Uint8Array): string {
    try {
      return decoder.decode(chunk, { stream: chunk.byteLength > 0 })
    } catch {
      const { column, ...place } = write(soundStart(chunk))
      throw new XmlForbiddenError({ ...place, column: column + 1 }, 'The text is not UTF-8 from here on')
    }
  }
}

/** The characters of a piece before the first byte that is no UTF-8. */
function soundStart(chunk: Uint8Array): string {
  let [sound, end] = [0, chunk.byteLength]
  while (sound < end) {
    const middle = Math.ceil((sound + end) / 2)
    if (isSound(chunk.subarray(0, middle))) sound = middle
    else end = middle - 1
  }
  return new TextDecoder().decode(chunk.subarray(0, sound), { stream: true })
}

function isSound(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

type Writer = {
  /** Reads a further piece of the text and tells where it ended. */
  readonly write: (text: string) => FilePlace
  readonly close: () => void
}

function parserOf(file: string, onEnd: ElementHandler): Writer {
  const parser = new SaxesParser({ xmlns: true })
  const here = (): FilePlace => ({ file, line: parser.line, column: parser.column })
  const tree = growingTree()
  let opened = here()
  /** Where the last tag, text or comment ended. */
  let ended = 0
  let written = 0
  refuseForbidden(parser, here)
  parser.on('opentagstart', ({ name }) => {
    opened = startOf(here(), name)
    if (tree.open.length >= DEEPEST)
      throw new XmlForbiddenError(opened, `Elements lie more than ${DEEPEST} deep`)
  })
  parser.on('opentag', tag => {
    end()
    tree.push(elementOf(tag, opened))
  })
  for (const passing of ['comment', 'processinginstruction'] as const) parser.on(passing, end)
  parser.on('text', append)
  parser.on('cdata', append)
  parser.on('closetag', () => {
    end()
    tree.pop(onEnd)
  })
  return { write, close: () => void parser.close() }

  function write(text: string): FilePlace {
    parser.write(text)
    written += text.length
    if (written - ended > LONGEST)
      throw new XmlForbiddenError(here(), `No text or tag ends within ${LONGEST} characters`)
    return here()
  }

  function end(): void {
    ended = parser.position
  }

  function append(text: string): void {
    end()
    const element = tree.open.at(-1)
    if (element === undefined) return
    if (element.text.length + text.length > LONGEST)
      throw new XmlForbiddenError(here(), `A text has more than ${LONGEST} characters`)
    element.text += text
  }
}

/** Refuses what is no XML, what could define entities, and what declares another encoding. */
function refuseForbidden(parser: SaxesParser<{ xmlns: true }>, here: () => FilePlace): void {
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
}

type GrowingTree = {
  /** The open elements from the root down. */
  readonly open: readonly Growing[]
  readonly push: (element: Growing) => void
  /** Ends the innermost one. */
  readonly pop: (onEnd: ElementHandler) => void
}

/** Elements as they open and end, and how many of them are in memory. */
function growingTree(): GrowingTree {
  const open: Growing[] = []
  /** How many elements each of the open ones holds, with itself. */
  const sizes: number[] = []
  let kept = 0
  return {
    open,
    push(element) {
      kept += 1
      if (kept > MOST_KEPT)
        throw new XmlForbiddenError(element.place, `More than ${MOST_KEPT} elements belong together`)
      forgetBlank(open.at(-1))
      sizes.push(1)
      open.push(element)
    },
    pop(onEnd) {
      const element = open.pop()
      const size = sizes.pop() ?? 0
      if (element !== undefined && onEnd(element, open) === 'keep') {
        open.at(-1)?.children.push(element)
        sizes.push((sizes.pop() ?? 0) + size)
      } else kept -= size
    },
  }
}

/** Line breaks and indents before a child are no text: a long statement has a great many of them. */
function forgetBlank(element: Growing | undefined): void {
  if (element !== undefined && BLANK.test(element.text)) element.text = ''
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
