// @vitest-environment node
import { readFileSync } from 'node:fs'
import { buildSchema, isInterfaceType, isObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { parts, possibleTypes } from './cache.ts'

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'))
const roots = ['Query', 'Mutation', 'Subscription']
const types = Object.values(schema.getTypeMap()).filter((t) => !t.name.startsWith('__'))

describe('the cache knows the contract', () => {
  test('every type without an id is a part of what holds it', () => {
    const without = types
      .filter((t) => isObjectType(t) && !roots.includes(t.name) && !t.getFields().id)
      .map((t) => t.name)
    expect([...parts].sort()).toEqual(without.sort())
  })
  test('every record stands behind its interfaces', () => {
    for (const [name, records] of Object.entries(possibleTypes)) {
      const type = schema.getType(name)
      const known = isInterfaceType(type) ? schema.getPossibleTypes(type).map((t) => t.name) : []
      expect([...records].sort()).toEqual(known.sort())
    }
  })
})
