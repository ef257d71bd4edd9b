import { Link, type LinkProps } from '@tanstack/react-router'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

interface Look {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  icon?: ReactNode
}
type Props = ButtonHTMLAttributes<HTMLButtonElement> & Look & { busy?: boolean }

// Button. While busy it says so and does not act a second time.
export function Button({ kind = 'plain', icon, busy, children, onClick, type = 'button', ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className="button"
      data-kind={kind}
      data-shape={children ? undefined : 'icon'}
      aria-busy={busy || undefined}
      onClick={busy ? (e) => e.preventDefault() : onClick}
    >
      {busy ? null : icon}
      {children}
    </button>
  )
}

// ButtonLink looks like a button and goes somewhere.
export function ButtonLink({ kind = 'plain', icon, children, ...link }: LinkProps & Look & { children: ReactNode }) {
  return (
    <Link {...link} className="button" data-kind={kind}>
      {icon}
      {children}
    </Link>
  )
}
