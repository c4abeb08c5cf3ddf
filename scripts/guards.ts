/** One condition that a contract insists on, and how to switch it off in a copy of the source. */
export interface Guard {
  readonly path: string
  readonly line: number
  /** The guard as it stands in the source, on one line. */
  readonly text: string
  /** The block proposer at which the copy leaves this guard out. */
  readonly switchedOffBy: string
}

export interface ArmedSource {
  /** The source with a switch in every guard; it behaves as before for any other block proposer. */
  readonly text: string
  readonly guards: readonly Guard[]
}

interface Span {
  readonly start: number
  readonly end: number
}

interface Edit extends Span {
  readonly text: string
}

interface Site extends Span {
  /** The condition this guard leaves out, where a statement has several. */
  readonly part?: Span
  readonly edits: (off: string) => readonly Edit[]
}

/**
 * Puts a switch into every guard of a source: each condition of a `require`, `if (…) revert`, the use of a modifier, the
 * call of a function named after checking or requiring, and the refusal of a transfer rule. One build then serves every
 * mutant: the proposer of the block (`block.coinbase`, which our contracts never read) says which guard is off.
 */
export function armGuards(path: string, source: string): ArmedSource {
  const code = blankOut(source)
  const modifiers = usedModifiers(code)
  const isInModifier = ({ start }: Site) => modifiers.some(({ open, close }) => start > open && start < close)
  const plain = [...requireSites(code), ...revertSites(code), ...checkCallSites(code), ...refusalSites(code)]
  const sites = [
    ...plain.filter(site => !isInModifier(site)),
    ...modifiers.flatMap(modifier => modifierSites(modifier, code, source)),
    ...restrictedSites(code),
  ].sort((a, b) => a.start - b.start)
  const guards = sites.map(({ start, end, part }, index) => ({
    path,
    line: source.slice(0, start).split('\n').length,
    text: `${part === undefined ? '' : `${oneLine(source, part)} of `}${oneLine(source, { start, end })}`,
    switchedOffBy: proposer(path, index),
  }))
  const edits = sites.flatMap(({ edits }, index) =>
    edits(`block.coinbase == address(${guards[index]?.switchedOffBy})`),
  )
  return { text: readsBlocks(applyEdits(source, edits)), guards }
}

/** Code that calls a switched function is no longer `pure`: it reads the block. */
export function readsBlocks(source: string): string {
  return source.replaceAll(/\bpure\b/g, 'view')
}

