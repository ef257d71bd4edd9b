import type { Part } from './found.ts'

// Highlight shows a text with what was found in it.
export function Highlight({ parts }: { parts: Part[] }) {
  return <>{parts.map((p, i) => (p.found ? <mark key={i}>{p.text}</mark> : p.text))}</>
}
