import type { AccessRule, RecordKind } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { kindName } from '../kinds.ts'

export interface Reason {
  rule: AccessRule
  via: RecordKind | null
  sentence: string // English, for a rule that this app does not know yet
}

function ruleSays(rule: AccessRule): string | undefined {
  switch (rule) {
    case 'ADMINISTRATOR':
      return t('access.administrator', '管理员能看到一切')
    case 'ALL':
      return t('access.all', '角色能看到全部此类记录')
    case 'OPEN':
      return t('access.open', '公司里人人都能看到')
    case 'SELF':
      return t('access.self', '就是本人')
    case 'OWNER':
      return t('access.owner', '是负责人，或正代理负责人')
    case 'REPORTS':
      return t('access.reports', '下属是负责人')
    case 'DEPARTMENT':
      return t('access.department', '角色能看到这个部门的记录')
    case 'FILTER':
      return t('access.filter', '符合角色的条件')
    case 'ACCOUNT':
      return t('access.account', '能看到它所属的客户')
    case 'JOURNEY':
      return t('access.journey', '能看到它所属的历程')
    case 'WORK':
      return t('access.work', '正处理它名下的单据')
    case 'COLLABORATOR':
      return t('access.collaborator', '被加为协作者')
    case 'WHOLE':
      return t('access.whole', '它是所见记录的一部分')
    case 'SUBJECT':
      return t('access.subject', '它关于所见的记录')
    default:
      return undefined
  }
}

// reasonText says one reason in the reader's language, and by which record it leads here.
export function reasonText({ rule, via, sentence }: Reason): string {
  const says = ruleSays(rule) ?? sentence
  return via && via !== rule ? t('access.via', '{says}（经{kind}）', { says, kind: kindName(via) }) : says
}
