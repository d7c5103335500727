/** What each page is given: plain data, worded where it was built. `render` takes a page's name and its view. */
import type {
  ChoosePlanView,
  CodeView,
  LoginView,
  SecondStepView,
  SetPasswordView,
  SetupView,
} from './account-views.ts'
import type { ApiView } from './api-views.ts'
import type { BlankSourcesView, BlanksView, BlankView } from './blank-views.ts'
import type { BulkDoneView, BulkView } from './bulk-views.ts'
import type {
  DaysOffView,
  MonthView,
  SlotView,
  UnconfirmedView,
  WeekView,
  YearView,
} from './calendar-views.ts'
import type { ChangesView } from './change-views.ts'
import type {
  ContentView,
  RotationView,
  ScriptsView,
  SearchView,
  SlotTopicsView,
  SpeedView,
  TopicsView,
} from './content-views.ts'
import type { CountSlotsView, CountView } from './count-views.ts'
import type {
  DraftView,
  ObligationFormView,
  OwnPlanView,
  PlacingView,
  PlanFormView,
  SamplesView,
  TopicFormView,
} from './draft-views.ts'
import type { HandView, NudgeView } from './handing-views.ts'
import type { IncidentPreviewView, IncidentsView, IncidentView } from './incident-views.ts'
import type {
  AnnouncerSheetView,
  ApprovalSlipView,
  ItemFormView,
  ItemView,
  VersionView,
  WaitingView,
} from './item-views.ts'
import type { LogView } from './log-views.ts'
import type {
  ConfirmEmailView,
  MessagesView,
  NoticeHoursView,
  NoticesView,
  OutboxView,
  StateView,
} from './notice-views.ts'
import type { ObligationPageView } from './obligation-views.ts'
import type { OverviewView } from './overview-views.ts'
import type { PayListView, PlacesView } from './pay-views.ts'
import type { AccountView, AuditView, TokensView, UsersView, ZaloCodeView } from './people-views.ts'
import type { AdoptPlanView, PlansView, PlanView } from './plan-views.ts'
import type { PlayColumnsView, PlayDiffView, PlayUploadView } from './play-log-views.ts'
import type { ExtraView, RecordView } from './record-views.ts'
import type { ClosedView, PaperView, ReportsView, ReportView } from './report-views.ts'
import type { ReviewView } from './review-views.ts'
import type { StationView } from './station-views.ts'
import type { PublicWeekView, SubscriptionsView } from './subscription-views.ts'
import type { UnitChangeView, UnitsManageView, UnitsView } from './unit-views.ts'
import type { Frame, Link } from './view-parts.ts'

export type * from './view-parts.ts'

export type ErrorView = {
  frame: Frame
  status: number
  heading: string
  detail: string
  /** What was wrong, field by field. */
  errors: string[]
  links: Link[]
}

export type Views = {
  'sign-in-code': CodeView
  'second-step': SecondStepView
  'confirm-email': ConfirmEmailView
  audit: AuditView
  extra: ExtraView
  content: ContentView
  topics: TopicsView
  rotation: RotationView
  'slot-topics': SlotTopicsView
  scripts: ScriptsView
  search: SearchView
  'reading-speed': SpeedView
  item: ItemView
  'item-form': ItemFormView
  'item-version': VersionView
  waiting: WaitingView
  'announcer-sheet': AnnouncerSheetView
  'approval-slip': ApprovalSlipView
  log: LogView
  'play-log': PlayUploadView
  'play-columns': PlayColumnsView
  'play-diff': PlayDiffView
  incidents: IncidentsView
  'incident-preview': IncidentPreviewView
  incident: IncidentView
  week: WeekView
  overview: OverviewView
  bulk: BulkView
  'bulk-done': BulkDoneView
  unconfirmed: UnconfirmedView
  month: MonthView
  'days-off': DaysOffView
  year: YearView
  slot: SlotView
  count: CountView
  'count-slots': CountSlotsView
  reports: ReportsView
  report: ReportView
  paper: PaperView
  closed: ClosedView
  blanks: BlanksView
  blank: BlankView
  'blank-sources': BlankSourcesView
  'pay-list': PayListView
  places: PlacesView
  record: RecordView
  obligation: ObligationPageView
  plans: PlansView
  'adopt-plan': AdoptPlanView
  plan: PlanView
  changes: ChangesView
  setup: SetupView
  'choose-plan': ChoosePlanView
  login: LoginView
  'set-password': SetPasswordView
  account: AccountView
  'zalo-code': ZaloCodeView
  notices: NoticesView
  'notice-hours': NoticeHoursView
  outbox: OutboxView
  messages: MessagesView
  state: StateView
  users: UsersView
  tokens: TokensView
  subscriptions: SubscriptionsView
  units: UnitsView
  'units-manage': UnitsManageView
  'unit-change': UnitChangeView
  hand: HandView
  nudge: NudgeView
  'public-week': PublicWeekView
  station: StationView
  draft: DraftView
  'obligation-form': ObligationFormView
  'plan-form': PlanFormView
  placing: PlacingView
  samples: SamplesView
  'own-plan': OwnPlanView
  'topic-form': TopicFormView
  review: ReviewView
  api: ApiView
  error: ErrorView
}
