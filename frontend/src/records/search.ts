import { client } from '~/data/client.ts'
import { graphql } from '~/gql/gql.ts'
import type { Choice } from '~/ui/AsyncPicker.tsx'
import { fullAmount } from '~/ui/amount.ts'

const Accounts = graphql(`
  query FindAccounts($text: String) {
    accounts(filter: { text: $text }, first: 12, orderBy: { field: NAME, direction: ASC }) {
      edges { node { id name number } }
    }
  }
`)
const Contacts = graphql(`
  query FindContacts($account: ID, $text: String) {
    contacts(filter: { account: $account, text: $text }, first: 12) { edges { node { id name title } } }
  }
`)
const Products = graphql(`
  query FindProducts($text: String) {
    products(filter: { text: $text, active: true }, first: 20, orderBy: { field: NAME, direction: ASC }) {
      edges { node { id sku name unit currency listPrice taxRate } }
    }
  }
`)
const Users = graphql(`
  query FindUsers { users(first: 200) { edges { node { id name title active } } } }
`)

const given = (text: string) => text || undefined

export async function searchAccounts(text: string): Promise<Choice[]> {
  const found = await client.query(Accounts, { text: given(text) }).toPromise()
  return found.data?.accounts.edges.map(({ node }) => ({ id: node.id, label: node.name, note: node.number })) ?? []
}

export const searchContacts =
  (account: string | undefined) =>
  async (text: string): Promise<Choice[]> => {
    const found = await client.query(Contacts, { account, text: given(text) }).toPromise()
    return (
      found.data?.contacts.edges.map(({ node }) => ({
        id: node.id,
        label: node.name,
        note: node.title ?? undefined,
      })) ?? []
    )
  }

export interface ProductChoice extends Choice {
  unit: string
  listPrice: string
  taxRate: string
}

export async function searchProducts(text: string): Promise<ProductChoice[]> {
  const found = await client.query(Products, { text: given(text) }).toPromise()
  return (
    found.data?.products.edges.map(({ node }) => ({
      id: node.id,
      label: node.name,
      note: [node.sku, node.listPrice && fullAmount({ amount: node.listPrice, currency: node.currency })]
        .filter(Boolean)
        .join(' · '),
      unit: node.unit,
      listPrice: node.listPrice ?? '',
      taxRate: node.taxRate,
    })) ?? []
  )
}

export async function searchUsers(text: string): Promise<Choice[]> {
  const found = await client.query(Users, {}, { requestPolicy: 'cache-first' }).toPromise()
  const people = found.data?.users.edges.map(({ node }) => node).filter((u) => u.active) ?? []
  return people
    .filter((u) => u.name.toLowerCase().includes(text.toLowerCase()))
    .slice(0, 20)
    .map((u) => ({ id: u.id, label: u.name, note: u.title ?? undefined }))
}
