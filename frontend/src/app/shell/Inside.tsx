import { Outlet, useLocation } from '@tanstack/react-router'
import { NotYours } from '~/records/NotYours.tsx'
import { useRights } from '../rights.ts'
import { closedPlace } from './places.ts'

// Inside is the page, or who can open it where the reader's roles do not.
export function Inside() {
  const { pathname } = useLocation()
  const closed = closedPlace(pathname, useRights())
  return closed ? <NotYours place={closed.label} /> : <Outlet />
}
