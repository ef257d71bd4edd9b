import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const binary = process.env.LTC_BIN ?? new URL('../../bin/ltc', import.meta.url).pathname

export interface Server {
  url: string
  restart: (downFor: number) => Promise<void> // milliseconds
  stop: () => Promise<void>
}

export interface Person {
  name: string
  email: string
  password: string
  department: string
  admin?: boolean
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

interface Place {
  url: string
  drop: () => void
}

export function sqlite(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'ltc-e2e-'))
  return { url: `sqlite:${join(folder, 'ltc.db')}`, drop: () => rmSync(folder, { recursive: true, force: true }) }
}

// postgres makes a database on the server that LTC_TEST_POSTGRES names.
export function postgres(): Place {
  const server = process.env.LTC_TEST_POSTGRES
  if (!server) throw new Error('LTC_TEST_POSTGRES names no PostgreSQL server')
  const name = `ltc_e2e_${process.pid}_${Date.now()}`
  const sql = (text: string) => execFileSync('psql', [server, '-q', '-c', text])
  sql(`CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.toString(), drop: () => sql(`DROP DATABASE ${name} WITH (FORCE)`) }
}

// boss is who may do all in the demo company (ltc/demo).
export const boss: Person = {
  name: '管理员',
  email: 'admin@huaheng.example',
  password: 'ltc-demo-2026',
  department: 'sales',
  admin: true,
}

// start runs the binary on a fresh database with these people, or with the demo company, and answers where it listens.
export async function start(place: Place, people: Person[] | 'demo'): Promise<Server> {
  const address = `127.0.0.1:${await freePort()}`
  const demo = people === 'demo'
  const env = { ...process.env, LTC_DATABASE_URL: place.url, LTC_ADDR: address, ...(demo ? { LTC_DEMO: 'true' } : {}) }
  for (const p of demo ? [] : people) {
    const words = [
      'user',
      'add',
      '--name',
      p.name,
      '--email',
      p.email,
      '--department',
      p.department,
      '--company',
      '华恒智能装备有限公司',
    ]
    execFileSync(binary, p.admin ? [...words, '--admin'] : words, { env: { ...env, LTC_USER_PASSWORD: p.password } })
  }
  const url = `http://${address}`
  let child = await run(url, env)
  return {
    url,
    restart: async (downFor) => {
      await end(child)
      await new Promise((resolve) => setTimeout(resolve, downFor))
      child = await run(url, env)
    },
    stop: async () => {
      await end(child)
      place.drop()
    },
  }
}

async function run(url: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(binary, ['serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const said: string[] = []
  child.stderr?.on('data', (chunk) => said.push(String(chunk)))
  await ready(url, child, said)
  return child
}

async function end(child: ChildProcess) {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

async function ready(url: string, child: ChildProcess, said: string[]) {
  for (let i = 0; i < 300; i++) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${said.join('')}`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server is not ready:\n${said.join('')}`)
}
