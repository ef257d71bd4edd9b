import type { Choice } from '~/ui/AsyncPicker.tsx'

interface Common {
  name: string // the path in the verb's input, so that a refusal finds its field
  label: string
  required?: boolean
  hint?: string
  wide?: boolean
}

// FieldSpec says what a verb's form asks for.
export type FieldSpec = Common &
  (
    | {
        kind: 'text' | 'paragraph' | 'email' | 'tel' | 'date' | 'money' | 'quantity' | 'percent' | 'whole'
        value?: string | null
        suggestions?: string[]
      }
    | { kind: 'select'; value?: string | null; options: { value: string; label: string }[] }
    | { kind: 'pick'; value?: Choice | null; search: (text: string) => Promise<Choice[]> }
    | { kind: 'check'; value?: boolean }
    | { kind: 'password'; value?: undefined }
  )

export type Raw = Record<string, string | boolean | Choice | null>

// Values reads a filled form in the words of the contract: an empty field is undefined, which means "not given".
export class Values {
  private readonly raw: Raw
  private readonly currency: string
  constructor(raw: Raw, currency: string) {
    this.raw = raw
    this.currency = currency
  }
  text(name: string): string | undefined {
    const v = this.raw[name]
    return typeof v === 'string' && v.trim() ? v.trim() : undefined
  }
  // secret is a password as it was typed: blanks at its ends belong to it.
  secret = (name: string): string => (typeof this.raw[name] === 'string' ? (this.raw[name] as string) : '')
  must = (name: string): string => this.text(name) ?? ''
  one = <T extends string>(name: string) => this.text(name) as T | undefined
  on = (name: string): boolean => this.raw[name] === true
  id(name: string): string | undefined {
    const v = this.raw[name]
    return v && typeof v === 'object' ? v.id : undefined
  }
  whole(name: string): number | undefined {
    const v = this.text(name)
    return v === undefined ? undefined : Number.parseInt(v, 10)
  }
  money(name: string): { amount: string; currency: string } | undefined {
    const amount = this.text(name)?.replaceAll(',', '')
    return amount === undefined ? undefined : { amount, currency: this.currency }
  }
  decimal = (name: string): string | undefined => this.text(name)?.replaceAll(',', '')
}
