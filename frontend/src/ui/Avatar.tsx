const colours = [
  '#2b59d9',
  '#0b7f88',
  '#a65d0e',
  '#a8478f',
  '#6b4fbb',
  '#11794a',
  '#c0307f',
  '#46608c',
  '#3a6b35',
  '#8a5a00',
]

// Avatar is decoration: the name always stands beside it or in its title.
export function Avatar({ name }: { name: string }) {
  let sum = 0
  for (const c of name) sum = (sum * 31 + (c.codePointAt(0) ?? 0)) % 9973
  const chinese = /\p{Script=Han}/u.test(name)
  return (
    <span className="avatar" style={{ background: colours[sum % colours.length] }} aria-hidden="true" title={name}>
      {chinese ? name.slice(-1) : name.slice(0, 1).toUpperCase()}
    </span>
  )
}
