import { type Hit, matchesOf, noteOf } from './found.ts'
import { Highlight } from './Highlight.tsx'

// Notes are what else was found of a hit, and whose it is.
export function Notes({ hit }: { hit: Hit }) {
  const note = noteOf(hit)
  return (
    <small>
      {matchesOf(hit).map((parts, i) => (
        <span key={i}>
          <Highlight parts={parts} />
        </span>
      ))}
      {note ? <span>{note}</span> : null}
    </small>
  )
}
