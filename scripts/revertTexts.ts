import type { RevertEntry } from '../src/chain/reverts/entry.ts'
import { formNames } from '../src/chain/reverts/forms.ts'
import { refusalSentences } from '../src/chain/reverts/refusals.ts'
import { parseErrorSignature } from '../src/chain/reverts/signature.ts'
import { revertEntries } from '../src/chain/reverts/table.ts'
import { refusalTexts } from '../src/chain/reverts/texts/refusals.ts'
import type { RevertTexts, Translated } from '../src/chain/reverts/texts/revertTexts.ts'
import { revertTextFiles } from '../src/chain/reverts/texts/table.ts'
import type { Wording } from '../src/domain/errors.ts'
import type { Fault } from './faults.ts'
import { isWrittenIn } from './languageScripts.ts'

export interface SpokenReverts {
  readonly entries: readonly RevertEntry[]
  /** File name without its ending → what it says. */
  readonly files: Readonly<Record<string, RevertTexts>>
  readonly refusals: ReadonlyMap<bigint, string>
  readonly refusalTexts: ReadonlyMap<bigint, Translated<string>>
}

const spoken: SpokenReverts = {
  entries: revertEntries,
  files: revertTextFiles,
  refusals: refusalSentences,
  refusalTexts,
}

const translations = ['zh-Hans', 'zh-Hant', 'pt'] as const
const folder = 'src/chain/reverts/texts'

/** What is wrong with the texts of the contracts' errors and of the rules, and what to add where. */
export function revertTextFaults(reverts: SpokenReverts = spoken): Fault[] {
  return [
    ...reverts.entries.flatMap(entry => entryFaults(entry, reverts)),
    ...strayFaults(reverts),
    ...refusalFaults(reverts),
  ]
}

function entryFaults(entry: RevertEntry, { files }: SpokenReverts): Fault[] {
  const path = fileOf(entry.code, files)
  const texts = Object.values(files).find(file => entry.code in file)?.[entry.code]
  const spoken =
    texts === undefined
      ? [missing(entry, path)]
      : translations.flatMap(language => wordingFaults(entry, { path, language, wording: texts[language] }))
  return [...englishFaults(entry), ...spoken]
}

/** Placeholders name arguments of the error, and forms exist. */
function englishFaults({ code, signature, fact, remedy }: RevertEntry): Fault[] {
  const names = parseErrorSignature(signature).inputs.map(({ name }) => name)
  return [...`${fact} ${remedy}`.matchAll(/\{(\w+)(?::(\w+))?\}/g)].flatMap(([all, name = '', form]) => {
    if (!names.includes(name))
      return [{ path: 'src/chain/reverts', text: `'${code}' has no argument for ${all}: ${signature}` }]
    if (form === undefined || formNames.has(form)) return []
    return [{ path: 'src/chain/reverts/forms.ts', text: `has no form '${form}', which '${code}' asks for` }]
  })
}

interface Spoken {
  readonly path: string
  readonly language: (typeof translations)[number]
  readonly wording: Wording | undefined
}

function wordingFaults(entry: RevertEntry, { path, language, wording }: Spoken): Fault[] {
  return (['fact', 'remedy'] as const).flatMap(part => {
    const text = wording?.[part] ?? ''
    const fault = (words: string) => ({
      path,
      text: `the ${part} of '${entry.code}' in ${language} ${words}; in English it is: ${entry[part]}`,
    })
    if (!isWrittenIn(language, withoutPlaceholders(text))) return [fault('is missing or in another script')]
    const [wanted, found] = [placeholders(entry[part]), placeholders(text)]
    const lacking = wanted.filter(name => !found.includes(name)).map(name => fault(`lacks ${name}`))
    const unknown = found
      .filter(name => !wanted.includes(name))
      .map(name => fault(`has ${name}, which the English text does not have`))
    return [...lacking, ...unknown]
  })
}

function strayFaults({ entries, files }: SpokenReverts): Fault[] {
  const known = new Set(entries.map(({ code }) => code))
  const codes = Object.values(files).flatMap(file => Object.keys(file))
  return [
    ...codes
      .filter(code => !known.has(code))
      .map(code => ({ path: folder, text: `'${code}' is the code of no error: remove its texts` })),
    ...codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map(code => ({ path: folder, text: `'${code}' stands in two files: keep one` })),
  ]
}

/** A rule that speaks for an order says "restricted" and nothing else, in every language. */
const restricted = { en: 'restricted', 'zh-Hans': '受限制', 'zh-Hant': '受限制', pt: 'restrito' }

function refusalFaults({ refusals, refusalTexts: texts }: SpokenReverts): Fault[] {
  const path = `${folder}/refusals.ts`
  const stray = [...texts.keys()].filter(code => !refusals.has(code))
  return [
    ...stray.map(code => ({ path, text: `code ${code} is the code of no rule: remove its texts` })),
    ...[...refusals].flatMap(([code, sentence]) =>
      translations.flatMap(language => {
        const text = texts.get(code)?.[language] ?? ''
        if (!isWrittenIn(language, text))
          return [{ path, text: `code ${code} has no text in ${language}; in English it is: ${sentence}` }]
        if (sentence !== restricted.en || text === restricted[language]) return []
        return [
          { path, text: `code ${code} warns in ${language}: it must say only "${restricted[language]}"` },
        ]
      }),
    ),
  ]
}

function missing({ code, fact, remedy }: RevertEntry, path: string): Fault {
  const wording = `{ fact: '…', remedy: '…' }`
  const lines = translations.map(language => `    ${language === 'pt' ? 'pt' : `'${language}'`}: ${wording},`)
  return {
    path,
    text: [
      `'${code}' has no text in ${translations.join(', ')}. Add to that file`,
      `(a new file is listed in ${folder}/table.ts), with every {placeholder} of the English text:`,
      `  '${code}': {`,
      ...lines,
      '  },',
      `  fact: ${fact}`,
      `  remedy: ${remedy}`,
      '  The terms of each language: src/chain/README.md, "Texts in four languages".',
    ].join('\n'),
  }
}

/** The file that holds a code, else one that holds codes of its room, else a new one. */
function fileOf(code: string, files: SpokenReverts['files']): string {
  const room = code.replace(/\/.*$/, '')
  const names = Object.keys(files)
  const holds = (name: string, begins: string) =>
    Object.keys(files[name] ?? {}).some(known => known.startsWith(begins))
  const found = names.find(name => holds(name, code)) ?? names.find(name => holds(name, `${room}/`))
  return `${folder}/${found ?? room}.ts`
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{[^{}]*\}/g)].map(([all]) => all))]
}

function withoutPlaceholders(text: string): string {
  return text.replaceAll(/\{[^{}]*\}|`[^`]*`/g, '')
}
