import type { Values } from './form.ts'

// emptied answers the fields that held something and now hold nothing: an update says so with `clear`.
export function emptied<Field>(fields: Record<string, Field>, before: object, values: Values): Field[] | undefined {
  const held = before as Record<string, unknown>
  const clear = Object.entries(fields)
    .filter(([name]) => held[name] && !values.text(name) && !values.id(name))
    .map(([, field]) => field)
  return clear.length ? clear : undefined
}
