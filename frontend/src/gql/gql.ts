/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Edits($filter: ChangeFilter, $first: Int, $before: Cursor) {\n    changes(filter: $filter, first: $first, before: $before) {\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          cursor kind subjectKind subjectId actorName actorKind at fields { name old new }\n          subject {\n            id\n            ... on Lead { version company } ... on Account { version name } ... on Contact { version name }\n            ... on Opportunity { version name }\n          }\n        }\n      }\n    }\n  }\n": typeof types.EditsDocument,
    "\n  query AuditEntries($filter: AuditFilter, $first: Int, $after: String) {\n    auditEntries(filter: $filter, first: $first, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { id at action actor actorName subject address userAgent correlationId details } }\n    }\n  }\n": typeof types.AuditEntriesDocument,
    "\n  query Actors { users(first: 200) { edges { node { id name } } } }\n": typeof types.ActorsDocument,
    "\n  mutation RestoreValue($input: RestoreValueInput!) { restoreValue(input: $input) { id } }\n": typeof types.RestoreValueDocument,
    "\n  mutation CreateDepartment($input: CreateDepartmentInput!) { createDepartment(input: $input) { id name } }\n": typeof types.CreateDepartmentDocument,
    "\n  mutation UpdateDepartment($input: UpdateDepartmentInput!) { updateDepartment(input: $input) { id version name active } }\n": typeof types.UpdateDepartmentDocument,
    "\n  query Departments {\n    departments { id version name function active parent { id name } head { id name } }\n  }\n": typeof types.DepartmentsDocument,
    "\n  query Roles {\n    roles { id key name { zh en } description { zh en } builtin administrator auditor manages userCount }\n  }\n": typeof types.RolesDocument,
    "\n  query Role($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Role {\n        version key name { zh en } description { zh en } builtin administrator auditor manages userCount\n        grants { kind scope where { field values } verbs { verb limit { amount currency } } }\n        fields { kind field sight writable }\n      }\n    }\n  }\n": typeof types.RoleDocument,
    "\n  query RightsCatalogue { rightsCatalogue { kind granted verbs fields columns } }\n": typeof types.RightsCatalogueDocument,
    "\n  mutation CreateRole($input: CreateRoleInput!) { createRole(input: $input) { id } }\n": typeof types.CreateRoleDocument,
    "\n  mutation UpdateRole($input: UpdateRoleInput!) { updateRole(input: $input) { id version } }\n": typeof types.UpdateRoleDocument,
    "\n  query CompanyTokens($filter: TokenFilter, $first: Int, $after: String) {\n    companyTokens(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id name hint scopes createdAt expiresAt lastUsedAt lastUsedFrom user { id name } } }\n    }\n  }\n": typeof types.CompanyTokensDocument,
    "\n  query CompanyParts {\n    departments { id name active }\n    roles { id key name { zh en } builtin }\n  }\n": typeof types.CompanyPartsDocument,
    "\n  mutation ImportUsers($input: ImportUsersInput!) {\n    importUsers(input: $input) { made known rejected { line reason } }\n  }\n": typeof types.ImportUsersDocument,
    "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) { user { id name } mailed link }\n  }\n": typeof types.InviteUserDocument,
    "\n  query Holdings($userId: ID!) { holdings(userId: $userId) { kind open closed } }\n": typeof types.HoldingsDocument,
    "\n  mutation HandOver($input: HandOverInput!) { handOver(input: $input) { id version } }\n": typeof types.HandOverDocument,
    "\n  mutation DisableUser($input: UserInput!) { disableUser(input: $input) { id version status } }\n": typeof types.DisableUserDocument,
    "\n  query Users($filter: UserFilter, $first: Int, $after: String) {\n    users(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id name email title status secondFactor\n          department { id name function } manager { id name } roles { id name { zh en } }\n        }\n      }\n    }\n  }\n": typeof types.UsersDocument,
    "\n  query User($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on User {\n        version name email phone title status language timeZone secondFactor admin\n        department { id name function } manager { id name } roles { id name { zh en } description { zh en } }\n      }\n    }\n  }\n": typeof types.UserDocument,
    "\n  mutation SuspendUser($input: UserInput!) { suspendUser(input: $input) { id version status } }\n": typeof types.SuspendUserDocument,
    "\n  mutation ActivateUser($input: UserInput!) { activateUser(input: $input) { id version status } }\n": typeof types.ActivateUserDocument,
    "\n  mutation ResetUser($input: UserInput!) { resetUser(input: $input) { user { id name version } mailed link } }\n": typeof types.ResetUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) { updateUser(input: $input) { id version name } }\n": typeof types.UpdateUserDocument,
    "\n  mutation AssignRoles($input: AssignRolesInput!) { assignRoles(input: $input) { id version roles { id } } }\n": typeof types.AssignRolesDocument,
    "\n  subscription Changed($after: Cursor) {\n    changed(after: $after) {\n      cursor kind subjectKind subjectId clientMutationId\n      subject {\n        id\n        ... on Staged { version stage stageName { zh en } stageCategory stageEnteredAt }\n        ... on Opportunity { name nextStep nextStepDue expectedClose amount { amount currency } }\n        ... on Lead { name company nextStep nextStepDue }\n      }\n    }\n  }\n": typeof types.ChangedDocument,
    "\n  query Viewer {\n    viewer {\n      id version name email phone title admin language timeZone theme secondFactor\n      department { id name function }\n      manager { id name }\n      roles { id name { zh en } grants { kind scope } }\n    }\n    company { id name currency timeZone taxNumber address phone bank bankAccount }\n    myRights { administrator auditor verbs kinds seenAs { id name } }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation ConfirmOrder($input: ConfirmOrderInput!) { confirmOrder(input: $input) { id version stage } }\n": typeof types.ConfirmOrderDocument,
    "\n  query Order($id: ID!) {\n    order(id: $id) {\n      id number version stage stageName { zh en } stageCategory promisedOn requestedOn shipTo\n      shipped delivered accepted invoicedProgress paidProgress\n      account { id name } contract { id number title } owner { id name } journey { id }\n      gross { amount currency } invoiced { amount currency } paid { amount currency }\n      lines { ...OrderLineRow }\n      shipments { ...ShipmentRow }\n      acceptances { ...AcceptanceRow }\n      invoices { id number draftNumber stageName { zh en } stageCategory gross { amount currency } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": typeof types.OrderDocument,
    "\n  fragment OrderLineRow on OrderLine {\n    id position description unit quantity plannedQuantity shippedQuantity deliveredQuantity acceptedQuantity rejectedQuantity\n    invoicedQuantity gross { amount currency }\n  }\n": typeof types.OrderLineRowFragmentDoc,
    "\n  query Orders($filter: OrderFilter, $first: Int, $after: String) {\n    orders(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number stageName { zh en } stageCategory promisedOn shipped accepted invoicedProgress paidProgress\n          account { id name } owner { id name } gross { amount currency }\n        }\n      }\n    }\n  }\n": typeof types.OrdersDocument,
    "\n  mutation PlanShipment($input: PlanShipmentInput!) { planShipment(input: $input) { id version order { id version } } }\n": typeof types.PlanShipmentDocument,
    "\n  mutation RecordAcceptance($input: RecordAcceptanceInput!) { recordAcceptance(input: $input) { id version order { id version } } }\n": typeof types.RecordAcceptanceDocument,
    "\n  fragment ShipmentRow on Shipment {\n    id number version stage stageName { zh en } stageCategory plannedOn shippedOn deliveredOn carrier trackingNumber receivedBy\n    lines { id quantity orderLine { id description unit } }\n    availableTransitions { ...TransitionFields }\n  }\n": typeof types.ShipmentRowFragmentDoc,
    "\n  fragment AcceptanceRow on Acceptance {\n    id number kind acceptedOn signer remark stageName { zh en } stageCategory\n    lines { id accepted rejected orderLine { id description unit } }\n  }\n": typeof types.AcceptanceRowFragmentDoc,
    "\n  mutation Ship($input: ShipInput!) { ship(input: $input) { id version stage order { id version } } }\n": typeof types.ShipDocument,
    "\n  mutation ConfirmDelivered($input: ConfirmDeliveredInput!) { confirmDelivered(input: $input) { id version stage order { id version } } }\n": typeof types.ConfirmDeliveredDocument,
    "\n  query Invoices($filter: InvoiceFilter, $first: Int, $after: String) {\n    invoices(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number draftNumber stageName { zh en } stageCategory issuedOn dueOn paymentStatus overdueDays\n          account { id name } contract { id number } gross { amount currency } outstanding { amount currency }\n        }\n      }\n    }\n  }\n": typeof types.InvoicesDocument,
    "\n  query ToBill {\n    planItems(filter: { billable: true }, first: 50) {\n      edges { node { id name trigger triggeredOn amount { amount currency } account { id name } contract { id number } } }\n    }\n  }\n": typeof types.ToBillDocument,
    "\n  mutation DraftInvoice($input: DraftInvoiceInput!) { draftInvoice(input: $input) { id draftNumber } }\n": typeof types.DraftInvoiceDocument,
    "\n  query Invoice($id: ID!) {\n    invoice(id: $id) {\n      id number draftNumber version kind stage stageName { zh en } stageCategory paymentStatus overdueDays\n      issuedOn dueOn dueDays title taxNumber address bank remark taxMode currency\n      account { id name } contract { id number title } order { id number } owner { id name } journey { id }\n      net { amount currency } tax { amount currency } gross { amount currency words }\n      paid { amount currency } credited { amount currency } outstanding { amount currency }\n      taxes { taxRate net { amount currency } tax { amount currency } }\n      lines { id position description unit quantity unitPrice discount taxRate net { amount currency } tax { amount currency } gross { amount currency } }\n      allocations { id amount { amount currency } allocatedOn reversed reverses { id } payment { id number receivedOn } }\n      creditNotes { id number reason issuedOn gross { amount currency } stageName { zh en } stageCategory }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": typeof types.InvoiceDocument,
    "\n  mutation PostInvoice($input: PostInvoiceInput!) { postInvoice(input: $input) { id version number stage } }\n": typeof types.PostInvoiceDocument,
    "\n  mutation DiscardInvoice($input: DiscardInvoiceInput!) { discardInvoice(input: $input) { id version stage } }\n": typeof types.DiscardInvoiceDocument,
    "\n  mutation CreditInvoice($input: CreditInvoiceInput!) { creditInvoice(input: $input) { id number invoice { id version } } }\n": typeof types.CreditInvoiceDocument,
    "\n  query OpenInvoices($account: ID!) {\n    receivables(account: $account, first: 50) { edges { node { id number dueOn outstanding { amount currency } } } }\n  }\n": typeof types.OpenInvoicesDocument,
    "\n  mutation AllocatePayment($input: AllocatePaymentInput!) { allocatePayment(input: $input) { id version } }\n": typeof types.AllocatePaymentDocument,
    "\n  query Payment($id: ID!) {\n    payment(id: $id) {\n      id number version stage stageName { zh en } stageCategory method receivedOn payer bankAccount bankReference remark\n      account { id name } owner { id name }\n      amount { amount currency } allocated { amount currency } unallocated { amount currency }\n      allocations { id amount { amount currency } allocatedOn reason reversed reverses { id } invoice { id number } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": typeof types.PaymentDocument,
    "\n  query Payments($filter: PaymentFilter, $first: Int, $after: String) {\n    payments(filter: $filter, first: $first, after: $after, orderBy: { field: RECEIVED_ON, direction: DESC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number stageName { zh en } stageCategory method receivedOn payer bankReference account { id name }\n          amount { amount currency } unallocated { amount currency }\n        }\n      }\n    }\n  }\n": typeof types.PaymentsDocument,
    "\n  mutation RecordPayment($input: RecordPaymentInput!) { recordPayment(input: $input) { id number } }\n": typeof types.RecordPaymentDocument,
    "\n  mutation ReverseAllocation($input: ReverseAllocationInput!) { reverseAllocation(input: $input) { id version } }\n": typeof types.ReverseAllocationDocument,
    "\n  mutation ReversePayment($input: ReversePaymentInput!) { reversePayment(input: $input) { id version stage } }\n": typeof types.ReversePaymentDocument,
    "\n  fragment Ageing on ReceivablesSummary {\n    asOf partial\n    total { amount currency } notDue { amount currency } credit { amount currency }\n    days1to30 { amount currency } days31to60 { amount currency } days61to90 { amount currency } over90 { amount currency }\n  }\n": typeof types.AgeingFragmentDoc,
    "\n  query Receivables($overdue: Boolean, $account: ID, $first: Int, $after: String) {\n    receivables(overdue: $overdue, account: $account, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number stageCategory paymentStatus overdueDays issuedOn dueOn account { id name } contract { id number } owner { id name }\n          gross { amount currency } paid { amount currency } outstanding { amount currency }\n        }\n      }\n    }\n    receivablesSummary { ...Ageing }\n  }\n": typeof types.ReceivablesDocument,
    "\n  fragment Funnel on PipelineSummary {\n    partial\n    stages { stage { key name { zh en } category } count amount { amount currency } }\n  }\n": typeof types.FunnelFragmentDoc,
    "\n  query Home($owner: ID) {\n    waiting(owner: $owner, first: 100) {\n      kind number title stageName { zh en } since businessSeconds lateAfterSeconds ownerName department\n      record { id ... on Shipment { order { id } } ... on PaymentPlanItem { contract { id } } }\n      transitions { to label { zh en } verb open allowed reasonRequired category }\n    }\n    pipelineSummary(filter: { owner: $owner }) { ...MyNumbers ...Funnel }\n    receivablesSummary { partial total { amount currency } notDue { amount currency } }\n  }\n": typeof types.HomeDocument,
    "\n  fragment MyNumbers on PipelineSummary {\n    partial open won winRate medianDaysToClose openAmount { amount currency } wonAmount { amount currency }\n  }\n": typeof types.MyNumbersFragmentDoc,
    "\n  fragment JourneyPage on Journey {\n    id number status phase openedAt cashCompleteAt endedAt\n    account { id name } owner { id name }\n    value { amount currency }\n    clock { elapsedSeconds businessSeconds waitingSeconds handOvers workdaySeconds }\n    lead { id number name company }\n    opportunities { id number name }\n    quotes { id number latest { number } }\n    contracts { id number }\n    orders { id number }\n    shipments { id number order { id } }\n    acceptances { id number order { id } }\n    invoices { id number draftNumber gross { amount currency } outstanding { amount currency } }\n    allocations { id amount { amount currency } payment { id number } }\n    creditNotes { id number invoice { id } }\n    steps { ...JourneyStepRow }\n    waiting {\n      kind number title since businessSeconds lateAfterSeconds department ownerName stageName { zh en }\n      record { id ... on Shipment { order { id } } ... on PaymentPlanItem { contract { id } } }\n      transitions { to label { zh en } verb open allowed reasonRequired category }\n    }\n  }\n": typeof types.JourneyPageFragmentDoc,
    "\n  fragment JourneyStepRow on JourneyStep {\n    kind subjectId number stage stageName { zh en } category department actorName enteredAt workedAt leftAt\n    startSeconds waitingSeconds businessSeconds lateAfterSeconds reason amount { amount currency }\n  }\n": typeof types.JourneyStepRowFragmentDoc,
    "\n  query Journey($id: ID!) { journey(id: $id) { id ...JourneyPage } }\n": typeof types.JourneyDocument,
    "\n  query OpportunityJourney($id: ID!) { opportunity(id: $id) { id journey { id ...JourneyPage } } }\n": typeof types.OpportunityJourneyDocument,
    "\n  query Contract($id: ID!) {\n    contract(id: $id) {\n      id number version title stage stageName { zh en } stageCategory stageEnteredAt taxMode rounding currency\n      account { id name } opportunity { id name contact { name } } quoteVersion { id number quote { id number } } owner { id name }\n      journey { id } order { id number }\n      effectiveFrom effectiveTo signedOn signedByUs signedByCustomer remark\n      net { amount currency } tax { amount currency } gross { amount currency }\n      invoiced { amount currency } paid { amount currency }\n      lines { productId description unit quantity unitPrice discount taxRate net { amount currency } tax { amount currency } gross { amount currency } }\n      paymentTerms { name trigger percent dueDays plannedOn }\n      planItems { ...PlanItemRow }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": typeof types.ContractDocument,
    "\n  query Contracts($filter: ContractFilter, $first: Int, $after: String) {\n    contracts(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number title stage stageName { zh en } stageCategory stageEnteredAt signedOn\n          account { id name } owner { id name } gross { amount currency } invoiced { amount currency } paid { amount currency }\n        }\n      }\n    }\n  }\n": typeof types.ContractsDocument,
    "\n  mutation UpdateContract($input: UpdateContractInput!) { updateContract(input: $input) { id version } }\n": typeof types.UpdateContractDocument,
    "\n  fragment PlanItemRow on PaymentPlanItem {\n    id position name trigger percent dueDays plannedOn triggeredOn stageName { zh en } stageCategory\n    amount { amount currency } invoiced { amount currency } paid { amount currency }\n  }\n": typeof types.PlanItemRowFragmentDoc,
    "\n  mutation SubmitContract($input: SubmitContractInput!) { submitContract(input: $input) { id version stage } }\n": typeof types.SubmitContractDocument,
    "\n  mutation SignContract($input: SignContractInput!) { signContract(input: $input) { id version stage order { id number } } }\n": typeof types.SignContractDocument,
    "\n  mutation AssignLead($input: AssignLeadInput!) { assignLead(input: $input) { id version stage } }\n": typeof types.AssignLeadDocument,
    "\n  mutation CaptureLead($input: CaptureLeadInput!) { captureLead(input: $input) { id number } }\n": typeof types.CaptureLeadDocument,
    "\n  mutation ConvertLead($input: ConvertLeadInput!) {\n    convertLead(input: $input) { id version stage opportunity { id name } account { id name } }\n  }\n": typeof types.ConvertLeadDocument,
    "\n  mutation DisqualifyLead($input: DisqualifyLeadInput!) { disqualifyLead(input: $input) { id version stage } }\n": typeof types.DisqualifyLeadDocument,
    "\n  mutation UpdateLead($input: UpdateLeadInput!) { updateLead(input: $input) { id version } }\n": typeof types.UpdateLeadDocument,
    "\n  query Lead($id: ID!) {\n    lead(id: $id) {\n      id number version name company title phone email wechat region industry need origin campaign\n      stage stageName { zh en } stageCategory stageEnteredAt createdAt\n      budget { amount currency } budgetStatus authority pain timeline qualifyReason disqualifyReason\n      nextStep nextStepDue owner { id name } journey { id }\n      account { id name } opportunity { id name }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": typeof types.LeadDocument,
    "\n  query Leads($filter: LeadFilter, $first: Int, $after: String) {\n    leads(filter: $filter, first: $first, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number version name company title origin stage stageName { zh en } stageCategory stageEnteredAt\n          createdAt nextStep nextStepDue owner { id name }\n        }\n      }\n    }\n  }\n": typeof types.LeadsDocument,
    "\n  mutation QualifyLead($input: QualifyLeadInput!) { qualifyLead(input: $input) { id version stage } }\n": typeof types.QualifyLeadDocument,
    "\n  mutation BeginSecondFactor { beginSecondFactor { secret uri } }\n": typeof types.BeginSecondFactorDocument,
    "\n  mutation ConfirmSecondFactor($input: CodeInput!) { confirmSecondFactor(input: $input) { codes } }\n": typeof types.ConfirmSecondFactorDocument,
    "\n  query Delegations { delegations { id startsOn endsOn user { id name } delegate { id name } } }\n": typeof types.DelegationsDocument,
    "\n  mutation Delegate($input: DelegateInput!) { delegate(input: $input) { id startsOn endsOn } }\n": typeof types.DelegateDocument,
    "\n  mutation EndDelegation($input: EndDelegationInput!) { endDelegation(input: $input) { id endsOn } }\n": typeof types.EndDelegationDocument,
    "\n  query ApiLimits {\n    apiLimits {\n      capacity available restoreRate mostCost mostPage mostDepth mostAliases mostRoots mostMutations\n      mostTokens mostDocumentBytes mostBodyBytes mostVariables mostSeconds mostSockets\n    }\n  }\n": typeof types.ApiLimitsDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) { id version phone language timeZone theme }\n  }\n": typeof types.UpdateProfileDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { id version } }\n": typeof types.ChangePasswordDocument,
    "\n  mutation EndSecondFactor($input: CodeInput!) { endSecondFactor(input: $input) { id version secondFactor } }\n": typeof types.EndSecondFactorDocument,
    "\n  query Sessions { sessions { id createdAt lastSeenAt expiresAt address userAgent current } }\n": typeof types.SessionsDocument,
    "\n  mutation EndSession($input: EndSessionInput!) { endSession(input: $input) { id current } }\n": typeof types.EndSessionDocument,
    "\n  query Tokens { tokens { id name hint scopes createdAt expiresAt lastUsedAt lastUsedFrom } }\n": typeof types.TokensDocument,
    "\n  query History($filter: ChangeFilter!, $before: Cursor) {\n    changes(filter: $filter, before: $before, first: 40) {\n      edges {\n        node {\n          cursor kind subjectKind subjectId toName { zh en } toStage fromStage\n          fields { name old new } actorName actorKind at businessSeconds reason comment\n        }\n      }\n    }\n  }\n": typeof types.HistoryDocument,
    "\n  query JourneyChain($id: ID!) {\n    journey(id: $id) {\n      id number status\n      clock { businessSeconds waitingSeconds workdaySeconds }\n      lead { id number }\n      opportunities { id number }\n      quotes { id number }\n      contracts { id number }\n      orders { id number }\n      shipments { id number order { id } }\n      acceptances { id number order { id } }\n      invoices { id number draftNumber }\n      allocations { id payment { id number } }\n    }\n  }\n": typeof types.JourneyChainDocument,
    "\n  query Administrators {\n    users(filter: { status: [ACTIVE] }, first: 200) { edges { node { id name admin } } }\n  }\n": typeof types.AdministratorsDocument,
    "\n  query WhoCanSee($id: ID!) {\n    whyCanISee(id: $id) { rule via sentence }\n    whoCanSee(id: $id) { user { id name title } reasons { rule via sentence } }\n    collaborators(id: $id) { id level cascade user { id name } }\n  }\n": typeof types.WhoCanSeeDocument,
    "\n  mutation AddCollaborator($input: AddCollaboratorInput!) { addCollaborator(input: $input) { id } }\n": typeof types.AddCollaboratorDocument,
    "\n  mutation RemoveCollaborator($input: RemoveCollaboratorInput!) { removeCollaborator(input: $input) { id } }\n": typeof types.RemoveCollaboratorDocument,
    "\n  mutation TransferOwnership($input: TransferOwnershipInput!) {\n    transferOwnership(input: $input) { id done reason }\n  }\n": typeof types.TransferOwnershipDocument,
    "\n  query FindAccounts($text: String) {\n    accounts(filter: { text: $text }, first: 12, orderBy: { field: NAME, direction: ASC }) {\n      edges { node { id name number } }\n    }\n  }\n": typeof types.FindAccountsDocument,
    "\n  query FindContacts($account: ID, $text: String) {\n    contacts(filter: { account: $account, text: $text }, first: 12) { edges { node { id name title } } }\n  }\n": typeof types.FindContactsDocument,
    "\n  query FindProducts($text: String) {\n    products(filter: { text: $text, active: true }, first: 20, orderBy: { field: NAME, direction: ASC }) {\n      edges { node { id sku name unit currency listPrice taxRate } }\n    }\n  }\n": typeof types.FindProductsDocument,
    "\n  query FindUsers { users(first: 200) { edges { node { id name title active } } } }\n": typeof types.FindUsersDocument,
    "\n  mutation CreateToken($input: CreateTokenInput!) { createToken(input: $input) { token { id } secret } }\n": typeof types.CreateTokenDocument,
    "\n  mutation CreateUserToken($input: CreateUserTokenInput!) { createUserToken(input: $input) { token { id } secret } }\n": typeof types.CreateUserTokenDocument,
    "\n  mutation RevokeToken($input: RevokeTokenInput!) { revokeToken(input: $input) { id } }\n": typeof types.RevokeTokenDocument,
    "\n  mutation RevokeUserToken($input: RevokeTokenInput!) { revokeUserToken(input: $input) { id revokedAt } }\n": typeof types.RevokeUserTokenDocument,
    "\n  fragment TransitionFields on Transition {\n    to name { zh en } category verb label { zh en } open allowed reasonRequired who\n    missing { rule message needs }\n  }\n": typeof types.TransitionFieldsFragmentDoc,
    "\n  mutation MoveStage($input: MoveStageInput!) {\n    moveStage(input: $input) { id version stage stageName { zh en } stageCategory stageEnteredAt }\n  }\n": typeof types.MoveStageDocument,
    "\n  query Stages($kinds: [RecordKind!]) {\n    processes(kinds: $kinds) {\n      id kind\n      stages { key name { zh en } category department probability lateAfter guidance { zh en } }\n    }\n  }\n": typeof types.StagesDocument,
    "\n  query AccountDeals($id: ID!) {\n    opportunities(filter: { account: $id }, first: 20) {\n      edges { node { id number name stageName { zh en } stageCategory amount { amount currency } } }\n    }\n    contracts(filter: { account: $id }, first: 20) {\n      edges { node { id number title stageName { zh en } stageCategory gross { amount currency } } }\n    }\n    receivables(account: $id, first: 20) {\n      edges { node { id number draftNumber stageName { zh en } stageCategory outstanding { amount currency } } }\n    }\n  }\n": typeof types.AccountDealsDocument,
    "\n  query Account($id: ID!) {\n    account(id: $id) {\n      id number version name shortName uscc industry region level phone website paymentDays\n      billingAddress shippingAddress invoiceTitle taxNumber bank bankAccount employees founded\n      stageName { zh en } stageCategory owner { id name } parent { id name } subsidiaries { id name }\n      revenue { amount currency }\n      openPipeline { amount currency } won { amount currency } invoiced { amount currency } paid { amount currency }\n      outstanding { amount currency } credit { amount currency }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": typeof types.AccountDocument,
    "\n  query Accounts($filter: AccountFilter, $first: Int, $after: String) {\n    accounts(filter: $filter, first: $first, after: $after, orderBy: { field: NAME, direction: ASC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number name stageName { zh en } stageCategory industry region level owner { id name }\n          openPipeline { amount currency } won { amount currency } outstanding { amount currency }\n        }\n      }\n    }\n  }\n": typeof types.AccountsDocument,
    "\n  query Contacts($account: ID!) {\n    contacts(filter: { account: $account }, first: 50) {\n      edges { node { id version name title phone email wechat decisionRole primary } }\n    }\n  }\n": typeof types.ContactsDocument,
    "\n  mutation CreateContact($input: CreateContactInput!) { createContact(input: $input) { id } }\n": typeof types.CreateContactDocument,
    "\n  mutation UpdateContact($input: UpdateContactInput!) { updateContact(input: $input) { id version } }\n": typeof types.UpdateContactDocument,
    "\n  mutation CreateAccount($input: CreateAccountInput!) { createAccount(input: $input) { id name } }\n": typeof types.CreateAccountDocument,
    "\n  mutation UpdateAccount($input: UpdateAccountInput!) { updateAccount(input: $input) { id version } }\n": typeof types.UpdateAccountDocument,
    "\n  mutation CreateOpportunity($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id number } }\n": typeof types.CreateOpportunityDocument,
    "\n  mutation DraftContract($input: DraftContractInput!) { draftContract(input: $input) { id number } }\n": typeof types.DraftContractDocument,
    "\n  mutation UpdateOpportunity($input: UpdateOpportunityInput!) {\n    updateOpportunity(input: $input) { id version ...OpportunityCard }\n  }\n": typeof types.UpdateOpportunityDocument,
    "\n  mutation LoseOpportunity($input: LoseOpportunityInput!) { loseOpportunity(input: $input) { id version stage } }\n": typeof types.LoseOpportunityDocument,
    "\n  query OpportunityBoard($filter: BoardFilter, $first: Int) {\n    board(process: OPPORTUNITY, filter: $filter, first: $first) {\n      columns {\n        stage { key name { zh en } category probability lateAfter }\n        count\n        sum { amount currency }\n        weightedSum { amount currency }\n        medianBusinessSeconds\n        cards { __typename id ... on Opportunity { ...OpportunityCard } }\n      }\n    }\n  }\n": typeof types.OpportunityBoardDocument,
    "\n  fragment OpportunityCard on Opportunity {\n    id number version name stage stageCategory stageEnteredAt nextStep nextStepDue expectedClose\n    amount { amount currency }\n    account { id name }\n    owner { id name }\n  }\n": typeof types.OpportunityCardFragmentDoc,
    "\n  query OpportunityList($filter: OpportunityFilter, $first: Int, $after: String) {\n    opportunities(filter: $filter, first: $first, after: $after, orderBy: { field: STAGE_ENTERED_AT, direction: DESC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id stageName { zh en } ...OpportunityCard } }\n    }\n  }\n": typeof types.OpportunityListDocument,
    "\n  query Opportunity($id: ID!) {\n    opportunity(id: $id) {\n      id number version name stage stageName { zh en } stageCategory stageEnteredAt\n      amount { amount currency } probability expectedClose needs lostReason closedAt nextStep nextStepDue\n      account { id name } contact { id name title phone } lead { id number } product { id name } owner { id name }\n      journey { id }\n      quotes { id number latest { id number stageName { zh en } stageCategory validUntil gross { amount currency } } }\n      contracts { id number stageName { zh en } stageCategory gross { amount currency } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": typeof types.OpportunityDocument,
    "\n  query OpportunityWays($id: ID!) {\n    opportunity(id: $id) {\n      id version stage name expectedClose needs nextStep account { id name } amount { amount currency }\n      quotes { id number latest { id stage stageName { zh en } stageCategory } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": typeof types.OpportunityWaysDocument,
    "\n  mutation CreateProduct($input: CreateProductInput!) { createProduct(input: $input) { id sku } }\n": typeof types.CreateProductDocument,
    "\n  query Products($filter: ProductFilter, $first: Int, $after: String) {\n    products(filter: $filter, first: $first, after: $after, orderBy: { field: SKU, direction: ASC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id sku name kind unit currency listPrice taxRate taxCode active } }\n    }\n  }\n": typeof types.ProductsDocument,
    "\n  mutation CreateQuote($input: CreateQuoteInput!) { createQuote(input: $input) { id quote { id } } }\n": typeof types.CreateQuoteDocument,
    "\n  mutation UpdateQuote($input: UpdateQuoteInput!) { updateQuote(input: $input) { id version gross { amount currency } } }\n": typeof types.UpdateQuoteDocument,
    "\n  query Quotes($filter: QuoteFilter, $first: Int, $after: String) {\n    quotes(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number account { id name } opportunity { id name } owner { id name }\n          latest { id number stageName { zh en } stageCategory validUntil gross { amount currency } }\n        }\n      }\n    }\n  }\n": typeof types.QuotesDocument,
    "\n  query Quote($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Quote { ...QuotePage }\n      ... on QuoteVersion { quote { id ...QuotePage } }\n    }\n  }\n": typeof types.QuoteDocument,
    "\n  fragment QuotePage on Quote {\n    id number version\n    opportunity { id name number contact { id name } }\n    account { id name billingAddress phone taxNumber }\n    contact { id name title phone }\n    owner { id name }\n    journey { id }\n    versions { ...QuoteVersionPage }\n  }\n": typeof types.QuotePageFragmentDoc,
    "\n  fragment QuoteVersionPage on QuoteVersion {\n    id number version stage stageName { zh en } stageCategory validUntil taxMode rounding currency\n    list { amount currency } discountTotal { amount currency } headerDiscount { amount currency }\n    net { amount currency } tax { amount currency } gross { amount currency words }\n    taxes { taxRate net { amount currency } tax { amount currency } }\n    lines {\n      id position product { id name } description unit quantity unitPrice discount taxRate optional\n      net { amount currency } tax { amount currency } gross { amount currency }\n    }\n    paymentTerms { name trigger percent dueDays plannedOn }\n    deliveryTerms warrantyTerms remark sentAt acceptedAt acceptedBy evidence\n    contract { id number }\n    availableTransitions { ...TransitionFields }\n  }\n": typeof types.QuoteVersionPageFragmentDoc,
    "\n  mutation SubmitQuote($input: SubmitQuoteInput!) { submitQuote(input: $input) { id version stage } }\n": typeof types.SubmitQuoteDocument,
    "\n  mutation SendQuote($input: SendQuoteInput!) { sendQuote(input: $input) { id version stage } }\n": typeof types.SendQuoteDocument,
    "\n  mutation AcceptQuote($input: AcceptQuoteInput!) { acceptQuote(input: $input) { id version stage contract { id number } } }\n": typeof types.AcceptQuoteDocument,
    "\n  mutation ReviseQuote($input: ReviseQuoteInput!) { reviseQuote(input: $input) { id number } }\n": typeof types.ReviseQuoteDocument,
    "\n  query Search($text: String!, $kinds: [RecordKind!], $first: Int) {\n    search(text: $text, kinds: $kinds, first: $first) {\n      kind recordId number title\n      matches { field parts { text found } }\n      record {\n        ... on Contact { id title account { id name } }\n        ... on Lead { id company }\n        ... on Opportunity { id account { id name } }\n        ... on Quote { id account { id name } }\n        ... on Contract { id account { id name } }\n        ... on Order { id account { id name } }\n        ... on Shipment { id account { id name } order { id } }\n        ... on Acceptance { id account { id name } order { id } }\n        ... on Invoice { id account { id name } }\n        ... on Payment { id account { id name } }\n        ... on CreditNote { id account { id name } invoice { id } }\n      }\n    }\n  }\n": typeof types.SearchDocument,
};
const documents: Documents = {
    "\n  query Edits($filter: ChangeFilter, $first: Int, $before: Cursor) {\n    changes(filter: $filter, first: $first, before: $before) {\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          cursor kind subjectKind subjectId actorName actorKind at fields { name old new }\n          subject {\n            id\n            ... on Lead { version company } ... on Account { version name } ... on Contact { version name }\n            ... on Opportunity { version name }\n          }\n        }\n      }\n    }\n  }\n": types.EditsDocument,
    "\n  query AuditEntries($filter: AuditFilter, $first: Int, $after: String) {\n    auditEntries(filter: $filter, first: $first, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { id at action actor actorName subject address userAgent correlationId details } }\n    }\n  }\n": types.AuditEntriesDocument,
    "\n  query Actors { users(first: 200) { edges { node { id name } } } }\n": types.ActorsDocument,
    "\n  mutation RestoreValue($input: RestoreValueInput!) { restoreValue(input: $input) { id } }\n": types.RestoreValueDocument,
    "\n  mutation CreateDepartment($input: CreateDepartmentInput!) { createDepartment(input: $input) { id name } }\n": types.CreateDepartmentDocument,
    "\n  mutation UpdateDepartment($input: UpdateDepartmentInput!) { updateDepartment(input: $input) { id version name active } }\n": types.UpdateDepartmentDocument,
    "\n  query Departments {\n    departments { id version name function active parent { id name } head { id name } }\n  }\n": types.DepartmentsDocument,
    "\n  query Roles {\n    roles { id key name { zh en } description { zh en } builtin administrator auditor manages userCount }\n  }\n": types.RolesDocument,
    "\n  query Role($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Role {\n        version key name { zh en } description { zh en } builtin administrator auditor manages userCount\n        grants { kind scope where { field values } verbs { verb limit { amount currency } } }\n        fields { kind field sight writable }\n      }\n    }\n  }\n": types.RoleDocument,
    "\n  query RightsCatalogue { rightsCatalogue { kind granted verbs fields columns } }\n": types.RightsCatalogueDocument,
    "\n  mutation CreateRole($input: CreateRoleInput!) { createRole(input: $input) { id } }\n": types.CreateRoleDocument,
    "\n  mutation UpdateRole($input: UpdateRoleInput!) { updateRole(input: $input) { id version } }\n": types.UpdateRoleDocument,
    "\n  query CompanyTokens($filter: TokenFilter, $first: Int, $after: String) {\n    companyTokens(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id name hint scopes createdAt expiresAt lastUsedAt lastUsedFrom user { id name } } }\n    }\n  }\n": types.CompanyTokensDocument,
    "\n  query CompanyParts {\n    departments { id name active }\n    roles { id key name { zh en } builtin }\n  }\n": types.CompanyPartsDocument,
    "\n  mutation ImportUsers($input: ImportUsersInput!) {\n    importUsers(input: $input) { made known rejected { line reason } }\n  }\n": types.ImportUsersDocument,
    "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) { user { id name } mailed link }\n  }\n": types.InviteUserDocument,
    "\n  query Holdings($userId: ID!) { holdings(userId: $userId) { kind open closed } }\n": types.HoldingsDocument,
    "\n  mutation HandOver($input: HandOverInput!) { handOver(input: $input) { id version } }\n": types.HandOverDocument,
    "\n  mutation DisableUser($input: UserInput!) { disableUser(input: $input) { id version status } }\n": types.DisableUserDocument,
    "\n  query Users($filter: UserFilter, $first: Int, $after: String) {\n    users(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id name email title status secondFactor\n          department { id name function } manager { id name } roles { id name { zh en } }\n        }\n      }\n    }\n  }\n": types.UsersDocument,
    "\n  query User($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on User {\n        version name email phone title status language timeZone secondFactor admin\n        department { id name function } manager { id name } roles { id name { zh en } description { zh en } }\n      }\n    }\n  }\n": types.UserDocument,
    "\n  mutation SuspendUser($input: UserInput!) { suspendUser(input: $input) { id version status } }\n": types.SuspendUserDocument,
    "\n  mutation ActivateUser($input: UserInput!) { activateUser(input: $input) { id version status } }\n": types.ActivateUserDocument,
    "\n  mutation ResetUser($input: UserInput!) { resetUser(input: $input) { user { id name version } mailed link } }\n": types.ResetUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) { updateUser(input: $input) { id version name } }\n": types.UpdateUserDocument,
    "\n  mutation AssignRoles($input: AssignRolesInput!) { assignRoles(input: $input) { id version roles { id } } }\n": types.AssignRolesDocument,
    "\n  subscription Changed($after: Cursor) {\n    changed(after: $after) {\n      cursor kind subjectKind subjectId clientMutationId\n      subject {\n        id\n        ... on Staged { version stage stageName { zh en } stageCategory stageEnteredAt }\n        ... on Opportunity { name nextStep nextStepDue expectedClose amount { amount currency } }\n        ... on Lead { name company nextStep nextStepDue }\n      }\n    }\n  }\n": types.ChangedDocument,
    "\n  query Viewer {\n    viewer {\n      id version name email phone title admin language timeZone theme secondFactor\n      department { id name function }\n      manager { id name }\n      roles { id name { zh en } grants { kind scope } }\n    }\n    company { id name currency timeZone taxNumber address phone bank bankAccount }\n    myRights { administrator auditor verbs kinds seenAs { id name } }\n  }\n": types.ViewerDocument,
    "\n  mutation ConfirmOrder($input: ConfirmOrderInput!) { confirmOrder(input: $input) { id version stage } }\n": types.ConfirmOrderDocument,
    "\n  query Order($id: ID!) {\n    order(id: $id) {\n      id number version stage stageName { zh en } stageCategory promisedOn requestedOn shipTo\n      shipped delivered accepted invoicedProgress paidProgress\n      account { id name } contract { id number title } owner { id name } journey { id }\n      gross { amount currency } invoiced { amount currency } paid { amount currency }\n      lines { ...OrderLineRow }\n      shipments { ...ShipmentRow }\n      acceptances { ...AcceptanceRow }\n      invoices { id number draftNumber stageName { zh en } stageCategory gross { amount currency } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": types.OrderDocument,
    "\n  fragment OrderLineRow on OrderLine {\n    id position description unit quantity plannedQuantity shippedQuantity deliveredQuantity acceptedQuantity rejectedQuantity\n    invoicedQuantity gross { amount currency }\n  }\n": types.OrderLineRowFragmentDoc,
    "\n  query Orders($filter: OrderFilter, $first: Int, $after: String) {\n    orders(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number stageName { zh en } stageCategory promisedOn shipped accepted invoicedProgress paidProgress\n          account { id name } owner { id name } gross { amount currency }\n        }\n      }\n    }\n  }\n": types.OrdersDocument,
    "\n  mutation PlanShipment($input: PlanShipmentInput!) { planShipment(input: $input) { id version order { id version } } }\n": types.PlanShipmentDocument,
    "\n  mutation RecordAcceptance($input: RecordAcceptanceInput!) { recordAcceptance(input: $input) { id version order { id version } } }\n": types.RecordAcceptanceDocument,
    "\n  fragment ShipmentRow on Shipment {\n    id number version stage stageName { zh en } stageCategory plannedOn shippedOn deliveredOn carrier trackingNumber receivedBy\n    lines { id quantity orderLine { id description unit } }\n    availableTransitions { ...TransitionFields }\n  }\n": types.ShipmentRowFragmentDoc,
    "\n  fragment AcceptanceRow on Acceptance {\n    id number kind acceptedOn signer remark stageName { zh en } stageCategory\n    lines { id accepted rejected orderLine { id description unit } }\n  }\n": types.AcceptanceRowFragmentDoc,
    "\n  mutation Ship($input: ShipInput!) { ship(input: $input) { id version stage order { id version } } }\n": types.ShipDocument,
    "\n  mutation ConfirmDelivered($input: ConfirmDeliveredInput!) { confirmDelivered(input: $input) { id version stage order { id version } } }\n": types.ConfirmDeliveredDocument,
    "\n  query Invoices($filter: InvoiceFilter, $first: Int, $after: String) {\n    invoices(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number draftNumber stageName { zh en } stageCategory issuedOn dueOn paymentStatus overdueDays\n          account { id name } contract { id number } gross { amount currency } outstanding { amount currency }\n        }\n      }\n    }\n  }\n": types.InvoicesDocument,
    "\n  query ToBill {\n    planItems(filter: { billable: true }, first: 50) {\n      edges { node { id name trigger triggeredOn amount { amount currency } account { id name } contract { id number } } }\n    }\n  }\n": types.ToBillDocument,
    "\n  mutation DraftInvoice($input: DraftInvoiceInput!) { draftInvoice(input: $input) { id draftNumber } }\n": types.DraftInvoiceDocument,
    "\n  query Invoice($id: ID!) {\n    invoice(id: $id) {\n      id number draftNumber version kind stage stageName { zh en } stageCategory paymentStatus overdueDays\n      issuedOn dueOn dueDays title taxNumber address bank remark taxMode currency\n      account { id name } contract { id number title } order { id number } owner { id name } journey { id }\n      net { amount currency } tax { amount currency } gross { amount currency words }\n      paid { amount currency } credited { amount currency } outstanding { amount currency }\n      taxes { taxRate net { amount currency } tax { amount currency } }\n      lines { id position description unit quantity unitPrice discount taxRate net { amount currency } tax { amount currency } gross { amount currency } }\n      allocations { id amount { amount currency } allocatedOn reversed reverses { id } payment { id number receivedOn } }\n      creditNotes { id number reason issuedOn gross { amount currency } stageName { zh en } stageCategory }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": types.InvoiceDocument,
    "\n  mutation PostInvoice($input: PostInvoiceInput!) { postInvoice(input: $input) { id version number stage } }\n": types.PostInvoiceDocument,
    "\n  mutation DiscardInvoice($input: DiscardInvoiceInput!) { discardInvoice(input: $input) { id version stage } }\n": types.DiscardInvoiceDocument,
    "\n  mutation CreditInvoice($input: CreditInvoiceInput!) { creditInvoice(input: $input) { id number invoice { id version } } }\n": types.CreditInvoiceDocument,
    "\n  query OpenInvoices($account: ID!) {\n    receivables(account: $account, first: 50) { edges { node { id number dueOn outstanding { amount currency } } } }\n  }\n": types.OpenInvoicesDocument,
    "\n  mutation AllocatePayment($input: AllocatePaymentInput!) { allocatePayment(input: $input) { id version } }\n": types.AllocatePaymentDocument,
    "\n  query Payment($id: ID!) {\n    payment(id: $id) {\n      id number version stage stageName { zh en } stageCategory method receivedOn payer bankAccount bankReference remark\n      account { id name } owner { id name }\n      amount { amount currency } allocated { amount currency } unallocated { amount currency }\n      allocations { id amount { amount currency } allocatedOn reason reversed reverses { id } invoice { id number } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": types.PaymentDocument,
    "\n  query Payments($filter: PaymentFilter, $first: Int, $after: String) {\n    payments(filter: $filter, first: $first, after: $after, orderBy: { field: RECEIVED_ON, direction: DESC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number stageName { zh en } stageCategory method receivedOn payer bankReference account { id name }\n          amount { amount currency } unallocated { amount currency }\n        }\n      }\n    }\n  }\n": types.PaymentsDocument,
    "\n  mutation RecordPayment($input: RecordPaymentInput!) { recordPayment(input: $input) { id number } }\n": types.RecordPaymentDocument,
    "\n  mutation ReverseAllocation($input: ReverseAllocationInput!) { reverseAllocation(input: $input) { id version } }\n": types.ReverseAllocationDocument,
    "\n  mutation ReversePayment($input: ReversePaymentInput!) { reversePayment(input: $input) { id version stage } }\n": types.ReversePaymentDocument,
    "\n  fragment Ageing on ReceivablesSummary {\n    asOf partial\n    total { amount currency } notDue { amount currency } credit { amount currency }\n    days1to30 { amount currency } days31to60 { amount currency } days61to90 { amount currency } over90 { amount currency }\n  }\n": types.AgeingFragmentDoc,
    "\n  query Receivables($overdue: Boolean, $account: ID, $first: Int, $after: String) {\n    receivables(overdue: $overdue, account: $account, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number stageCategory paymentStatus overdueDays issuedOn dueOn account { id name } contract { id number } owner { id name }\n          gross { amount currency } paid { amount currency } outstanding { amount currency }\n        }\n      }\n    }\n    receivablesSummary { ...Ageing }\n  }\n": types.ReceivablesDocument,
    "\n  fragment Funnel on PipelineSummary {\n    partial\n    stages { stage { key name { zh en } category } count amount { amount currency } }\n  }\n": types.FunnelFragmentDoc,
    "\n  query Home($owner: ID) {\n    waiting(owner: $owner, first: 100) {\n      kind number title stageName { zh en } since businessSeconds lateAfterSeconds ownerName department\n      record { id ... on Shipment { order { id } } ... on PaymentPlanItem { contract { id } } }\n      transitions { to label { zh en } verb open allowed reasonRequired category }\n    }\n    pipelineSummary(filter: { owner: $owner }) { ...MyNumbers ...Funnel }\n    receivablesSummary { partial total { amount currency } notDue { amount currency } }\n  }\n": types.HomeDocument,
    "\n  fragment MyNumbers on PipelineSummary {\n    partial open won winRate medianDaysToClose openAmount { amount currency } wonAmount { amount currency }\n  }\n": types.MyNumbersFragmentDoc,
    "\n  fragment JourneyPage on Journey {\n    id number status phase openedAt cashCompleteAt endedAt\n    account { id name } owner { id name }\n    value { amount currency }\n    clock { elapsedSeconds businessSeconds waitingSeconds handOvers workdaySeconds }\n    lead { id number name company }\n    opportunities { id number name }\n    quotes { id number latest { number } }\n    contracts { id number }\n    orders { id number }\n    shipments { id number order { id } }\n    acceptances { id number order { id } }\n    invoices { id number draftNumber gross { amount currency } outstanding { amount currency } }\n    allocations { id amount { amount currency } payment { id number } }\n    creditNotes { id number invoice { id } }\n    steps { ...JourneyStepRow }\n    waiting {\n      kind number title since businessSeconds lateAfterSeconds department ownerName stageName { zh en }\n      record { id ... on Shipment { order { id } } ... on PaymentPlanItem { contract { id } } }\n      transitions { to label { zh en } verb open allowed reasonRequired category }\n    }\n  }\n": types.JourneyPageFragmentDoc,
    "\n  fragment JourneyStepRow on JourneyStep {\n    kind subjectId number stage stageName { zh en } category department actorName enteredAt workedAt leftAt\n    startSeconds waitingSeconds businessSeconds lateAfterSeconds reason amount { amount currency }\n  }\n": types.JourneyStepRowFragmentDoc,
    "\n  query Journey($id: ID!) { journey(id: $id) { id ...JourneyPage } }\n": types.JourneyDocument,
    "\n  query OpportunityJourney($id: ID!) { opportunity(id: $id) { id journey { id ...JourneyPage } } }\n": types.OpportunityJourneyDocument,
    "\n  query Contract($id: ID!) {\n    contract(id: $id) {\n      id number version title stage stageName { zh en } stageCategory stageEnteredAt taxMode rounding currency\n      account { id name } opportunity { id name contact { name } } quoteVersion { id number quote { id number } } owner { id name }\n      journey { id } order { id number }\n      effectiveFrom effectiveTo signedOn signedByUs signedByCustomer remark\n      net { amount currency } tax { amount currency } gross { amount currency }\n      invoiced { amount currency } paid { amount currency }\n      lines { productId description unit quantity unitPrice discount taxRate net { amount currency } tax { amount currency } gross { amount currency } }\n      paymentTerms { name trigger percent dueDays plannedOn }\n      planItems { ...PlanItemRow }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": types.ContractDocument,
    "\n  query Contracts($filter: ContractFilter, $first: Int, $after: String) {\n    contracts(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number title stage stageName { zh en } stageCategory stageEnteredAt signedOn\n          account { id name } owner { id name } gross { amount currency } invoiced { amount currency } paid { amount currency }\n        }\n      }\n    }\n  }\n": types.ContractsDocument,
    "\n  mutation UpdateContract($input: UpdateContractInput!) { updateContract(input: $input) { id version } }\n": types.UpdateContractDocument,
    "\n  fragment PlanItemRow on PaymentPlanItem {\n    id position name trigger percent dueDays plannedOn triggeredOn stageName { zh en } stageCategory\n    amount { amount currency } invoiced { amount currency } paid { amount currency }\n  }\n": types.PlanItemRowFragmentDoc,
    "\n  mutation SubmitContract($input: SubmitContractInput!) { submitContract(input: $input) { id version stage } }\n": types.SubmitContractDocument,
    "\n  mutation SignContract($input: SignContractInput!) { signContract(input: $input) { id version stage order { id number } } }\n": types.SignContractDocument,
    "\n  mutation AssignLead($input: AssignLeadInput!) { assignLead(input: $input) { id version stage } }\n": types.AssignLeadDocument,
    "\n  mutation CaptureLead($input: CaptureLeadInput!) { captureLead(input: $input) { id number } }\n": types.CaptureLeadDocument,
    "\n  mutation ConvertLead($input: ConvertLeadInput!) {\n    convertLead(input: $input) { id version stage opportunity { id name } account { id name } }\n  }\n": types.ConvertLeadDocument,
    "\n  mutation DisqualifyLead($input: DisqualifyLeadInput!) { disqualifyLead(input: $input) { id version stage } }\n": types.DisqualifyLeadDocument,
    "\n  mutation UpdateLead($input: UpdateLeadInput!) { updateLead(input: $input) { id version } }\n": types.UpdateLeadDocument,
    "\n  query Lead($id: ID!) {\n    lead(id: $id) {\n      id number version name company title phone email wechat region industry need origin campaign\n      stage stageName { zh en } stageCategory stageEnteredAt createdAt\n      budget { amount currency } budgetStatus authority pain timeline qualifyReason disqualifyReason\n      nextStep nextStepDue owner { id name } journey { id }\n      account { id name } opportunity { id name }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": types.LeadDocument,
    "\n  query Leads($filter: LeadFilter, $first: Int, $after: String) {\n    leads(filter: $filter, first: $first, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number version name company title origin stage stageName { zh en } stageCategory stageEnteredAt\n          createdAt nextStep nextStepDue owner { id name }\n        }\n      }\n    }\n  }\n": types.LeadsDocument,
    "\n  mutation QualifyLead($input: QualifyLeadInput!) { qualifyLead(input: $input) { id version stage } }\n": types.QualifyLeadDocument,
    "\n  mutation BeginSecondFactor { beginSecondFactor { secret uri } }\n": types.BeginSecondFactorDocument,
    "\n  mutation ConfirmSecondFactor($input: CodeInput!) { confirmSecondFactor(input: $input) { codes } }\n": types.ConfirmSecondFactorDocument,
    "\n  query Delegations { delegations { id startsOn endsOn user { id name } delegate { id name } } }\n": types.DelegationsDocument,
    "\n  mutation Delegate($input: DelegateInput!) { delegate(input: $input) { id startsOn endsOn } }\n": types.DelegateDocument,
    "\n  mutation EndDelegation($input: EndDelegationInput!) { endDelegation(input: $input) { id endsOn } }\n": types.EndDelegationDocument,
    "\n  query ApiLimits {\n    apiLimits {\n      capacity available restoreRate mostCost mostPage mostDepth mostAliases mostRoots mostMutations\n      mostTokens mostDocumentBytes mostBodyBytes mostVariables mostSeconds mostSockets\n    }\n  }\n": types.ApiLimitsDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) { id version phone language timeZone theme }\n  }\n": types.UpdateProfileDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { id version } }\n": types.ChangePasswordDocument,
    "\n  mutation EndSecondFactor($input: CodeInput!) { endSecondFactor(input: $input) { id version secondFactor } }\n": types.EndSecondFactorDocument,
    "\n  query Sessions { sessions { id createdAt lastSeenAt expiresAt address userAgent current } }\n": types.SessionsDocument,
    "\n  mutation EndSession($input: EndSessionInput!) { endSession(input: $input) { id current } }\n": types.EndSessionDocument,
    "\n  query Tokens { tokens { id name hint scopes createdAt expiresAt lastUsedAt lastUsedFrom } }\n": types.TokensDocument,
    "\n  query History($filter: ChangeFilter!, $before: Cursor) {\n    changes(filter: $filter, before: $before, first: 40) {\n      edges {\n        node {\n          cursor kind subjectKind subjectId toName { zh en } toStage fromStage\n          fields { name old new } actorName actorKind at businessSeconds reason comment\n        }\n      }\n    }\n  }\n": types.HistoryDocument,
    "\n  query JourneyChain($id: ID!) {\n    journey(id: $id) {\n      id number status\n      clock { businessSeconds waitingSeconds workdaySeconds }\n      lead { id number }\n      opportunities { id number }\n      quotes { id number }\n      contracts { id number }\n      orders { id number }\n      shipments { id number order { id } }\n      acceptances { id number order { id } }\n      invoices { id number draftNumber }\n      allocations { id payment { id number } }\n    }\n  }\n": types.JourneyChainDocument,
    "\n  query Administrators {\n    users(filter: { status: [ACTIVE] }, first: 200) { edges { node { id name admin } } }\n  }\n": types.AdministratorsDocument,
    "\n  query WhoCanSee($id: ID!) {\n    whyCanISee(id: $id) { rule via sentence }\n    whoCanSee(id: $id) { user { id name title } reasons { rule via sentence } }\n    collaborators(id: $id) { id level cascade user { id name } }\n  }\n": types.WhoCanSeeDocument,
    "\n  mutation AddCollaborator($input: AddCollaboratorInput!) { addCollaborator(input: $input) { id } }\n": types.AddCollaboratorDocument,
    "\n  mutation RemoveCollaborator($input: RemoveCollaboratorInput!) { removeCollaborator(input: $input) { id } }\n": types.RemoveCollaboratorDocument,
    "\n  mutation TransferOwnership($input: TransferOwnershipInput!) {\n    transferOwnership(input: $input) { id done reason }\n  }\n": types.TransferOwnershipDocument,
    "\n  query FindAccounts($text: String) {\n    accounts(filter: { text: $text }, first: 12, orderBy: { field: NAME, direction: ASC }) {\n      edges { node { id name number } }\n    }\n  }\n": types.FindAccountsDocument,
    "\n  query FindContacts($account: ID, $text: String) {\n    contacts(filter: { account: $account, text: $text }, first: 12) { edges { node { id name title } } }\n  }\n": types.FindContactsDocument,
    "\n  query FindProducts($text: String) {\n    products(filter: { text: $text, active: true }, first: 20, orderBy: { field: NAME, direction: ASC }) {\n      edges { node { id sku name unit currency listPrice taxRate } }\n    }\n  }\n": types.FindProductsDocument,
    "\n  query FindUsers { users(first: 200) { edges { node { id name title active } } } }\n": types.FindUsersDocument,
    "\n  mutation CreateToken($input: CreateTokenInput!) { createToken(input: $input) { token { id } secret } }\n": types.CreateTokenDocument,
    "\n  mutation CreateUserToken($input: CreateUserTokenInput!) { createUserToken(input: $input) { token { id } secret } }\n": types.CreateUserTokenDocument,
    "\n  mutation RevokeToken($input: RevokeTokenInput!) { revokeToken(input: $input) { id } }\n": types.RevokeTokenDocument,
    "\n  mutation RevokeUserToken($input: RevokeTokenInput!) { revokeUserToken(input: $input) { id revokedAt } }\n": types.RevokeUserTokenDocument,
    "\n  fragment TransitionFields on Transition {\n    to name { zh en } category verb label { zh en } open allowed reasonRequired who\n    missing { rule message needs }\n  }\n": types.TransitionFieldsFragmentDoc,
    "\n  mutation MoveStage($input: MoveStageInput!) {\n    moveStage(input: $input) { id version stage stageName { zh en } stageCategory stageEnteredAt }\n  }\n": types.MoveStageDocument,
    "\n  query Stages($kinds: [RecordKind!]) {\n    processes(kinds: $kinds) {\n      id kind\n      stages { key name { zh en } category department probability lateAfter guidance { zh en } }\n    }\n  }\n": types.StagesDocument,
    "\n  query AccountDeals($id: ID!) {\n    opportunities(filter: { account: $id }, first: 20) {\n      edges { node { id number name stageName { zh en } stageCategory amount { amount currency } } }\n    }\n    contracts(filter: { account: $id }, first: 20) {\n      edges { node { id number title stageName { zh en } stageCategory gross { amount currency } } }\n    }\n    receivables(account: $id, first: 20) {\n      edges { node { id number draftNumber stageName { zh en } stageCategory outstanding { amount currency } } }\n    }\n  }\n": types.AccountDealsDocument,
    "\n  query Account($id: ID!) {\n    account(id: $id) {\n      id number version name shortName uscc industry region level phone website paymentDays\n      billingAddress shippingAddress invoiceTitle taxNumber bank bankAccount employees founded\n      stageName { zh en } stageCategory owner { id name } parent { id name } subsidiaries { id name }\n      revenue { amount currency }\n      openPipeline { amount currency } won { amount currency } invoiced { amount currency } paid { amount currency }\n      outstanding { amount currency } credit { amount currency }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": types.AccountDocument,
    "\n  query Accounts($filter: AccountFilter, $first: Int, $after: String) {\n    accounts(filter: $filter, first: $first, after: $after, orderBy: { field: NAME, direction: ASC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number name stageName { zh en } stageCategory industry region level owner { id name }\n          openPipeline { amount currency } won { amount currency } outstanding { amount currency }\n        }\n      }\n    }\n  }\n": types.AccountsDocument,
    "\n  query Contacts($account: ID!) {\n    contacts(filter: { account: $account }, first: 50) {\n      edges { node { id version name title phone email wechat decisionRole primary } }\n    }\n  }\n": types.ContactsDocument,
    "\n  mutation CreateContact($input: CreateContactInput!) { createContact(input: $input) { id } }\n": types.CreateContactDocument,
    "\n  mutation UpdateContact($input: UpdateContactInput!) { updateContact(input: $input) { id version } }\n": types.UpdateContactDocument,
    "\n  mutation CreateAccount($input: CreateAccountInput!) { createAccount(input: $input) { id name } }\n": types.CreateAccountDocument,
    "\n  mutation UpdateAccount($input: UpdateAccountInput!) { updateAccount(input: $input) { id version } }\n": types.UpdateAccountDocument,
    "\n  mutation CreateOpportunity($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id number } }\n": types.CreateOpportunityDocument,
    "\n  mutation DraftContract($input: DraftContractInput!) { draftContract(input: $input) { id number } }\n": types.DraftContractDocument,
    "\n  mutation UpdateOpportunity($input: UpdateOpportunityInput!) {\n    updateOpportunity(input: $input) { id version ...OpportunityCard }\n  }\n": types.UpdateOpportunityDocument,
    "\n  mutation LoseOpportunity($input: LoseOpportunityInput!) { loseOpportunity(input: $input) { id version stage } }\n": types.LoseOpportunityDocument,
    "\n  query OpportunityBoard($filter: BoardFilter, $first: Int) {\n    board(process: OPPORTUNITY, filter: $filter, first: $first) {\n      columns {\n        stage { key name { zh en } category probability lateAfter }\n        count\n        sum { amount currency }\n        weightedSum { amount currency }\n        medianBusinessSeconds\n        cards { __typename id ... on Opportunity { ...OpportunityCard } }\n      }\n    }\n  }\n": types.OpportunityBoardDocument,
    "\n  fragment OpportunityCard on Opportunity {\n    id number version name stage stageCategory stageEnteredAt nextStep nextStepDue expectedClose\n    amount { amount currency }\n    account { id name }\n    owner { id name }\n  }\n": types.OpportunityCardFragmentDoc,
    "\n  query OpportunityList($filter: OpportunityFilter, $first: Int, $after: String) {\n    opportunities(filter: $filter, first: $first, after: $after, orderBy: { field: STAGE_ENTERED_AT, direction: DESC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id stageName { zh en } ...OpportunityCard } }\n    }\n  }\n": types.OpportunityListDocument,
    "\n  query Opportunity($id: ID!) {\n    opportunity(id: $id) {\n      id number version name stage stageName { zh en } stageCategory stageEnteredAt\n      amount { amount currency } probability expectedClose needs lostReason closedAt nextStep nextStepDue\n      account { id name } contact { id name title phone } lead { id number } product { id name } owner { id name }\n      journey { id }\n      quotes { id number latest { id number stageName { zh en } stageCategory validUntil gross { amount currency } } }\n      contracts { id number stageName { zh en } stageCategory gross { amount currency } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": types.OpportunityDocument,
    "\n  query OpportunityWays($id: ID!) {\n    opportunity(id: $id) {\n      id version stage name expectedClose needs nextStep account { id name } amount { amount currency }\n      quotes { id number latest { id stage stageName { zh en } stageCategory } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n": types.OpportunityWaysDocument,
    "\n  mutation CreateProduct($input: CreateProductInput!) { createProduct(input: $input) { id sku } }\n": types.CreateProductDocument,
    "\n  query Products($filter: ProductFilter, $first: Int, $after: String) {\n    products(filter: $filter, first: $first, after: $after, orderBy: { field: SKU, direction: ASC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id sku name kind unit currency listPrice taxRate taxCode active } }\n    }\n  }\n": types.ProductsDocument,
    "\n  mutation CreateQuote($input: CreateQuoteInput!) { createQuote(input: $input) { id quote { id } } }\n": types.CreateQuoteDocument,
    "\n  mutation UpdateQuote($input: UpdateQuoteInput!) { updateQuote(input: $input) { id version gross { amount currency } } }\n": types.UpdateQuoteDocument,
    "\n  query Quotes($filter: QuoteFilter, $first: Int, $after: String) {\n    quotes(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number account { id name } opportunity { id name } owner { id name }\n          latest { id number stageName { zh en } stageCategory validUntil gross { amount currency } }\n        }\n      }\n    }\n  }\n": types.QuotesDocument,
    "\n  query Quote($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Quote { ...QuotePage }\n      ... on QuoteVersion { quote { id ...QuotePage } }\n    }\n  }\n": types.QuoteDocument,
    "\n  fragment QuotePage on Quote {\n    id number version\n    opportunity { id name number contact { id name } }\n    account { id name billingAddress phone taxNumber }\n    contact { id name title phone }\n    owner { id name }\n    journey { id }\n    versions { ...QuoteVersionPage }\n  }\n": types.QuotePageFragmentDoc,
    "\n  fragment QuoteVersionPage on QuoteVersion {\n    id number version stage stageName { zh en } stageCategory validUntil taxMode rounding currency\n    list { amount currency } discountTotal { amount currency } headerDiscount { amount currency }\n    net { amount currency } tax { amount currency } gross { amount currency words }\n    taxes { taxRate net { amount currency } tax { amount currency } }\n    lines {\n      id position product { id name } description unit quantity unitPrice discount taxRate optional\n      net { amount currency } tax { amount currency } gross { amount currency }\n    }\n    paymentTerms { name trigger percent dueDays plannedOn }\n    deliveryTerms warrantyTerms remark sentAt acceptedAt acceptedBy evidence\n    contract { id number }\n    availableTransitions { ...TransitionFields }\n  }\n": types.QuoteVersionPageFragmentDoc,
    "\n  mutation SubmitQuote($input: SubmitQuoteInput!) { submitQuote(input: $input) { id version stage } }\n": types.SubmitQuoteDocument,
    "\n  mutation SendQuote($input: SendQuoteInput!) { sendQuote(input: $input) { id version stage } }\n": types.SendQuoteDocument,
    "\n  mutation AcceptQuote($input: AcceptQuoteInput!) { acceptQuote(input: $input) { id version stage contract { id number } } }\n": types.AcceptQuoteDocument,
    "\n  mutation ReviseQuote($input: ReviseQuoteInput!) { reviseQuote(input: $input) { id number } }\n": types.ReviseQuoteDocument,
    "\n  query Search($text: String!, $kinds: [RecordKind!], $first: Int) {\n    search(text: $text, kinds: $kinds, first: $first) {\n      kind recordId number title\n      matches { field parts { text found } }\n      record {\n        ... on Contact { id title account { id name } }\n        ... on Lead { id company }\n        ... on Opportunity { id account { id name } }\n        ... on Quote { id account { id name } }\n        ... on Contract { id account { id name } }\n        ... on Order { id account { id name } }\n        ... on Shipment { id account { id name } order { id } }\n        ... on Acceptance { id account { id name } order { id } }\n        ... on Invoice { id account { id name } }\n        ... on Payment { id account { id name } }\n        ... on CreditNote { id account { id name } invoice { id } }\n      }\n    }\n  }\n": types.SearchDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Edits($filter: ChangeFilter, $first: Int, $before: Cursor) {\n    changes(filter: $filter, first: $first, before: $before) {\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          cursor kind subjectKind subjectId actorName actorKind at fields { name old new }\n          subject {\n            id\n            ... on Lead { version company } ... on Account { version name } ... on Contact { version name }\n            ... on Opportunity { version name }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Edits($filter: ChangeFilter, $first: Int, $before: Cursor) {\n    changes(filter: $filter, first: $first, before: $before) {\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          cursor kind subjectKind subjectId actorName actorKind at fields { name old new }\n          subject {\n            id\n            ... on Lead { version company } ... on Account { version name } ... on Contact { version name }\n            ... on Opportunity { version name }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditEntries($filter: AuditFilter, $first: Int, $after: String) {\n    auditEntries(filter: $filter, first: $first, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { id at action actor actorName subject address userAgent correlationId details } }\n    }\n  }\n"): (typeof documents)["\n  query AuditEntries($filter: AuditFilter, $first: Int, $after: String) {\n    auditEntries(filter: $filter, first: $first, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { id at action actor actorName subject address userAgent correlationId details } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Actors { users(first: 200) { edges { node { id name } } } }\n"): (typeof documents)["\n  query Actors { users(first: 200) { edges { node { id name } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreValue($input: RestoreValueInput!) { restoreValue(input: $input) { id } }\n"): (typeof documents)["\n  mutation RestoreValue($input: RestoreValueInput!) { restoreValue(input: $input) { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateDepartment($input: CreateDepartmentInput!) { createDepartment(input: $input) { id name } }\n"): (typeof documents)["\n  mutation CreateDepartment($input: CreateDepartmentInput!) { createDepartment(input: $input) { id name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateDepartment($input: UpdateDepartmentInput!) { updateDepartment(input: $input) { id version name active } }\n"): (typeof documents)["\n  mutation UpdateDepartment($input: UpdateDepartmentInput!) { updateDepartment(input: $input) { id version name active } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Departments {\n    departments { id version name function active parent { id name } head { id name } }\n  }\n"): (typeof documents)["\n  query Departments {\n    departments { id version name function active parent { id name } head { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Roles {\n    roles { id key name { zh en } description { zh en } builtin administrator auditor manages userCount }\n  }\n"): (typeof documents)["\n  query Roles {\n    roles { id key name { zh en } description { zh en } builtin administrator auditor manages userCount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Role($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Role {\n        version key name { zh en } description { zh en } builtin administrator auditor manages userCount\n        grants { kind scope where { field values } verbs { verb limit { amount currency } } }\n        fields { kind field sight writable }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Role($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Role {\n        version key name { zh en } description { zh en } builtin administrator auditor manages userCount\n        grants { kind scope where { field values } verbs { verb limit { amount currency } } }\n        fields { kind field sight writable }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RightsCatalogue { rightsCatalogue { kind granted verbs fields columns } }\n"): (typeof documents)["\n  query RightsCatalogue { rightsCatalogue { kind granted verbs fields columns } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateRole($input: CreateRoleInput!) { createRole(input: $input) { id } }\n"): (typeof documents)["\n  mutation CreateRole($input: CreateRoleInput!) { createRole(input: $input) { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateRole($input: UpdateRoleInput!) { updateRole(input: $input) { id version } }\n"): (typeof documents)["\n  mutation UpdateRole($input: UpdateRoleInput!) { updateRole(input: $input) { id version } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompanyTokens($filter: TokenFilter, $first: Int, $after: String) {\n    companyTokens(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id name hint scopes createdAt expiresAt lastUsedAt lastUsedFrom user { id name } } }\n    }\n  }\n"): (typeof documents)["\n  query CompanyTokens($filter: TokenFilter, $first: Int, $after: String) {\n    companyTokens(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id name hint scopes createdAt expiresAt lastUsedAt lastUsedFrom user { id name } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompanyParts {\n    departments { id name active }\n    roles { id key name { zh en } builtin }\n  }\n"): (typeof documents)["\n  query CompanyParts {\n    departments { id name active }\n    roles { id key name { zh en } builtin }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportUsers($input: ImportUsersInput!) {\n    importUsers(input: $input) { made known rejected { line reason } }\n  }\n"): (typeof documents)["\n  mutation ImportUsers($input: ImportUsersInput!) {\n    importUsers(input: $input) { made known rejected { line reason } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) { user { id name } mailed link }\n  }\n"): (typeof documents)["\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) { user { id name } mailed link }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Holdings($userId: ID!) { holdings(userId: $userId) { kind open closed } }\n"): (typeof documents)["\n  query Holdings($userId: ID!) { holdings(userId: $userId) { kind open closed } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HandOver($input: HandOverInput!) { handOver(input: $input) { id version } }\n"): (typeof documents)["\n  mutation HandOver($input: HandOverInput!) { handOver(input: $input) { id version } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisableUser($input: UserInput!) { disableUser(input: $input) { id version status } }\n"): (typeof documents)["\n  mutation DisableUser($input: UserInput!) { disableUser(input: $input) { id version status } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Users($filter: UserFilter, $first: Int, $after: String) {\n    users(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id name email title status secondFactor\n          department { id name function } manager { id name } roles { id name { zh en } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Users($filter: UserFilter, $first: Int, $after: String) {\n    users(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id name email title status secondFactor\n          department { id name function } manager { id name } roles { id name { zh en } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query User($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on User {\n        version name email phone title status language timeZone secondFactor admin\n        department { id name function } manager { id name } roles { id name { zh en } description { zh en } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query User($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on User {\n        version name email phone title status language timeZone secondFactor admin\n        department { id name function } manager { id name } roles { id name { zh en } description { zh en } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SuspendUser($input: UserInput!) { suspendUser(input: $input) { id version status } }\n"): (typeof documents)["\n  mutation SuspendUser($input: UserInput!) { suspendUser(input: $input) { id version status } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ActivateUser($input: UserInput!) { activateUser(input: $input) { id version status } }\n"): (typeof documents)["\n  mutation ActivateUser($input: UserInput!) { activateUser(input: $input) { id version status } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetUser($input: UserInput!) { resetUser(input: $input) { user { id name version } mailed link } }\n"): (typeof documents)["\n  mutation ResetUser($input: UserInput!) { resetUser(input: $input) { user { id name version } mailed link } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateUser($input: UpdateUserInput!) { updateUser(input: $input) { id version name } }\n"): (typeof documents)["\n  mutation UpdateUser($input: UpdateUserInput!) { updateUser(input: $input) { id version name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignRoles($input: AssignRolesInput!) { assignRoles(input: $input) { id version roles { id } } }\n"): (typeof documents)["\n  mutation AssignRoles($input: AssignRolesInput!) { assignRoles(input: $input) { id version roles { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Changed($after: Cursor) {\n    changed(after: $after) {\n      cursor kind subjectKind subjectId clientMutationId\n      subject {\n        id\n        ... on Staged { version stage stageName { zh en } stageCategory stageEnteredAt }\n        ... on Opportunity { name nextStep nextStepDue expectedClose amount { amount currency } }\n        ... on Lead { name company nextStep nextStepDue }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription Changed($after: Cursor) {\n    changed(after: $after) {\n      cursor kind subjectKind subjectId clientMutationId\n      subject {\n        id\n        ... on Staged { version stage stageName { zh en } stageCategory stageEnteredAt }\n        ... on Opportunity { name nextStep nextStepDue expectedClose amount { amount currency } }\n        ... on Lead { name company nextStep nextStepDue }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id version name email phone title admin language timeZone theme secondFactor\n      department { id name function }\n      manager { id name }\n      roles { id name { zh en } grants { kind scope } }\n    }\n    company { id name currency timeZone taxNumber address phone bank bankAccount }\n    myRights { administrator auditor verbs kinds seenAs { id name } }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id version name email phone title admin language timeZone theme secondFactor\n      department { id name function }\n      manager { id name }\n      roles { id name { zh en } grants { kind scope } }\n    }\n    company { id name currency timeZone taxNumber address phone bank bankAccount }\n    myRights { administrator auditor verbs kinds seenAs { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmOrder($input: ConfirmOrderInput!) { confirmOrder(input: $input) { id version stage } }\n"): (typeof documents)["\n  mutation ConfirmOrder($input: ConfirmOrderInput!) { confirmOrder(input: $input) { id version stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Order($id: ID!) {\n    order(id: $id) {\n      id number version stage stageName { zh en } stageCategory promisedOn requestedOn shipTo\n      shipped delivered accepted invoicedProgress paidProgress\n      account { id name } contract { id number title } owner { id name } journey { id }\n      gross { amount currency } invoiced { amount currency } paid { amount currency }\n      lines { ...OrderLineRow }\n      shipments { ...ShipmentRow }\n      acceptances { ...AcceptanceRow }\n      invoices { id number draftNumber stageName { zh en } stageCategory gross { amount currency } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"): (typeof documents)["\n  query Order($id: ID!) {\n    order(id: $id) {\n      id number version stage stageName { zh en } stageCategory promisedOn requestedOn shipTo\n      shipped delivered accepted invoicedProgress paidProgress\n      account { id name } contract { id number title } owner { id name } journey { id }\n      gross { amount currency } invoiced { amount currency } paid { amount currency }\n      lines { ...OrderLineRow }\n      shipments { ...ShipmentRow }\n      acceptances { ...AcceptanceRow }\n      invoices { id number draftNumber stageName { zh en } stageCategory gross { amount currency } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrderLineRow on OrderLine {\n    id position description unit quantity plannedQuantity shippedQuantity deliveredQuantity acceptedQuantity rejectedQuantity\n    invoicedQuantity gross { amount currency }\n  }\n"): (typeof documents)["\n  fragment OrderLineRow on OrderLine {\n    id position description unit quantity plannedQuantity shippedQuantity deliveredQuantity acceptedQuantity rejectedQuantity\n    invoicedQuantity gross { amount currency }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Orders($filter: OrderFilter, $first: Int, $after: String) {\n    orders(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number stageName { zh en } stageCategory promisedOn shipped accepted invoicedProgress paidProgress\n          account { id name } owner { id name } gross { amount currency }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Orders($filter: OrderFilter, $first: Int, $after: String) {\n    orders(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number stageName { zh en } stageCategory promisedOn shipped accepted invoicedProgress paidProgress\n          account { id name } owner { id name } gross { amount currency }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlanShipment($input: PlanShipmentInput!) { planShipment(input: $input) { id version order { id version } } }\n"): (typeof documents)["\n  mutation PlanShipment($input: PlanShipmentInput!) { planShipment(input: $input) { id version order { id version } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordAcceptance($input: RecordAcceptanceInput!) { recordAcceptance(input: $input) { id version order { id version } } }\n"): (typeof documents)["\n  mutation RecordAcceptance($input: RecordAcceptanceInput!) { recordAcceptance(input: $input) { id version order { id version } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShipmentRow on Shipment {\n    id number version stage stageName { zh en } stageCategory plannedOn shippedOn deliveredOn carrier trackingNumber receivedBy\n    lines { id quantity orderLine { id description unit } }\n    availableTransitions { ...TransitionFields }\n  }\n"): (typeof documents)["\n  fragment ShipmentRow on Shipment {\n    id number version stage stageName { zh en } stageCategory plannedOn shippedOn deliveredOn carrier trackingNumber receivedBy\n    lines { id quantity orderLine { id description unit } }\n    availableTransitions { ...TransitionFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AcceptanceRow on Acceptance {\n    id number kind acceptedOn signer remark stageName { zh en } stageCategory\n    lines { id accepted rejected orderLine { id description unit } }\n  }\n"): (typeof documents)["\n  fragment AcceptanceRow on Acceptance {\n    id number kind acceptedOn signer remark stageName { zh en } stageCategory\n    lines { id accepted rejected orderLine { id description unit } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Ship($input: ShipInput!) { ship(input: $input) { id version stage order { id version } } }\n"): (typeof documents)["\n  mutation Ship($input: ShipInput!) { ship(input: $input) { id version stage order { id version } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmDelivered($input: ConfirmDeliveredInput!) { confirmDelivered(input: $input) { id version stage order { id version } } }\n"): (typeof documents)["\n  mutation ConfirmDelivered($input: ConfirmDeliveredInput!) { confirmDelivered(input: $input) { id version stage order { id version } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Invoices($filter: InvoiceFilter, $first: Int, $after: String) {\n    invoices(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number draftNumber stageName { zh en } stageCategory issuedOn dueOn paymentStatus overdueDays\n          account { id name } contract { id number } gross { amount currency } outstanding { amount currency }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Invoices($filter: InvoiceFilter, $first: Int, $after: String) {\n    invoices(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number draftNumber stageName { zh en } stageCategory issuedOn dueOn paymentStatus overdueDays\n          account { id name } contract { id number } gross { amount currency } outstanding { amount currency }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ToBill {\n    planItems(filter: { billable: true }, first: 50) {\n      edges { node { id name trigger triggeredOn amount { amount currency } account { id name } contract { id number } } }\n    }\n  }\n"): (typeof documents)["\n  query ToBill {\n    planItems(filter: { billable: true }, first: 50) {\n      edges { node { id name trigger triggeredOn amount { amount currency } account { id name } contract { id number } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DraftInvoice($input: DraftInvoiceInput!) { draftInvoice(input: $input) { id draftNumber } }\n"): (typeof documents)["\n  mutation DraftInvoice($input: DraftInvoiceInput!) { draftInvoice(input: $input) { id draftNumber } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Invoice($id: ID!) {\n    invoice(id: $id) {\n      id number draftNumber version kind stage stageName { zh en } stageCategory paymentStatus overdueDays\n      issuedOn dueOn dueDays title taxNumber address bank remark taxMode currency\n      account { id name } contract { id number title } order { id number } owner { id name } journey { id }\n      net { amount currency } tax { amount currency } gross { amount currency words }\n      paid { amount currency } credited { amount currency } outstanding { amount currency }\n      taxes { taxRate net { amount currency } tax { amount currency } }\n      lines { id position description unit quantity unitPrice discount taxRate net { amount currency } tax { amount currency } gross { amount currency } }\n      allocations { id amount { amount currency } allocatedOn reversed reverses { id } payment { id number receivedOn } }\n      creditNotes { id number reason issuedOn gross { amount currency } stageName { zh en } stageCategory }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"): (typeof documents)["\n  query Invoice($id: ID!) {\n    invoice(id: $id) {\n      id number draftNumber version kind stage stageName { zh en } stageCategory paymentStatus overdueDays\n      issuedOn dueOn dueDays title taxNumber address bank remark taxMode currency\n      account { id name } contract { id number title } order { id number } owner { id name } journey { id }\n      net { amount currency } tax { amount currency } gross { amount currency words }\n      paid { amount currency } credited { amount currency } outstanding { amount currency }\n      taxes { taxRate net { amount currency } tax { amount currency } }\n      lines { id position description unit quantity unitPrice discount taxRate net { amount currency } tax { amount currency } gross { amount currency } }\n      allocations { id amount { amount currency } allocatedOn reversed reverses { id } payment { id number receivedOn } }\n      creditNotes { id number reason issuedOn gross { amount currency } stageName { zh en } stageCategory }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PostInvoice($input: PostInvoiceInput!) { postInvoice(input: $input) { id version number stage } }\n"): (typeof documents)["\n  mutation PostInvoice($input: PostInvoiceInput!) { postInvoice(input: $input) { id version number stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardInvoice($input: DiscardInvoiceInput!) { discardInvoice(input: $input) { id version stage } }\n"): (typeof documents)["\n  mutation DiscardInvoice($input: DiscardInvoiceInput!) { discardInvoice(input: $input) { id version stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreditInvoice($input: CreditInvoiceInput!) { creditInvoice(input: $input) { id number invoice { id version } } }\n"): (typeof documents)["\n  mutation CreditInvoice($input: CreditInvoiceInput!) { creditInvoice(input: $input) { id number invoice { id version } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpenInvoices($account: ID!) {\n    receivables(account: $account, first: 50) { edges { node { id number dueOn outstanding { amount currency } } } }\n  }\n"): (typeof documents)["\n  query OpenInvoices($account: ID!) {\n    receivables(account: $account, first: 50) { edges { node { id number dueOn outstanding { amount currency } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AllocatePayment($input: AllocatePaymentInput!) { allocatePayment(input: $input) { id version } }\n"): (typeof documents)["\n  mutation AllocatePayment($input: AllocatePaymentInput!) { allocatePayment(input: $input) { id version } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Payment($id: ID!) {\n    payment(id: $id) {\n      id number version stage stageName { zh en } stageCategory method receivedOn payer bankAccount bankReference remark\n      account { id name } owner { id name }\n      amount { amount currency } allocated { amount currency } unallocated { amount currency }\n      allocations { id amount { amount currency } allocatedOn reason reversed reverses { id } invoice { id number } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"): (typeof documents)["\n  query Payment($id: ID!) {\n    payment(id: $id) {\n      id number version stage stageName { zh en } stageCategory method receivedOn payer bankAccount bankReference remark\n      account { id name } owner { id name }\n      amount { amount currency } allocated { amount currency } unallocated { amount currency }\n      allocations { id amount { amount currency } allocatedOn reason reversed reverses { id } invoice { id number } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Payments($filter: PaymentFilter, $first: Int, $after: String) {\n    payments(filter: $filter, first: $first, after: $after, orderBy: { field: RECEIVED_ON, direction: DESC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number stageName { zh en } stageCategory method receivedOn payer bankReference account { id name }\n          amount { amount currency } unallocated { amount currency }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Payments($filter: PaymentFilter, $first: Int, $after: String) {\n    payments(filter: $filter, first: $first, after: $after, orderBy: { field: RECEIVED_ON, direction: DESC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number stageName { zh en } stageCategory method receivedOn payer bankReference account { id name }\n          amount { amount currency } unallocated { amount currency }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordPayment($input: RecordPaymentInput!) { recordPayment(input: $input) { id number } }\n"): (typeof documents)["\n  mutation RecordPayment($input: RecordPaymentInput!) { recordPayment(input: $input) { id number } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReverseAllocation($input: ReverseAllocationInput!) { reverseAllocation(input: $input) { id version } }\n"): (typeof documents)["\n  mutation ReverseAllocation($input: ReverseAllocationInput!) { reverseAllocation(input: $input) { id version } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReversePayment($input: ReversePaymentInput!) { reversePayment(input: $input) { id version stage } }\n"): (typeof documents)["\n  mutation ReversePayment($input: ReversePaymentInput!) { reversePayment(input: $input) { id version stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Ageing on ReceivablesSummary {\n    asOf partial\n    total { amount currency } notDue { amount currency } credit { amount currency }\n    days1to30 { amount currency } days31to60 { amount currency } days61to90 { amount currency } over90 { amount currency }\n  }\n"): (typeof documents)["\n  fragment Ageing on ReceivablesSummary {\n    asOf partial\n    total { amount currency } notDue { amount currency } credit { amount currency }\n    days1to30 { amount currency } days31to60 { amount currency } days61to90 { amount currency } over90 { amount currency }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Receivables($overdue: Boolean, $account: ID, $first: Int, $after: String) {\n    receivables(overdue: $overdue, account: $account, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number stageCategory paymentStatus overdueDays issuedOn dueOn account { id name } contract { id number } owner { id name }\n          gross { amount currency } paid { amount currency } outstanding { amount currency }\n        }\n      }\n    }\n    receivablesSummary { ...Ageing }\n  }\n"): (typeof documents)["\n  query Receivables($overdue: Boolean, $account: ID, $first: Int, $after: String) {\n    receivables(overdue: $overdue, account: $account, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number stageCategory paymentStatus overdueDays issuedOn dueOn account { id name } contract { id number } owner { id name }\n          gross { amount currency } paid { amount currency } outstanding { amount currency }\n        }\n      }\n    }\n    receivablesSummary { ...Ageing }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Funnel on PipelineSummary {\n    partial\n    stages { stage { key name { zh en } category } count amount { amount currency } }\n  }\n"): (typeof documents)["\n  fragment Funnel on PipelineSummary {\n    partial\n    stages { stage { key name { zh en } category } count amount { amount currency } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Home($owner: ID) {\n    waiting(owner: $owner, first: 100) {\n      kind number title stageName { zh en } since businessSeconds lateAfterSeconds ownerName department\n      record { id ... on Shipment { order { id } } ... on PaymentPlanItem { contract { id } } }\n      transitions { to label { zh en } verb open allowed reasonRequired category }\n    }\n    pipelineSummary(filter: { owner: $owner }) { ...MyNumbers ...Funnel }\n    receivablesSummary { partial total { amount currency } notDue { amount currency } }\n  }\n"): (typeof documents)["\n  query Home($owner: ID) {\n    waiting(owner: $owner, first: 100) {\n      kind number title stageName { zh en } since businessSeconds lateAfterSeconds ownerName department\n      record { id ... on Shipment { order { id } } ... on PaymentPlanItem { contract { id } } }\n      transitions { to label { zh en } verb open allowed reasonRequired category }\n    }\n    pipelineSummary(filter: { owner: $owner }) { ...MyNumbers ...Funnel }\n    receivablesSummary { partial total { amount currency } notDue { amount currency } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MyNumbers on PipelineSummary {\n    partial open won winRate medianDaysToClose openAmount { amount currency } wonAmount { amount currency }\n  }\n"): (typeof documents)["\n  fragment MyNumbers on PipelineSummary {\n    partial open won winRate medianDaysToClose openAmount { amount currency } wonAmount { amount currency }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment JourneyPage on Journey {\n    id number status phase openedAt cashCompleteAt endedAt\n    account { id name } owner { id name }\n    value { amount currency }\n    clock { elapsedSeconds businessSeconds waitingSeconds handOvers workdaySeconds }\n    lead { id number name company }\n    opportunities { id number name }\n    quotes { id number latest { number } }\n    contracts { id number }\n    orders { id number }\n    shipments { id number order { id } }\n    acceptances { id number order { id } }\n    invoices { id number draftNumber gross { amount currency } outstanding { amount currency } }\n    allocations { id amount { amount currency } payment { id number } }\n    creditNotes { id number invoice { id } }\n    steps { ...JourneyStepRow }\n    waiting {\n      kind number title since businessSeconds lateAfterSeconds department ownerName stageName { zh en }\n      record { id ... on Shipment { order { id } } ... on PaymentPlanItem { contract { id } } }\n      transitions { to label { zh en } verb open allowed reasonRequired category }\n    }\n  }\n"): (typeof documents)["\n  fragment JourneyPage on Journey {\n    id number status phase openedAt cashCompleteAt endedAt\n    account { id name } owner { id name }\n    value { amount currency }\n    clock { elapsedSeconds businessSeconds waitingSeconds handOvers workdaySeconds }\n    lead { id number name company }\n    opportunities { id number name }\n    quotes { id number latest { number } }\n    contracts { id number }\n    orders { id number }\n    shipments { id number order { id } }\n    acceptances { id number order { id } }\n    invoices { id number draftNumber gross { amount currency } outstanding { amount currency } }\n    allocations { id amount { amount currency } payment { id number } }\n    creditNotes { id number invoice { id } }\n    steps { ...JourneyStepRow }\n    waiting {\n      kind number title since businessSeconds lateAfterSeconds department ownerName stageName { zh en }\n      record { id ... on Shipment { order { id } } ... on PaymentPlanItem { contract { id } } }\n      transitions { to label { zh en } verb open allowed reasonRequired category }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment JourneyStepRow on JourneyStep {\n    kind subjectId number stage stageName { zh en } category department actorName enteredAt workedAt leftAt\n    startSeconds waitingSeconds businessSeconds lateAfterSeconds reason amount { amount currency }\n  }\n"): (typeof documents)["\n  fragment JourneyStepRow on JourneyStep {\n    kind subjectId number stage stageName { zh en } category department actorName enteredAt workedAt leftAt\n    startSeconds waitingSeconds businessSeconds lateAfterSeconds reason amount { amount currency }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Journey($id: ID!) { journey(id: $id) { id ...JourneyPage } }\n"): (typeof documents)["\n  query Journey($id: ID!) { journey(id: $id) { id ...JourneyPage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpportunityJourney($id: ID!) { opportunity(id: $id) { id journey { id ...JourneyPage } } }\n"): (typeof documents)["\n  query OpportunityJourney($id: ID!) { opportunity(id: $id) { id journey { id ...JourneyPage } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Contract($id: ID!) {\n    contract(id: $id) {\n      id number version title stage stageName { zh en } stageCategory stageEnteredAt taxMode rounding currency\n      account { id name } opportunity { id name contact { name } } quoteVersion { id number quote { id number } } owner { id name }\n      journey { id } order { id number }\n      effectiveFrom effectiveTo signedOn signedByUs signedByCustomer remark\n      net { amount currency } tax { amount currency } gross { amount currency }\n      invoiced { amount currency } paid { amount currency }\n      lines { productId description unit quantity unitPrice discount taxRate net { amount currency } tax { amount currency } gross { amount currency } }\n      paymentTerms { name trigger percent dueDays plannedOn }\n      planItems { ...PlanItemRow }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"): (typeof documents)["\n  query Contract($id: ID!) {\n    contract(id: $id) {\n      id number version title stage stageName { zh en } stageCategory stageEnteredAt taxMode rounding currency\n      account { id name } opportunity { id name contact { name } } quoteVersion { id number quote { id number } } owner { id name }\n      journey { id } order { id number }\n      effectiveFrom effectiveTo signedOn signedByUs signedByCustomer remark\n      net { amount currency } tax { amount currency } gross { amount currency }\n      invoiced { amount currency } paid { amount currency }\n      lines { productId description unit quantity unitPrice discount taxRate net { amount currency } tax { amount currency } gross { amount currency } }\n      paymentTerms { name trigger percent dueDays plannedOn }\n      planItems { ...PlanItemRow }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Contracts($filter: ContractFilter, $first: Int, $after: String) {\n    contracts(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number title stage stageName { zh en } stageCategory stageEnteredAt signedOn\n          account { id name } owner { id name } gross { amount currency } invoiced { amount currency } paid { amount currency }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Contracts($filter: ContractFilter, $first: Int, $after: String) {\n    contracts(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number title stage stageName { zh en } stageCategory stageEnteredAt signedOn\n          account { id name } owner { id name } gross { amount currency } invoiced { amount currency } paid { amount currency }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateContract($input: UpdateContractInput!) { updateContract(input: $input) { id version } }\n"): (typeof documents)["\n  mutation UpdateContract($input: UpdateContractInput!) { updateContract(input: $input) { id version } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PlanItemRow on PaymentPlanItem {\n    id position name trigger percent dueDays plannedOn triggeredOn stageName { zh en } stageCategory\n    amount { amount currency } invoiced { amount currency } paid { amount currency }\n  }\n"): (typeof documents)["\n  fragment PlanItemRow on PaymentPlanItem {\n    id position name trigger percent dueDays plannedOn triggeredOn stageName { zh en } stageCategory\n    amount { amount currency } invoiced { amount currency } paid { amount currency }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitContract($input: SubmitContractInput!) { submitContract(input: $input) { id version stage } }\n"): (typeof documents)["\n  mutation SubmitContract($input: SubmitContractInput!) { submitContract(input: $input) { id version stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignContract($input: SignContractInput!) { signContract(input: $input) { id version stage order { id number } } }\n"): (typeof documents)["\n  mutation SignContract($input: SignContractInput!) { signContract(input: $input) { id version stage order { id number } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignLead($input: AssignLeadInput!) { assignLead(input: $input) { id version stage } }\n"): (typeof documents)["\n  mutation AssignLead($input: AssignLeadInput!) { assignLead(input: $input) { id version stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CaptureLead($input: CaptureLeadInput!) { captureLead(input: $input) { id number } }\n"): (typeof documents)["\n  mutation CaptureLead($input: CaptureLeadInput!) { captureLead(input: $input) { id number } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConvertLead($input: ConvertLeadInput!) {\n    convertLead(input: $input) { id version stage opportunity { id name } account { id name } }\n  }\n"): (typeof documents)["\n  mutation ConvertLead($input: ConvertLeadInput!) {\n    convertLead(input: $input) { id version stage opportunity { id name } account { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisqualifyLead($input: DisqualifyLeadInput!) { disqualifyLead(input: $input) { id version stage } }\n"): (typeof documents)["\n  mutation DisqualifyLead($input: DisqualifyLeadInput!) { disqualifyLead(input: $input) { id version stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateLead($input: UpdateLeadInput!) { updateLead(input: $input) { id version } }\n"): (typeof documents)["\n  mutation UpdateLead($input: UpdateLeadInput!) { updateLead(input: $input) { id version } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Lead($id: ID!) {\n    lead(id: $id) {\n      id number version name company title phone email wechat region industry need origin campaign\n      stage stageName { zh en } stageCategory stageEnteredAt createdAt\n      budget { amount currency } budgetStatus authority pain timeline qualifyReason disqualifyReason\n      nextStep nextStepDue owner { id name } journey { id }\n      account { id name } opportunity { id name }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"): (typeof documents)["\n  query Lead($id: ID!) {\n    lead(id: $id) {\n      id number version name company title phone email wechat region industry need origin campaign\n      stage stageName { zh en } stageCategory stageEnteredAt createdAt\n      budget { amount currency } budgetStatus authority pain timeline qualifyReason disqualifyReason\n      nextStep nextStepDue owner { id name } journey { id }\n      account { id name } opportunity { id name }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Leads($filter: LeadFilter, $first: Int, $after: String) {\n    leads(filter: $filter, first: $first, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number version name company title origin stage stageName { zh en } stageCategory stageEnteredAt\n          createdAt nextStep nextStepDue owner { id name }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Leads($filter: LeadFilter, $first: Int, $after: String) {\n    leads(filter: $filter, first: $first, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number version name company title origin stage stageName { zh en } stageCategory stageEnteredAt\n          createdAt nextStep nextStepDue owner { id name }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QualifyLead($input: QualifyLeadInput!) { qualifyLead(input: $input) { id version stage } }\n"): (typeof documents)["\n  mutation QualifyLead($input: QualifyLeadInput!) { qualifyLead(input: $input) { id version stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginSecondFactor { beginSecondFactor { secret uri } }\n"): (typeof documents)["\n  mutation BeginSecondFactor { beginSecondFactor { secret uri } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmSecondFactor($input: CodeInput!) { confirmSecondFactor(input: $input) { codes } }\n"): (typeof documents)["\n  mutation ConfirmSecondFactor($input: CodeInput!) { confirmSecondFactor(input: $input) { codes } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Delegations { delegations { id startsOn endsOn user { id name } delegate { id name } } }\n"): (typeof documents)["\n  query Delegations { delegations { id startsOn endsOn user { id name } delegate { id name } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Delegate($input: DelegateInput!) { delegate(input: $input) { id startsOn endsOn } }\n"): (typeof documents)["\n  mutation Delegate($input: DelegateInput!) { delegate(input: $input) { id startsOn endsOn } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndDelegation($input: EndDelegationInput!) { endDelegation(input: $input) { id endsOn } }\n"): (typeof documents)["\n  mutation EndDelegation($input: EndDelegationInput!) { endDelegation(input: $input) { id endsOn } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiLimits {\n    apiLimits {\n      capacity available restoreRate mostCost mostPage mostDepth mostAliases mostRoots mostMutations\n      mostTokens mostDocumentBytes mostBodyBytes mostVariables mostSeconds mostSockets\n    }\n  }\n"): (typeof documents)["\n  query ApiLimits {\n    apiLimits {\n      capacity available restoreRate mostCost mostPage mostDepth mostAliases mostRoots mostMutations\n      mostTokens mostDocumentBytes mostBodyBytes mostVariables mostSeconds mostSockets\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) { id version phone language timeZone theme }\n  }\n"): (typeof documents)["\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) { id version phone language timeZone theme }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { id version } }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { id version } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSecondFactor($input: CodeInput!) { endSecondFactor(input: $input) { id version secondFactor } }\n"): (typeof documents)["\n  mutation EndSecondFactor($input: CodeInput!) { endSecondFactor(input: $input) { id version secondFactor } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sessions { sessions { id createdAt lastSeenAt expiresAt address userAgent current } }\n"): (typeof documents)["\n  query Sessions { sessions { id createdAt lastSeenAt expiresAt address userAgent current } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($input: EndSessionInput!) { endSession(input: $input) { id current } }\n"): (typeof documents)["\n  mutation EndSession($input: EndSessionInput!) { endSession(input: $input) { id current } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Tokens { tokens { id name hint scopes createdAt expiresAt lastUsedAt lastUsedFrom } }\n"): (typeof documents)["\n  query Tokens { tokens { id name hint scopes createdAt expiresAt lastUsedAt lastUsedFrom } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query History($filter: ChangeFilter!, $before: Cursor) {\n    changes(filter: $filter, before: $before, first: 40) {\n      edges {\n        node {\n          cursor kind subjectKind subjectId toName { zh en } toStage fromStage\n          fields { name old new } actorName actorKind at businessSeconds reason comment\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query History($filter: ChangeFilter!, $before: Cursor) {\n    changes(filter: $filter, before: $before, first: 40) {\n      edges {\n        node {\n          cursor kind subjectKind subjectId toName { zh en } toStage fromStage\n          fields { name old new } actorName actorKind at businessSeconds reason comment\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JourneyChain($id: ID!) {\n    journey(id: $id) {\n      id number status\n      clock { businessSeconds waitingSeconds workdaySeconds }\n      lead { id number }\n      opportunities { id number }\n      quotes { id number }\n      contracts { id number }\n      orders { id number }\n      shipments { id number order { id } }\n      acceptances { id number order { id } }\n      invoices { id number draftNumber }\n      allocations { id payment { id number } }\n    }\n  }\n"): (typeof documents)["\n  query JourneyChain($id: ID!) {\n    journey(id: $id) {\n      id number status\n      clock { businessSeconds waitingSeconds workdaySeconds }\n      lead { id number }\n      opportunities { id number }\n      quotes { id number }\n      contracts { id number }\n      orders { id number }\n      shipments { id number order { id } }\n      acceptances { id number order { id } }\n      invoices { id number draftNumber }\n      allocations { id payment { id number } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Administrators {\n    users(filter: { status: [ACTIVE] }, first: 200) { edges { node { id name admin } } }\n  }\n"): (typeof documents)["\n  query Administrators {\n    users(filter: { status: [ACTIVE] }, first: 200) { edges { node { id name admin } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoCanSee($id: ID!) {\n    whyCanISee(id: $id) { rule via sentence }\n    whoCanSee(id: $id) { user { id name title } reasons { rule via sentence } }\n    collaborators(id: $id) { id level cascade user { id name } }\n  }\n"): (typeof documents)["\n  query WhoCanSee($id: ID!) {\n    whyCanISee(id: $id) { rule via sentence }\n    whoCanSee(id: $id) { user { id name title } reasons { rule via sentence } }\n    collaborators(id: $id) { id level cascade user { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddCollaborator($input: AddCollaboratorInput!) { addCollaborator(input: $input) { id } }\n"): (typeof documents)["\n  mutation AddCollaborator($input: AddCollaboratorInput!) { addCollaborator(input: $input) { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveCollaborator($input: RemoveCollaboratorInput!) { removeCollaborator(input: $input) { id } }\n"): (typeof documents)["\n  mutation RemoveCollaborator($input: RemoveCollaboratorInput!) { removeCollaborator(input: $input) { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TransferOwnership($input: TransferOwnershipInput!) {\n    transferOwnership(input: $input) { id done reason }\n  }\n"): (typeof documents)["\n  mutation TransferOwnership($input: TransferOwnershipInput!) {\n    transferOwnership(input: $input) { id done reason }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindAccounts($text: String) {\n    accounts(filter: { text: $text }, first: 12, orderBy: { field: NAME, direction: ASC }) {\n      edges { node { id name number } }\n    }\n  }\n"): (typeof documents)["\n  query FindAccounts($text: String) {\n    accounts(filter: { text: $text }, first: 12, orderBy: { field: NAME, direction: ASC }) {\n      edges { node { id name number } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindContacts($account: ID, $text: String) {\n    contacts(filter: { account: $account, text: $text }, first: 12) { edges { node { id name title } } }\n  }\n"): (typeof documents)["\n  query FindContacts($account: ID, $text: String) {\n    contacts(filter: { account: $account, text: $text }, first: 12) { edges { node { id name title } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindProducts($text: String) {\n    products(filter: { text: $text, active: true }, first: 20, orderBy: { field: NAME, direction: ASC }) {\n      edges { node { id sku name unit currency listPrice taxRate } }\n    }\n  }\n"): (typeof documents)["\n  query FindProducts($text: String) {\n    products(filter: { text: $text, active: true }, first: 20, orderBy: { field: NAME, direction: ASC }) {\n      edges { node { id sku name unit currency listPrice taxRate } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindUsers { users(first: 200) { edges { node { id name title active } } } }\n"): (typeof documents)["\n  query FindUsers { users(first: 200) { edges { node { id name title active } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateToken($input: CreateTokenInput!) { createToken(input: $input) { token { id } secret } }\n"): (typeof documents)["\n  mutation CreateToken($input: CreateTokenInput!) { createToken(input: $input) { token { id } secret } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUserToken($input: CreateUserTokenInput!) { createUserToken(input: $input) { token { id } secret } }\n"): (typeof documents)["\n  mutation CreateUserToken($input: CreateUserTokenInput!) { createUserToken(input: $input) { token { id } secret } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeToken($input: RevokeTokenInput!) { revokeToken(input: $input) { id } }\n"): (typeof documents)["\n  mutation RevokeToken($input: RevokeTokenInput!) { revokeToken(input: $input) { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeUserToken($input: RevokeTokenInput!) { revokeUserToken(input: $input) { id revokedAt } }\n"): (typeof documents)["\n  mutation RevokeUserToken($input: RevokeTokenInput!) { revokeUserToken(input: $input) { id revokedAt } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TransitionFields on Transition {\n    to name { zh en } category verb label { zh en } open allowed reasonRequired who\n    missing { rule message needs }\n  }\n"): (typeof documents)["\n  fragment TransitionFields on Transition {\n    to name { zh en } category verb label { zh en } open allowed reasonRequired who\n    missing { rule message needs }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveStage($input: MoveStageInput!) {\n    moveStage(input: $input) { id version stage stageName { zh en } stageCategory stageEnteredAt }\n  }\n"): (typeof documents)["\n  mutation MoveStage($input: MoveStageInput!) {\n    moveStage(input: $input) { id version stage stageName { zh en } stageCategory stageEnteredAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Stages($kinds: [RecordKind!]) {\n    processes(kinds: $kinds) {\n      id kind\n      stages { key name { zh en } category department probability lateAfter guidance { zh en } }\n    }\n  }\n"): (typeof documents)["\n  query Stages($kinds: [RecordKind!]) {\n    processes(kinds: $kinds) {\n      id kind\n      stages { key name { zh en } category department probability lateAfter guidance { zh en } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountDeals($id: ID!) {\n    opportunities(filter: { account: $id }, first: 20) {\n      edges { node { id number name stageName { zh en } stageCategory amount { amount currency } } }\n    }\n    contracts(filter: { account: $id }, first: 20) {\n      edges { node { id number title stageName { zh en } stageCategory gross { amount currency } } }\n    }\n    receivables(account: $id, first: 20) {\n      edges { node { id number draftNumber stageName { zh en } stageCategory outstanding { amount currency } } }\n    }\n  }\n"): (typeof documents)["\n  query AccountDeals($id: ID!) {\n    opportunities(filter: { account: $id }, first: 20) {\n      edges { node { id number name stageName { zh en } stageCategory amount { amount currency } } }\n    }\n    contracts(filter: { account: $id }, first: 20) {\n      edges { node { id number title stageName { zh en } stageCategory gross { amount currency } } }\n    }\n    receivables(account: $id, first: 20) {\n      edges { node { id number draftNumber stageName { zh en } stageCategory outstanding { amount currency } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account($id: ID!) {\n    account(id: $id) {\n      id number version name shortName uscc industry region level phone website paymentDays\n      billingAddress shippingAddress invoiceTitle taxNumber bank bankAccount employees founded\n      stageName { zh en } stageCategory owner { id name } parent { id name } subsidiaries { id name }\n      revenue { amount currency }\n      openPipeline { amount currency } won { amount currency } invoiced { amount currency } paid { amount currency }\n      outstanding { amount currency } credit { amount currency }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"): (typeof documents)["\n  query Account($id: ID!) {\n    account(id: $id) {\n      id number version name shortName uscc industry region level phone website paymentDays\n      billingAddress shippingAddress invoiceTitle taxNumber bank bankAccount employees founded\n      stageName { zh en } stageCategory owner { id name } parent { id name } subsidiaries { id name }\n      revenue { amount currency }\n      openPipeline { amount currency } won { amount currency } invoiced { amount currency } paid { amount currency }\n      outstanding { amount currency } credit { amount currency }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Accounts($filter: AccountFilter, $first: Int, $after: String) {\n    accounts(filter: $filter, first: $first, after: $after, orderBy: { field: NAME, direction: ASC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number name stageName { zh en } stageCategory industry region level owner { id name }\n          openPipeline { amount currency } won { amount currency } outstanding { amount currency }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Accounts($filter: AccountFilter, $first: Int, $after: String) {\n    accounts(filter: $filter, first: $first, after: $after, orderBy: { field: NAME, direction: ASC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number name stageName { zh en } stageCategory industry region level owner { id name }\n          openPipeline { amount currency } won { amount currency } outstanding { amount currency }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Contacts($account: ID!) {\n    contacts(filter: { account: $account }, first: 50) {\n      edges { node { id version name title phone email wechat decisionRole primary } }\n    }\n  }\n"): (typeof documents)["\n  query Contacts($account: ID!) {\n    contacts(filter: { account: $account }, first: 50) {\n      edges { node { id version name title phone email wechat decisionRole primary } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateContact($input: CreateContactInput!) { createContact(input: $input) { id } }\n"): (typeof documents)["\n  mutation CreateContact($input: CreateContactInput!) { createContact(input: $input) { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateContact($input: UpdateContactInput!) { updateContact(input: $input) { id version } }\n"): (typeof documents)["\n  mutation UpdateContact($input: UpdateContactInput!) { updateContact(input: $input) { id version } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAccount($input: CreateAccountInput!) { createAccount(input: $input) { id name } }\n"): (typeof documents)["\n  mutation CreateAccount($input: CreateAccountInput!) { createAccount(input: $input) { id name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateAccount($input: UpdateAccountInput!) { updateAccount(input: $input) { id version } }\n"): (typeof documents)["\n  mutation UpdateAccount($input: UpdateAccountInput!) { updateAccount(input: $input) { id version } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateOpportunity($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id number } }\n"): (typeof documents)["\n  mutation CreateOpportunity($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id number } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DraftContract($input: DraftContractInput!) { draftContract(input: $input) { id number } }\n"): (typeof documents)["\n  mutation DraftContract($input: DraftContractInput!) { draftContract(input: $input) { id number } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateOpportunity($input: UpdateOpportunityInput!) {\n    updateOpportunity(input: $input) { id version ...OpportunityCard }\n  }\n"): (typeof documents)["\n  mutation UpdateOpportunity($input: UpdateOpportunityInput!) {\n    updateOpportunity(input: $input) { id version ...OpportunityCard }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LoseOpportunity($input: LoseOpportunityInput!) { loseOpportunity(input: $input) { id version stage } }\n"): (typeof documents)["\n  mutation LoseOpportunity($input: LoseOpportunityInput!) { loseOpportunity(input: $input) { id version stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpportunityBoard($filter: BoardFilter, $first: Int) {\n    board(process: OPPORTUNITY, filter: $filter, first: $first) {\n      columns {\n        stage { key name { zh en } category probability lateAfter }\n        count\n        sum { amount currency }\n        weightedSum { amount currency }\n        medianBusinessSeconds\n        cards { __typename id ... on Opportunity { ...OpportunityCard } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OpportunityBoard($filter: BoardFilter, $first: Int) {\n    board(process: OPPORTUNITY, filter: $filter, first: $first) {\n      columns {\n        stage { key name { zh en } category probability lateAfter }\n        count\n        sum { amount currency }\n        weightedSum { amount currency }\n        medianBusinessSeconds\n        cards { __typename id ... on Opportunity { ...OpportunityCard } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OpportunityCard on Opportunity {\n    id number version name stage stageCategory stageEnteredAt nextStep nextStepDue expectedClose\n    amount { amount currency }\n    account { id name }\n    owner { id name }\n  }\n"): (typeof documents)["\n  fragment OpportunityCard on Opportunity {\n    id number version name stage stageCategory stageEnteredAt nextStep nextStepDue expectedClose\n    amount { amount currency }\n    account { id name }\n    owner { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpportunityList($filter: OpportunityFilter, $first: Int, $after: String) {\n    opportunities(filter: $filter, first: $first, after: $after, orderBy: { field: STAGE_ENTERED_AT, direction: DESC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id stageName { zh en } ...OpportunityCard } }\n    }\n  }\n"): (typeof documents)["\n  query OpportunityList($filter: OpportunityFilter, $first: Int, $after: String) {\n    opportunities(filter: $filter, first: $first, after: $after, orderBy: { field: STAGE_ENTERED_AT, direction: DESC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id stageName { zh en } ...OpportunityCard } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Opportunity($id: ID!) {\n    opportunity(id: $id) {\n      id number version name stage stageName { zh en } stageCategory stageEnteredAt\n      amount { amount currency } probability expectedClose needs lostReason closedAt nextStep nextStepDue\n      account { id name } contact { id name title phone } lead { id number } product { id name } owner { id name }\n      journey { id }\n      quotes { id number latest { id number stageName { zh en } stageCategory validUntil gross { amount currency } } }\n      contracts { id number stageName { zh en } stageCategory gross { amount currency } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"): (typeof documents)["\n  query Opportunity($id: ID!) {\n    opportunity(id: $id) {\n      id number version name stage stageName { zh en } stageCategory stageEnteredAt\n      amount { amount currency } probability expectedClose needs lostReason closedAt nextStep nextStepDue\n      account { id name } contact { id name title phone } lead { id number } product { id name } owner { id name }\n      journey { id }\n      quotes { id number latest { id number stageName { zh en } stageCategory validUntil gross { amount currency } } }\n      contracts { id number stageName { zh en } stageCategory gross { amount currency } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpportunityWays($id: ID!) {\n    opportunity(id: $id) {\n      id version stage name expectedClose needs nextStep account { id name } amount { amount currency }\n      quotes { id number latest { id stage stageName { zh en } stageCategory } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"): (typeof documents)["\n  query OpportunityWays($id: ID!) {\n    opportunity(id: $id) {\n      id version stage name expectedClose needs nextStep account { id name } amount { amount currency }\n      quotes { id number latest { id stage stageName { zh en } stageCategory } }\n      availableTransitions { ...TransitionFields }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateProduct($input: CreateProductInput!) { createProduct(input: $input) { id sku } }\n"): (typeof documents)["\n  mutation CreateProduct($input: CreateProductInput!) { createProduct(input: $input) { id sku } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Products($filter: ProductFilter, $first: Int, $after: String) {\n    products(filter: $filter, first: $first, after: $after, orderBy: { field: SKU, direction: ASC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id sku name kind unit currency listPrice taxRate taxCode active } }\n    }\n  }\n"): (typeof documents)["\n  query Products($filter: ProductFilter, $first: Int, $after: String) {\n    products(filter: $filter, first: $first, after: $after, orderBy: { field: SKU, direction: ASC }) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id sku name kind unit currency listPrice taxRate taxCode active } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateQuote($input: CreateQuoteInput!) { createQuote(input: $input) { id quote { id } } }\n"): (typeof documents)["\n  mutation CreateQuote($input: CreateQuoteInput!) { createQuote(input: $input) { id quote { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateQuote($input: UpdateQuoteInput!) { updateQuote(input: $input) { id version gross { amount currency } } }\n"): (typeof documents)["\n  mutation UpdateQuote($input: UpdateQuoteInput!) { updateQuote(input: $input) { id version gross { amount currency } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Quotes($filter: QuoteFilter, $first: Int, $after: String) {\n    quotes(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number account { id name } opportunity { id name } owner { id name }\n          latest { id number stageName { zh en } stageCategory validUntil gross { amount currency } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Quotes($filter: QuoteFilter, $first: Int, $after: String) {\n    quotes(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number account { id name } opportunity { id name } owner { id name }\n          latest { id number stageName { zh en } stageCategory validUntil gross { amount currency } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Quote($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Quote { ...QuotePage }\n      ... on QuoteVersion { quote { id ...QuotePage } }\n    }\n  }\n"): (typeof documents)["\n  query Quote($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Quote { ...QuotePage }\n      ... on QuoteVersion { quote { id ...QuotePage } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QuotePage on Quote {\n    id number version\n    opportunity { id name number contact { id name } }\n    account { id name billingAddress phone taxNumber }\n    contact { id name title phone }\n    owner { id name }\n    journey { id }\n    versions { ...QuoteVersionPage }\n  }\n"): (typeof documents)["\n  fragment QuotePage on Quote {\n    id number version\n    opportunity { id name number contact { id name } }\n    account { id name billingAddress phone taxNumber }\n    contact { id name title phone }\n    owner { id name }\n    journey { id }\n    versions { ...QuoteVersionPage }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QuoteVersionPage on QuoteVersion {\n    id number version stage stageName { zh en } stageCategory validUntil taxMode rounding currency\n    list { amount currency } discountTotal { amount currency } headerDiscount { amount currency }\n    net { amount currency } tax { amount currency } gross { amount currency words }\n    taxes { taxRate net { amount currency } tax { amount currency } }\n    lines {\n      id position product { id name } description unit quantity unitPrice discount taxRate optional\n      net { amount currency } tax { amount currency } gross { amount currency }\n    }\n    paymentTerms { name trigger percent dueDays plannedOn }\n    deliveryTerms warrantyTerms remark sentAt acceptedAt acceptedBy evidence\n    contract { id number }\n    availableTransitions { ...TransitionFields }\n  }\n"): (typeof documents)["\n  fragment QuoteVersionPage on QuoteVersion {\n    id number version stage stageName { zh en } stageCategory validUntil taxMode rounding currency\n    list { amount currency } discountTotal { amount currency } headerDiscount { amount currency }\n    net { amount currency } tax { amount currency } gross { amount currency words }\n    taxes { taxRate net { amount currency } tax { amount currency } }\n    lines {\n      id position product { id name } description unit quantity unitPrice discount taxRate optional\n      net { amount currency } tax { amount currency } gross { amount currency }\n    }\n    paymentTerms { name trigger percent dueDays plannedOn }\n    deliveryTerms warrantyTerms remark sentAt acceptedAt acceptedBy evidence\n    contract { id number }\n    availableTransitions { ...TransitionFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitQuote($input: SubmitQuoteInput!) { submitQuote(input: $input) { id version stage } }\n"): (typeof documents)["\n  mutation SubmitQuote($input: SubmitQuoteInput!) { submitQuote(input: $input) { id version stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendQuote($input: SendQuoteInput!) { sendQuote(input: $input) { id version stage } }\n"): (typeof documents)["\n  mutation SendQuote($input: SendQuoteInput!) { sendQuote(input: $input) { id version stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptQuote($input: AcceptQuoteInput!) { acceptQuote(input: $input) { id version stage contract { id number } } }\n"): (typeof documents)["\n  mutation AcceptQuote($input: AcceptQuoteInput!) { acceptQuote(input: $input) { id version stage contract { id number } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReviseQuote($input: ReviseQuoteInput!) { reviseQuote(input: $input) { id number } }\n"): (typeof documents)["\n  mutation ReviseQuote($input: ReviseQuoteInput!) { reviseQuote(input: $input) { id number } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Search($text: String!, $kinds: [RecordKind!], $first: Int) {\n    search(text: $text, kinds: $kinds, first: $first) {\n      kind recordId number title\n      matches { field parts { text found } }\n      record {\n        ... on Contact { id title account { id name } }\n        ... on Lead { id company }\n        ... on Opportunity { id account { id name } }\n        ... on Quote { id account { id name } }\n        ... on Contract { id account { id name } }\n        ... on Order { id account { id name } }\n        ... on Shipment { id account { id name } order { id } }\n        ... on Acceptance { id account { id name } order { id } }\n        ... on Invoice { id account { id name } }\n        ... on Payment { id account { id name } }\n        ... on CreditNote { id account { id name } invoice { id } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Search($text: String!, $kinds: [RecordKind!], $first: Int) {\n    search(text: $text, kinds: $kinds, first: $first) {\n      kind recordId number title\n      matches { field parts { text found } }\n      record {\n        ... on Contact { id title account { id name } }\n        ... on Lead { id company }\n        ... on Opportunity { id account { id name } }\n        ... on Quote { id account { id name } }\n        ... on Contract { id account { id name } }\n        ... on Order { id account { id name } }\n        ... on Shipment { id account { id name } order { id } }\n        ... on Acceptance { id account { id name } order { id } }\n        ... on Invoice { id account { id name } }\n        ... on Payment { id account { id name } }\n        ... on CreditNote { id account { id name } invoice { id } }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;