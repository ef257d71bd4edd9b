import { Fragment, type ReactNode } from 'react'

// RecordHeader: where we are, what it is, in which stage, and what can be done now.
export function RecordHeader(props: { crumbs: ReactNode[]; title: ReactNode; tag?: ReactNode; children?: ReactNode }) {
  return (
    <header className="record-header">
      <div>
        <p className="crumbs">
          {props.crumbs.filter(Boolean).map((crumb, i) => (
            <Fragment key={i}>
              {i > 0 ? <span aria-hidden="true">·</span> : null}
              <span>{crumb}</span>
            </Fragment>
          ))}
        </p>
        <h1>
          {props.title} {props.tag}
        </h1>
      </div>
      <div className="actions no-print">{props.children}</div>
    </header>
  )
}
