import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export const registry = new Registry()
collectDefaultMetrics({ register: registry })

const durations = new Histogram({
  name: 'lantai_operation_seconds',
  help: 'Time an operation took, by name and HTTP status.',
  labelNames: ['operation', 'status'] as const,
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
})

export function countOperation(operation: string, status: number, milliseconds: number): void {
  durations.observe({ operation, status: String(status) }, milliseconds / 1000)
}
