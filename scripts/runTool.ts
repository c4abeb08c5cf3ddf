import { spawn } from 'node:child_process'

export interface ToolResult {
  readonly code: number
  /** Standard output and standard error as they came. */
  readonly output: string
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
    const pieces: string[] = []
    const take = (data: Buffer) => {
      const text = data.toString('utf8')
      pieces.push(text)
      options.onOutput?.(text)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', reject)
    child.on('close', code => resolve({ code: code ?? 1, output: pieces.join('') }))
  })
}
