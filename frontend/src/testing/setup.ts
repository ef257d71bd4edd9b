import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { chooseLanguage } from '~/i18n/language.ts'

// Tests of files and schema run without a page.
if (typeof document !== 'undefined') {
  beforeAll(() => chooseLanguage('zh-CN', false))
  afterEach(cleanup)
  configure({ asyncUtilTimeout: 5000 }) // milliseconds: the machine may be busy

  // happy-dom has the dialog element and not its modal mode.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
}
