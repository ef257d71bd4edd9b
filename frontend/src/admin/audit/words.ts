import { t } from '~/i18n/t.ts'

// The actions that the audit knows, in the order in which one looks for them.
export const actions = (): [string, string][] => [
  ['signedIn', t('audit.signedIn', '登录')],
  ['signInFailed', t('audit.signInFailed', '登录失败')],
  ['signInThrottled', t('audit.signInThrottled', '登录被限流')],
  ['signedOut', t('audit.signedOut', '退出')],
  ['refused', t('audit.refused', '被拒绝')],
  ['exported', t('audit.exported', '导出')],
  ['roleCreated', t('audit.roleCreated', '新建角色')],
  ['roleChanged', t('audit.roleChanged', '修改角色')],
  ['rolesAssigned', t('audit.rolesAssigned', '分配角色')],
  ['collaboratorAdded', t('audit.collaboratorAdded', '添加协作者')],
  ['collaboratorRemoved', t('audit.collaboratorRemoved', '移除协作者')],
  ['delegationMade', t('audit.delegationMade', '设置代理')],
  ['delegationEnded', t('audit.delegationEnded', '结束代理')],
  ['handedOver', t('audit.handedOver', '交接')],
  ['invited', t('audit.invited', '邀请用户')],
  ['invitationAccepted', t('audit.invitationAccepted', '接受邀请')],
  ['userSuspended', t('audit.userSuspended', '暂停用户')],
  ['userActivated', t('audit.userActivated', '恢复用户')],
  ['userDisabled', t('audit.userDisabled', '停用用户')],
  ['seenAs', t('audit.seenAs', '以他人视角查看')],
  ['passwordChanged', t('audit.passwordChanged', '修改密码')],
  ['secondFactorConfirmed', t('audit.secondFactorConfirmed', '开启两步验证')],
  ['secondFactorEnded', t('audit.secondFactorEnded', '关闭两步验证')],
  ['sessionEnded', t('audit.sessionEnded', '结束登录')],
  ['tokenCreated', t('audit.tokenCreated', '新建令牌')],
  ['tokenRevoked', t('audit.tokenRevoked', '吊销令牌')],
]

export const actionName = (action: string) => actions().find(([key]) => key === action)?.[1] ?? action

const alarming = new Set(['signInFailed', 'signInThrottled', 'refused'])
const weighty = new Set(['roleChanged', 'rolesAssigned', 'userDisabled', 'exported', 'seenAs', 'handedOver'])
export const actionTone = (action: string) =>
  alarming.has(action) ? ('bad' as const) : weighty.has(action) ? ('warn' as const) : undefined
