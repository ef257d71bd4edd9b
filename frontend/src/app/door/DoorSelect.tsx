interface Props {
  name: string
  label: string
  options: [string, string][]
  value?: string
}

export function DoorSelect({ name, label, options, value }: Props) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} className="input" defaultValue={value}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