function requireSites(code: string): Site[] {
  return [...code.matchAll(/\brequire\s*\(/g)].flatMap(match => {
    const start = match.index
    const open = start + match[0].length - 1
    const end = closing(code, open) + 1
    const whole = conditions(code, { start: open + 1, end: firstComma(code, open + 1, end - 1) })
    const parts = whole.flatMap(part => definition(code, part))
    return parts.map(part => ({
      start,
      end,
      ...(parts.length === 1 ? {} : { part }),
      edits: (off: string) => [insert(part.start, '(('), insert(part.end, `) || ${off})`)],
    }))
  })
}

/** What `&&` joins, each without the space around it; the whole where something binds more loosely. */
function conditions(code: string, whole: Span): Span[] {
  const joints: number[] = []
  for (let at = whole.start; at < whole.end; at++) {
    if ('([{'.includes(code[at] ?? ' ')) at = closing(code, at)
    else if (code.startsWith('||', at) || code[at] === '?') return [trimmed(code, whole)]
    else if (code.startsWith('&&', at)) joints.push(at++)
  }
  const starts = [whole.start, ...joints.map(at => at + 2)]
  return starts.map((start, index) => trimmed(code, { start, end: joints[index] ?? whole.end }))
}

/** The conditions behind the name of a condition, if it was given just before: `bool isWhole = a && b; require(isWhole, …)`. */
function definition(code: string, name: Span): Span[] {
  const before = code.slice(code.lastIndexOf('function ', name.start), name.start)
  const found = new RegExp(`\\bbool ${code.slice(name.start, name.end)}\\s*=`).exec(before)
  if (found === null) return [name]
  const start = name.start - before.length + found.index + found[0].length
  const parts = conditions(code, { start, end: code.indexOf(';', start) })
  return parts.length === 1 ? [name] : parts
}

function trimmed(code: string, { start, end }: Span): Span {
  const text = code.slice(start, end)
  return {
    start: start + text.length - text.trimStart().length,
    end: end - text.length + text.trimEnd().length,
  }
}

function oneLine(source: string, { start, end }: Span): string {
  return source.slice(start, end).replaceAll(/\s+/g, ' ')
}

function revertSites(code: string): Site[] {
  const found: Site[] = []
  for (const match of code.matchAll(/\bif\s*\(/g)) {
    const open = match.index + match[0].length - 1
    const close = closing(code, open)
    const rest = /^\s*\{?\s*revert\b[^;]*;/.exec(code.slice(close + 1))
    if (rest === null) continue
    const edits = (off: string) => [insert(open + 1, '('), insert(close, `) && !(${off})`)]
    found.push({ start: match.index, end: close + 1 + rest[0].length, edits })
  }
  return found
}

/** Statements that only call a check, of this contract, of a library or of another room: `_checkOpen();`, `role.check(…);`. */
function checkCallSites(code: string): Site[] {
  return [...code.matchAll(/\b(?:_?check(?:[A-Z]\w*)?|_?require[A-Z]\w*)\s*\(/g)].flatMap(match => {
    const end = closing(code, match.index + match[0].length - 1) + 2
    const start = statementStart(code, match.index)
    const isResultUsed = /=|\b(?:function|return)\b/.test(outsideBrackets(code.slice(start, match.index)))
    const isCall = code[end - 1] === ';' && !isResultUsed
    const edits = (off: string) => [insert(start, `{ if (!(${off})) `), insert(end, ' }')]
    return isCall ? [{ start, end, edits }] : []
  })
}

function outsideBrackets(code: string): string {
  for (let shorter = code; ; code = shorter) {
    shorter = code.replaceAll(/[([][^()[\]]*[)\]]/g, '')
    if (shorter === code) return code
  }
}

/** Where the simple statement around a position begins: after `;`, `{` or `}`, and what it depends on. */
function statementStart(code: string, position: number): number {
  let depth = 0
  let at = position - 1
  for (; at >= 0; at--) {
    const sign = code[at] ?? ' '
    if (')]'.includes(sign)) depth += 1
    if ('(['.includes(sign)) depth -= 1
    if (depth === 0 && ';{}'.includes(sign)) break
  }
  let start = at + 1
  for (;;) {
    const [lead = '', keyword] = /^\s*(?:else\b\s*|((?:if|for|while)\s*)\()?/.exec(code.slice(start)) ?? []
    if (lead === '') return start
    start = keyword === undefined ? start + lead.length : closing(code, start + lead.length - 1) + 1
  }
}

/** Codes by which a transfer rule refuses, where it gives them. */
function refusalSites(code: string): Site[] {
  return [...code.matchAll(/(?<![=!]=\s*)\bRefusalLib\.(?!NONE\b)[A-Z_]+\b/g)].map(match => {
    const [start, end] = [match.index, match.index + match[0].length]
    const edits = (off: string) => [insert(start, `(${off} ? RefusalLib.NONE : `), insert(end, ')')]
    return { start, end, edits }
  })
}

interface Modifier {
  readonly name: string
  readonly parameters: string
  readonly open: number
  readonly close: number
}

/** The modifiers of this file that its functions use. */
function usedModifiers(code: string): Modifier[] {
  const definitions = [...code.matchAll(/\bmodifier\s+(\w+)\s*(\([^)]*\))?[^{;]*\{/g)]
  const modifiers = definitions.map(match => {
    const open = match.index + match[0].length - 1
    return { name: match[1] ?? '', parameters: match[2] ?? '()', open, close: closing(code, open) }
  })
  return modifiers.filter(({ name }) => uses(code, name).length > 0)
}

/** Each use of a modifier becomes a use of its own copy, whose part before `_` has a switch. */
function modifierSites({ name, parameters, open, close }: Modifier, code: string, source: string): Site[] {
  const gap = open + 1 + code.slice(open + 1, close).search(/(?<![\w.])_\s*;/)
  const [before, after] = [source.slice(open + 1, gap), source.slice(gap, close)]
  return uses(code, name).map((use, index) => ({
    start: use.start,
    end: use.end,
    edits: (off: string) => [
      insert(use.start + name.length, `_${index}`),
      insert(
        close + 1,
        `\n    modifier ${name}_${index}${parameters} { if (!(${off})) {${before}} ${after} }\n`,
      ),
    ],
  }))
}

function uses(code: string, name: string): { start: number; end: number }[] {
  return functionHeads(code).flatMap(head => {
    const found = new RegExp(`\\b${name}\\b(\\s*\\()?`).exec(code.slice(head.start, head.end))
    if (found === null) return []
    const start = head.start + found.index
    const end = found[1] === undefined ? start + name.length : closing(code, start + found[0].length - 1) + 1
    return [{ start, end }]
  })
}

/** `restricted` of AccessManaged: its check moves into the body, where it can be left out. */
function restrictedSites(code: string): Site[] {
  return functionHeads(code).flatMap(head => {
    const found = /\brestricted\b/.exec(code.slice(head.start, head.end))
    if (found === null) return []
    const start = head.start + found.index
    const end = start + found[0].length
    const edits = (off: string) => [
      { start, end, text: '' },
      insert(head.end + 1, ` if (!(${off})) _checkCanCall(_msgSender(), _msgData());`),
    ]
    return [{ start, end, edits }]
  })
}

/** Where the modifiers of each function with a body stand: from the end of its parameters to its brace. */
function functionHeads(code: string): { start: number; end: number }[] {
  return [...code.matchAll(/\bfunction\s+\w+\s*\(/g)].flatMap(match => {
    const start = closing(code, match.index + match[0].length - 1) + 1
    const length = code.slice(start).search(/[{;]/)
    return length >= 0 && code[start + length] === '{' ? [{ start, end: start + length }] : []
  })
}

/** The source with comments and strings blanked out, every position kept. */
function blankOut(source: string): string {
  const blank = (text: string) => text.replaceAll(/[^\n]/g, ' ')
  return source.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, blank)
}

function closing(code: string, open: number): number {
  let depth = 0
  for (let at = open; at < code.length; at++) {
    if ('([{'.includes(code[at] ?? ' ')) depth += 1
    if (')]}'.includes(code[at] ?? ' ')) depth -= 1
    if (depth === 0) return at
  }
  return code.length
}

function firstComma(code: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if ('([{'.includes(code[at] ?? ' ')) at = closing(code, at)
    else if (code[at] === ',') return at
  }
  return end
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text }
}

function applyEdits(source: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let at = 0
  let text = ''
  for (const edit of inOrder) {
    text += source.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return text + source.slice(at)
}

/** A proposer of its own for each guard, the same as long as the guards before it in the file stay. */
function proposer(path: string, index: number): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(path))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) % 18446744073709551616n
  return `uint160(0x${((hash << 16n) + BigInt(index) + 1n).toString(16)})`
}
