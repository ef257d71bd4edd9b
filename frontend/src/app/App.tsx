import { RouterProvider } from '@tanstack/react-router'
import { Provider } from 'urql'
import { client } from '~/data/client.ts'
import { useLanguage } from '~/i18n/language.ts'
import { Toasts } from '~/ui/toast.tsx'
import { router } from './router.ts'

// App. Another language shows everything anew: no sentence is left behind in the old one.
export function App() {
  const language = useLanguage()
  return (
    <Provider value={client}>
      <RouterProvider key={language} router={router} />
      <Toasts />
    </Provider>
  )
}
