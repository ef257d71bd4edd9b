import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { Facts } from '~/records/Facts.tsx'
import { UserChip } from '~/records/UserChip.tsx'
import { moneyFact } from '~/ui/Money.tsx'
import type { AccountRecord } from './AccountPage.tsx'

export function AccountFacts({ account: a }: { account: AccountRecord }) {
  return (
    <section className="panel">
      <h2>{t('account.facts', '客户信息')}</h2>
      <Facts
        facts={[
          [t('list.owner', '负责人'), <UserChip key="u" user={a.owner} />],
          [t('account.level', '等级'), a.level],
          [t('field.industry', '行业'), a.industry],
          [t('field.region', '地区'), a.region],
          [t('field.phone', '电话'), a.phone],
          [t('account.website', '网站'), a.website ?? null],
          [t('account.paymentDays', '账期（天）'), a.paymentDays],
          [t('field.shipTo', '收货地址'), a.shippingAddress],
          [t('invoice.title', '发票抬头'), a.invoiceTitle ?? null],
          [t('invoice.taxNumber', '税号'), a.taxNumber ?? null],
          [t('account.bank', '开户行'), a.bank ? `${a.bank} ${a.bankAccount ?? ''}` : null],
          [t('account.employees', '员工数'), a.employees ?? null],
          [t('account.founded', '成立于'), a.founded ?? null],
          [t('account.revenue', '年收入'), a.revenue ? moneyFact(a.revenue) : null],
          [t('account.parent', '所属集团'), a.parent ? <AccountLink key="p" account={a.parent} /> : null],
          ...a.subsidiaries.map((s): [string, React.ReactNode] => [
            t('account.subsidiary', '下属公司'),
            <AccountLink key={s.id} account={s} />,
          ]),
        ]}
      />
    </section>
  )
}
