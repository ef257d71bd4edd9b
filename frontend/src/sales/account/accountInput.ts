import type { Values } from '~/records/form.ts'

// accountInput reads the account's form; what is empty is not given.
export const accountInput = (v: Values) => ({
  shortName: v.text('shortName'),
  uscc: v.text('uscc'),
  industry: v.text('industry'),
  region: v.text('region'),
  level: v.text('level'),
  phone: v.text('phone'),
  website: v.text('website'),
  paymentDays: v.whole('paymentDays'),
  shippingAddress: v.text('shippingAddress'),
  invoiceTitle: v.text('invoiceTitle'),
  taxNumber: v.text('taxNumber'),
  bank: v.text('bank'),
  bankAccount: v.text('bankAccount'),
  billingAddress: v.text('billingAddress'),
})
