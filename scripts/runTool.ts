import { spawn } from 'node:child_process'

export interface ToolResult {
  readonly code: number
  /** Standard output and standard error as they came. */
  readonly output: string
  /** Standard output alone. */
  readonly stdout: string
}

export interface ToolOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Called with every piece of output as it comes. */
  readonly onOutput?: (text: string) => void
}

/** Runs a program to its end and answers with its code and output; signal endings count as code 1. */
export function runTool(command: string, args: readonly string[], options: ToolOptions): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let stdout = ''
    const take = (text: string) => {
      output += text
      options.onOutput?.(text)
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      take(text)
    })
    child.stderr.setEncoding('utf8').on('data', take)
    child.on('error', reject)
    child.on('close', code => resolve({ code: code ?? 1, output, stdout }))
  })
}
