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

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Site {
  readonly start: number
  readonly end: number
  readonly edits: (off: string) => readonly Edit[]
}

/**
 * Puts a switch into every guard of a source: `require`, `if (…) revert`, the use of a modifier, and the call of an
 * internal function that can do nothing but revert. One build then serves every mutant: the proposer of the block
 * (`block.coinbase`, which our contracts never read) says which guard is off.
 */
export function armGuards(path: string, source: string): ArmedSource {
  const code = blankOut(source)
  const modifiers = usedModifiers(code)
  const isInModifier = ({ start }: Site) => modifiers.some(({ open, close }) => start > open && start < close)
  const sites = [
    ...[...requireSites(code), ...revertSites(code), ...checkCallSites(code)].filter(
      site => !isInModifier(site),
    ),
    ...modifiers.flatMap(modifier => modifierSites(modifier, code, source)),
    ...restrictedSites(code),
  ].sort((a, b) => a.start - b.start)
  const guards = sites.map(({ start, end }, index) => ({
    path,
    line: source.slice(0, start).split('\n').length,
    text: source.slice(start, end).replaceAll(/\s+/g, ' '),
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
  return [...code.matchAll(/\brequire\s*\(/g)].map(match => {
    const start = match.index
    const open = start + match[0].length - 1
    const close = closing(code, open)
    const condition = { start: open + 1, end: firstComma(code, open + 1, close) }
    return { start, end: close + 1, edits: off => weaken(condition, off) }
  })
}

function weaken(condition: { start: number; end: number }, off: string): Edit[] {
  return [insert(condition.start, '('), insert(condition.end, `) || ${off}`)]
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

/** Calls of functions of this file that read and return nothing: all they can do is revert. */
function checkCallSites(code: string): Site[] {
  const heads = [...code.matchAll(/\bfunction\s+(\w+)\s*\([^)]*\)([^{;]*)\{/g)]
  const checks = heads.filter(
    ([, , head = '']) => /\b(?:view|pure)\b/.test(head) && !/\breturns\b/.test(head),
  )
  return checks.flatMap(([, name = '']) => {
    const calls = [...code.matchAll(new RegExp(`(?<=[;{}]\\s*)\\b${name}\\s*\\(`, 'g'))]
    return calls.map(match => {
      const end = closing(code, match.index + match[0].length - 1) + 2
      return { start: match.index, end, edits: (off: string) => [insert(match.index, `if (!(${off})) `)] }
    })
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
