import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { AccountField } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { emptied } from '~/records/emptied.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import type { AccountRecord } from './AccountPage.tsx'
import { accountFields } from './accountFields.ts'
import { accountInput } from './accountInput.ts'

const UpdateAccountDocument = graphql(`
  mutation UpdateAccount($input: UpdateAccountInput!) { updateAccount(input: $input) { id version } }
`)

const clearable: Record<string, AccountField> = {
  shortName: 'SHORT_NAME',
  uscc: 'USCC',
  industry: 'INDUSTRY',
  region: 'REGION',
  level: 'LEVEL',
  phone: 'PHONE',
  website: 'WEBSITE',
  billingAddress: 'BILLING_ADDRESS',
  shippingAddress: 'SHIPPING_ADDRESS',
  invoiceTitle: 'INVOICE_TITLE',
  taxNumber: 'TAX_NUMBER',
  bank: 'BANK',
  bankAccount: 'BANK_ACCOUNT',
}

export function EditAccount({ account, onClose }: { account: AccountRecord; onClose: () => void }) {
  const [update] = useVerb(UpdateAccountDocument)
  return (
    <VerbSheet
      title={t('account.edit', '编辑客户')}
      action={t('action.save', '保存')}
      fields={accountFields(account)}
      onClose={onClose}
      submit={async (v) =>
        (
          await update({
            input: {
              ...accountInput(v),
              id: account.id,
              expectedVersion: account.version,
              name: v.text('name'),
              clear: emptied(clearable, account, v),
            },
          })
        ).fault
      }
    />
  )
}
