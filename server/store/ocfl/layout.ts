import { z } from 'zod'
import { digestBytes } from './digest.ts'

/** The registered name of the layout written here: object folders by the digest of their identifier. */
export const layoutName = '0004-hashed-n-tuple-storage-layout'

/** The parameters of extension 0004, with the defaults it gives them. */
export const LayoutConfig = z.object({
  extensionName: z.literal(layoutName),
  digestAlgorithm: z.enum(['md5', 'sha1', 'sha256', 'sha512', 'blake2b-512']).default('sha256'),
  tupleSize: z.int().min(0).max(32).default(3),
  numberOfTuples: z.int().min(0).max(32).default(3),
  shortObjectRoot: z.boolean().default(false),
})
export type LayoutConfig = z.infer<typeof LayoutConfig>

/** The parameters of the storage roots created here. */
export const defaultLayout: LayoutConfig = LayoutConfig.parse({ extensionName: layoutName })

/** Where an object belongs: the folder names from the storage root down to the object. */
export function objectFolders(id: string, layout: LayoutConfig): string[] {
  const { digestAlgorithm, tupleSize, numberOfTuples, shortObjectRoot } = layout
  const digest = digestBytes(id, digestAlgorithm)
  const tuples = Array.from({ length: numberOfTuples }, (_, i) => digest.slice(i * tupleSize, (i + 1) * tupleSize))
  return [...tuples, shortObjectRoot ? digest.slice(tupleSize * numberOfTuples) : digest]
}
