import { useState } from 'react'
import { showProfile } from '~/app/profile.ts'
import { useSession } from '~/app/session.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { Language, Theme, UpdateProfileInput } from '~/gql/graphql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { zones } from '~/records/zones.ts'
import { Button } from '~/ui/Button.tsx'
import { toast } from '~/ui/toast.tsx'

const UpdateProfileDocument = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) { id version phone language timeZone theme }
  }
`)

const themes = (): [Theme, string][] => [
  ['SYSTEM', t('theme.system', '跟随设备')],
  ['LIGHT', t('theme.light.name', '浅色')],
  ['DARK', t('theme.dark.name', '深色')],
]

// Look: language, time zone and colours. What is chosen shows at once and is kept.
export function Look() {
  const { viewer, company } = useSession()
  const [update] = useVerb(UpdateProfileDocument)
  const [phoning, setPhoning] = useState(false)

  async function choose(input: UpdateProfileInput) {
    const { data, fault } = await update({ input })
    if (data?.updateProfile) showProfile(data.updateProfile)
    if (fault && input.phone === undefined) toast(sentenceOf(fault), { tone: 'bad' })
    return fault
  }

  return (
    <section className="panel stack">
      <h2>{t('me.look', '语言与外观')}</h2>
      <div className="fields">
        <div className="field">
          <label htmlFor="me-language">{t('me.language', '语言')}</label>
          <select
            id="me-language"
            className="input"
            value={viewer.language}
            onChange={(e) => void choose({ language: e.target.value as Language })}
          >
            <option value="ZH">简体中文</option>
            <option value="EN">English</option>
          </select>
        </div>
        <div className="field">
          <label htmlFor="me-zone">{t('field.timeZone', '时区')}</label>
          <select
            id="me-zone"
            className="input"
            value={viewer.timeZone ?? ''}
            onChange={(e) => void choose({ timeZone: e.target.value })}
          >
            <option value="">{t('me.zone.company', '同公司（{zone}）', { zone: company.timeZone })}</option>
            {zones().map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </div>
        <div className="field">
          <span className="label">{t('me.theme', '配色')}</span>
          <div className="segments" role="group" aria-label={t('me.theme', '配色')}>
            {themes().map(([theme, label]) => (
              <button
                key={theme}
                type="button"
                aria-pressed={viewer.theme === theme}
                onClick={() => void choose({ theme })}
              >
                {label}
              </button>
            ))}
          </div>
        </div>
        <div className="field">
          <span className="label">{t('field.phone', '电话')}</span>
          <div className="row">
            <span className="num">{viewer.phone ?? '—'}</span>
            <Button kind="quiet" onClick={() => setPhoning(true)}>
              {t('action.edit', '编辑')}
            </Button>
          </div>
        </div>
      </div>
      {phoning ? (
        <VerbSheet
          title={t('field.phone', '电话')}
          action={t('action.save', '保存')}
          fields={[{ kind: 'tel', name: 'phone', label: t('field.phone', '电话'), value: viewer.phone, wide: true }]}
          onClose={() => setPhoning(false)}
          submit={(v) => choose({ phone: v.must('phone') })}
        />
      ) : null}
    </section>
  )
}
