import { Link } from '@tanstack/react-router'
import { kindName, kindOfId, pathTo } from '~/records/kinds.ts'
import { verbLabel } from '../role/verbLabel.ts'

// Subject is what an entry is about: a record, a verb, or an e-mail that was tried.
export function Subject({ of }: { of: string }) {
  const kind = kindOfId(of)
  const path = kind && pathTo(kind, of)
  if (kind && path) return <Link to={path}>{kindName(kind)}</Link>
  if (!of) return <span className="muted">—</span>
  const label = verbLabel(of)
  return <>{label === of ? of : `${label} · ${of}`}</>
}
