import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import { nameOf } from '~/ui/name.ts'

const CompanyDocument = graphql(`
  query CompanyParts {
    departments { id name active }
    roles { id key name { zh en } builtin }
  }
`)

type Option = [id: string, label: string]

// useCompany reads what people can be put into: the departments still in use, and the roles.
export function useCompany(): { departments: Option[]; roles: Option[]; ready: boolean } {
  const { data } = useRead(CompanyDocument, {}, ['DEPARTMENT', 'ROLE'])
  return {
    departments: data?.departments.filter((d) => d.active).map((d): Option => [d.id, d.name]) ?? [],
    roles: data?.roles.map((r): Option => [r.id, nameOf(r.name)]) ?? [],
    ready: !!data,
  }
}

export const asOptions = (options: Option[]) => options.map(([value, label]) => ({ value, label }))
