import { expect, test } from 'vitest'
import { defaultLayout, LayoutConfig, layoutName, objectFolders } from './layout.ts'

test('an identifier with path tricks in it lands in a folder of hexadecimal digits', () => {
  const folder = '487326d8c2a3c0b885e23da1469b4d6671fd4e76978924b4443e9e3c316cda6d'
  expect(objectFolders('..hor/rib:le-$id', defaultLayout)).toEqual(['487', '326', 'd8c', folder])
})

test('many short tuples leave the rest of the digest to the object folder', () => {
  const layout = LayoutConfig.parse({
    extensionName: layoutName,
    digestAlgorithm: 'md5',
    tupleSize: 2,
    numberOfTuples: 15,
    shortObjectRoot: true,
  })
  expect(objectFolders('object-01', layout).join('/')).toBe('ff/75/53/44/92/48/5e/ab/b3/9f/86/35/67/28/88/4e')
})

test('no tuples at all put every object directly into the root', () => {
  const layout = LayoutConfig.parse({ extensionName: layoutName, tupleSize: 0, numberOfTuples: 0 })
  expect(objectFolders('object-01', layout)).toEqual([
    '3c0ff4240c1e116dba14c7627f2319b58aa3d77606d0d90dfc6161608ac987d4',
  ])
})
