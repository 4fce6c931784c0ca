import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { refusePlatform } from './refusals.ts'

/** A listening socket that can move to another address without the application noticing. */
export interface Listener {
  url(): string
  move(host: string): Promise<void>
  /** Takes no more requests and waits for those under way. */
  close(): Promise<void>
}

const patienceMs = 10_000

/** Listens for the application; refuses with the reason when the address cannot be had. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<Listener> {
  let server = await bind(app, host, port)
  let at = host
  const portNow = () => (server.address() as AddressInfo).port
  return {
    url: () => `http://${/^(0\.0\.0\.0|::)$/.test(at) ? 'localhost' : at}:${portNow()}`,
    close: () => finish(server),
    async move(to) {
      if (to === at) return
      const samePort = portNow()
      server.close()
      server.closeIdleConnections()
      server = await bind(app, to, samePort)
      at = to
    },
  }
}

function bind(app: FastifyInstance, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((request, reply) => app.routing(request, reply))
    server.once('error', (error: NodeJS.ErrnoException) => {
      try {
        refusePlatform('server.address', { address: `${host}:${port}`, reason: error.code ?? error.message })
      } catch (refusal) {
        reject(refusal as Error)
      }
    })
    server.listen(port, host, () => resolve(server))
  })
}

function finish(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // A reader that never ends must not keep the server from stopping.
    setTimeout(() => server.closeAllConnections(), patienceMs).unref()
  })
}
