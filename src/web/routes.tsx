/** Every address of the screens. Today comes with the first load; each other screen is fetched when it is opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Coming } from './frame/coming.tsx'
import { Gate, Waiting } from './gate.tsx'
import { TodayScreen } from './today/today.tsx'

const root = createRootRoute({ component: Gate, notFoundComponent: () => <TodayScreen /> })
const at = <P extends string>(path: P) => ({ getParentRoute: () => root, path })

const today = createRoute({ ...at('/'), component: TodayScreen })
const cases = createRoute({ ...at('/cases'), component: lazyRouteComponent(() => import('./cases/cases.tsx'), 'CasesScreen') })
const newCase = createRoute({ ...at('/cases/new'), component: lazyRouteComponent(() => import('./cases/new-case.tsx'), 'NewCaseScreen') })
const samePerson = createRoute({
  ...at('/cases/same-person'),
  component: lazyRouteComponent(() => import('./people/duplicates.tsx'), 'DuplicatesScreen'),
})
const find = createRoute({ ...at('/find'), component: lazyRouteComponent(() => import('./cases/find.tsx'), 'FindScreen') })
const oneCase = createRoute({ ...at('/cases/$caseId'), component: lazyRouteComponent(() => import('./cases/case-page.tsx'), 'CaseScreen') })
const inCase = <P extends string>(path: P) => ({ getParentRoute: () => oneCase, path })
const account = createRoute({
  ...inCase('/'),
  component: lazyRouteComponent(() => import('./testimony/account-and-facts.tsx'), 'AccountAndFacts'),
})
const assessment = createRoute({
  ...inCase('/assessment'),
  component: lazyRouteComponent(() => import('./law/assessment.tsx'), 'AssessmentTab'),
})
const proceedings = createRoute({
  ...inCase('/proceedings'),
  component: lazyRouteComponent(() => import('./proceedings/proceedings.tsx'), 'ProceedingsTab'),
})
const protection = createRoute({
  ...inCase('/protection'),
  component: lazyRouteComponent(() => import('./people/protection.tsx'), 'ProtectionTab'),
})
const history = createRoute({ ...inCase('/history'), component: lazyRouteComponent(() => import('./cases/history.tsx'), 'HistoryTab') })
const paper = createRoute({
  ...at('/papers/$paperId'),
  component: lazyRouteComponent(() => import('./documents/petition.tsx'), 'PetitionScreen'),
})
const settings = createRoute({
  ...at('/settings'),
  component: lazyRouteComponent(() => import('./settings/settings.tsx'), 'SettingsScreen'),
})
const bound = createRoute({ ...at('/settings/bound'), component: lazyRouteComponent(() => import('./law/who-is-bound.tsx'), 'WhoIsBound') })
const invitation = createRoute({ ...at('/invitation'), component: TodayScreen })
const accountability = createRoute({ ...at('/accountability'), component: () => <Coming of="accountability" /> })
const figures = createRoute({ ...at('/figures'), component: () => <Coming of="figures" /> })
const lists = createRoute({ ...at('/lists'), component: lazyRouteComponent(() => import('./lists/lists.tsx'), 'ListsScreen') })
const inLists = <P extends string>(path: P) => ({ getParentRoute: () => lists, path })
const linkLists = createRoute({ ...inLists('/'), component: lazyRouteComponent(() => import('./lists/link-two.tsx'), 'LinkTwoLists') })
const hiddenLists = createRoute({
  ...inLists('/hidden'),
  component: lazyRouteComponent(() => import('./lists/compare-hidden.tsx'), 'CompareHidden'),
})
const howMany = createRoute({ ...inLists('/how-many'), component: lazyRouteComponent(() => import('./lists/how-many.tsx'), 'HowMany') })
const advocacy = createRoute({ ...at('/advocacy'), component: () => <Coming of="advocacy" /> })

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    cases,
    newCase,
    samePerson,
    find,
    oneCase.addChildren([account, assessment, proceedings, protection, history]),
    paper,
    settings,
    bound,
    invitation,
    accountability,
    figures,
    advocacy,
    lists.addChildren([linkLists, hiddenLists, howMany]),
  ]),
  defaultPendingComponent: Waiting,
  defaultPendingMs: 300,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
